using System.Text.Json;
using System.Text.Json.Nodes;

namespace VideoTasks.Build.Documents.Loading;

/// <summary>Reads of a document that may hold anything anywhere: a value of another type than expected is the same as none.</summary>
internal static class JsonNodes
{
    public static JsonObject? Object(this JsonNode? node, string name) =>
        node is JsonObject map && map.TryGetPropertyValue(name, out var value) ? value as JsonObject : null;

    public static JsonArray? Array(this JsonNode? node, string name) =>
        node is JsonObject map && map.TryGetPropertyValue(name, out var value) ? value as JsonArray : null;

    public static JsonNode? Value(this JsonNode? node, string name) =>
        node is JsonObject map && map.TryGetPropertyValue(name, out var value) ? value : null;

    public static string? Text(this JsonNode? node, string name) => Value(node, name).AsText();

    public static string? AsText(this JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    /// <summary>The text of any scalar: of a number or a boolean as well.</summary>
    public static string? AsScalar(this JsonNode? node) => node is not JsonValue value ? null : value.GetValueKind() switch
    {
        JsonValueKind.String => value.GetValue<string>(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.ToJsonString(),
        _ => null,
    };

    public static bool? AsBoolean(this JsonNode? node) => node is not JsonValue value ? null : value.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    public static double? AsNumber(this JsonNode? node) =>
        node is JsonValue value
            && value.GetValueKind() == JsonValueKind.Number
            && value.TryGetValue(out double number)
            && double.IsFinite(number) ? number : null;
}
