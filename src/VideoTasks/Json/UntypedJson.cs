using System.Text.Json;
using Microsoft.Kiota.Abstractions.Serialization;

namespace VideoTasks.Json;

/// <summary>JSON that no model describes, in Kiota's types for it.</summary>
internal static class UntypedJson
{
    /// <summary>The value as an untyped node.</summary>
    public static UntypedNode From(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => new UntypedObject(Properties(json)),
        JsonValueKind.Array => new UntypedArray(json.EnumerateArray().Select(From).ToList()),
        JsonValueKind.String => new UntypedString(json.GetString()),
        JsonValueKind.True or JsonValueKind.False => new UntypedBoolean(json.GetBoolean()),
        JsonValueKind.Number when json.TryGetInt32(out var value) => new UntypedInteger(value),
        JsonValueKind.Number when json.TryGetInt64(out var value) => new UntypedLong(value),
        JsonValueKind.Number when json.TryGetDouble(out var value) && double.IsFinite(value) => new UntypedDouble(value),
        JsonValueKind.Number => new UntypedString(json.GetRawText()),
        _ => new UntypedNull(),
    };

    /// <summary>The value as additional data: texts and numbers as such, everything else untyped.</summary>
    public static object? Loose(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number when json.TryGetInt32(out var value) => value,
        JsonValueKind.Number when json.TryGetInt64(out var value) => value,
        JsonValueKind.Number when json.TryGetDouble(out var value) && double.IsFinite(value) => value,
        JsonValueKind.Number => json.GetRawText(),
        _ => From(json),
    };

    // The last of two properties with one name counts, as everywhere else.
    private static Dictionary<string, UntypedNode> Properties(JsonElement json)
    {
        var properties = new Dictionary<string, UntypedNode>(StringComparer.Ordinal);
        foreach (var property in json.EnumerateObject())
        {
            properties[property.Name] = From(property.Value);
        }

        return properties;
    }
}
