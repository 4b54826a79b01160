using System.Text.Json;
using System.Text.Json.Nodes;
using VideoTasks.Build.Documents.Loading;

namespace VideoTasks.Build.Preparation.Fields;

/// <summary>Reads the values of fields that hold no objects.</summary>
internal static class FieldValue
{
    private static readonly HashSet<string> TypeNames = new(
        ["string", "integer", "number", "boolean", "object", "array", "null"], StringComparer.Ordinal);

    // Types that Kiota's reader takes although JSON Schema has no such.
    private static readonly Dictionary<string, string> OtherTypes = new(StringComparer.Ordinal)
    {
        ["int"] = "integer", ["float"] = "number", ["double"] = "number", ["decimal"] = "number", ["file"] = "string",
    };

    /// <summary>The value as Kiota takes it; null when it is of another shape.</summary>
    public static JsonNode? Read(JsonNode value, FieldShape shape, bool isVersion30) => shape switch
    {
        FieldShape.Text => value.AsScalar() is { } text ? JsonValue.Create(text) : null,
        FieldShape.Boolean => Boolean(value) is { } flag ? JsonValue.Create(flag) : null,
        FieldShape.Number => Number(value),
        FieldShape.Count => Count(value) is { } count ? JsonValue.Create(count) : null,
        FieldShape.ExclusiveBound => isVersion30 ? Read(value, FieldShape.Boolean, isVersion30) : Number(value),
        FieldShape.Texts => value is JsonArray list && list.All(static i => i.AsScalar() is not null)
            ? new JsonArray([.. list.Select(static i => (JsonNode)i.AsScalar()!)])
            : null,
        FieldShape.Types => Types(value),
        FieldShape.Values => value is JsonArray values ? new JsonArray([.. values.OfType<JsonValue>().Select(static v => v.DeepClone())]) : null,
        FieldShape.Value => value is JsonValue ? value.DeepClone() : null,
        FieldShape.TextMap => value is JsonObject map && map.All(static p => p.Value.AsScalar() is not null)
            ? new JsonObject(map.Select(static p => KeyValuePair.Create(p.Key, (JsonNode?)p.Value.AsScalar())))
            : null,
        _ => throw new ArgumentOutOfRangeException(nameof(shape)),
    };

    /// <summary>The name of a type as JSON Schema has it; null when it has none such.</summary>
    public static string? TypeName(string? text) =>
        text is null ? null : TypeNames.Contains(text) ? text : OtherTypes.GetValueOrDefault(text);

    private static bool? Boolean(JsonNode value) =>
        value.AsBoolean() ?? (bool.TryParse(value.AsText(), out var parsed) ? parsed : null);

    private static JsonNode? Number(JsonNode value)
    {
        var number = value.AsNumber() is not null ? value : Parse(value.AsText());
        return number.AsNumber() is { } size && Math.Abs(size) < (double)decimal.MaxValue ? number!.DeepClone() : null;
    }

    private static int? Count(JsonNode value) =>
        Number(value).AsNumber() is { } number && number >= 0 && number <= int.MaxValue && double.IsInteger(number) ? (int)number : null;

    private static JsonNode? Parse(string? text)
    {
        try
        {
            return text is null ? null : JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonNode? Types(JsonNode value)
    {
        var names = (value as JsonArray)?.Select(static t => t is null ? "null" : TypeName(t.AsText())).Distinct(StringComparer.Ordinal).ToList();
        return names switch
        {
            null => TypeName(value.AsText()),
            [] => null,
            _ when names.Contains(null) => null,
            [var single] => single,
            _ => new JsonArray([.. names.Select(static n => (JsonNode)n!)]),
        };
    }
}
