using System.Globalization;
using System.Text.Json;

namespace VideoTasks.Json;

/// <summary>JSON Pointer (RFC 6901), for hints.</summary>
internal static class JsonPointer
{
    /// <summary>A segment of a pointer as the name that it stands for (RFC 6901 §4).</summary>
    public static string Unescape(string segment) =>
        segment.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);

    /// <summary>The value that a pointer leads to; null when it leads to nothing, or to null.</summary>
    public static JsonElement? Find(JsonElement json, string pointer)
    {
        var current = json;
        foreach (var encoded in pointer.TrimStart('#').Split('/').Skip(1))
        {
            var token = Unescape(encoded);
            if (current.ValueKind == JsonValueKind.Object && current.TryGetProperty(token, out var property))
            {
                current = property;
            }
            else if (current.ValueKind == JsonValueKind.Array
                && int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < current.GetArrayLength())
            {
                current = current[index];
            }
            else
            {
                return null;
            }
        }

        return current.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined ? null : current;
    }
}
