using System.Text.Json;
using System.Text.Json.Nodes;

namespace VideoTasks.Build.Preparation.Fields;

/// <summary>Says what a field takes, and what it has instead.</summary>
internal static class ShapeWords
{
    private static readonly Dictionary<FieldShape, string> Expected = new()
    {
        [FieldShape.Text] = "a text",
        [FieldShape.Boolean] = "true or false",
        [FieldShape.Number] = "a number",
        [FieldShape.Count] = "a whole number from 0",
        [FieldShape.Texts] = "a list of texts",
        [FieldShape.Types] = "string, integer, number, boolean, object or array",
        [FieldShape.Values] = "a list",
        [FieldShape.Value] = "a value",
        [FieldShape.Object] = "an object",
        [FieldShape.Objects] = "a list",
        [FieldShape.Map] = "an object",
        [FieldShape.TextMap] = "an object of texts",
    };

    private static readonly Dictionary<ObjectKind, string> Kinds = new()
    {
        [ObjectKind.Info] = "info",
        [ObjectKind.Server] = "a server",
        [ObjectKind.PathItem] = "a path item",
        [ObjectKind.Operation] = "an operation",
        [ObjectKind.ExternalDocs] = "externalDocs",
        [ObjectKind.Parameter] = "a parameter",
        [ObjectKind.RequestBody] = "a request body",
        [ObjectKind.Response] = "a response",
        [ObjectKind.MediaType] = "a media type",
        [ObjectKind.Encoding] = "an encoding",
        [ObjectKind.Schema] = "a schema",
        [ObjectKind.Discriminator] = "a discriminator",
        [ObjectKind.EnumNames] = "x-ms-enum",
        [ObjectKind.EnumName] = "a value of x-ms-enum",
        [ObjectKind.EnumFlags] = "x-ms-enum-flags",
        [ObjectKind.Deprecation] = "x-ms-deprecation",
    };

    public static string OfKind(ObjectKind kind) => Kinds[kind];

    /// <summary>What a field takes.</summary>
    public static string OfShape(FieldShape shape, bool isVersion30) => shape == FieldShape.ExclusiveBound
        ? isVersion30 ? "true or false in OpenAPI 3.0" : "a number since OpenAPI 3.1"
        : Expected[shape];

    /// <summary>What a value is.</summary>
    public static string OfValue(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.String => $"the text '{value.GetValue<string>()}'",
        JsonValueKind.Number => $"the number {value.ToJsonString()}",
        JsonValueKind.True or JsonValueKind.False => value.ToJsonString(),
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        _ => "null",
    };
}
