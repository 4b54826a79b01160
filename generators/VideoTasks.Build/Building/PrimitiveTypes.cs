using Microsoft.OpenApi;
using VideoTasks.Build.Model;
using VideoTasks.Build.Recognition.Schemas;
using VideoTasks.Build.Schemas;

namespace VideoTasks.Build.Building;

/// <summary>type and format → primitive, by the names that the writer knows.</summary>
internal static class PrimitiveTypes
{
    public const string Untyped = "UntypedNode";
    public const string Void = "void";
    public const string Text = "string";
    public const string Binary = "binary";
    public const string Multipart = "MultipartBody";

    public static NamedType UntypedNode() => new(Untyped);

    /// <summary>The primitive that a schema, or the items of an array, are; null for objects and for enums in arrays.</summary>
    public static NamedType? Of(Schema? schema)
    {
        if (schema?.Items?.IsEnum ?? false)
        {
            return null;
        }

        var type = TypesOf(schema).FirstOrDefault(static t => t is { } known && !IsContainer(known));
        var format = (schema?.Format ?? schema?.Items?.Format)?.ToLowerInvariant();
        return NameOf(type is { } found ? found & ~JsonSchemaType.Null : null, format) is { } name ? new NamedType(name) : null;
    }

    private static bool IsContainer(JsonSchemaType type) => (type & ~JsonSchemaType.Null) is JsonSchemaType.Object or JsonSchemaType.Array;

    private static IEnumerable<JsonSchemaType?> TypesOf(Schema? schema) => schema is null
        ? []
        : [schema.Items?.Type, schema.Type, .. (schema.AnyOf ?? []).Select(static s => s.Type), .. (schema.OneOf ?? []).Select(static s => s.Type)];

    private static string? NameOf(JsonSchemaType? type, string? format) => (type, format) switch
    {
        (_, "byte") => "base64",
        (_, "binary") => Binary,
        (JsonSchemaType.String, "base64url") => "base64url",
        (JsonSchemaType.String, "duration") => "TimeSpan",
        (JsonSchemaType.String, "time") => "TimeOnly",
        (JsonSchemaType.String, "date") => "DateOnly",
        (JsonSchemaType.String, "date-time") => "DateTimeOffset",
        (JsonSchemaType.String, "uuid") => "Guid",
        (JsonSchemaType.String, _) => Text,
        (JsonSchemaType.Number, "double" or "float" or "decimal") => format,
        (JsonSchemaType.Number or JsonSchemaType.Integer, "int8") => "sbyte",
        (JsonSchemaType.Number or JsonSchemaType.Integer, "uint8") => "byte",
        (JsonSchemaType.Number or JsonSchemaType.Integer, "int64") => "int64",
        (JsonSchemaType.Number, "int16" or "int32") => "integer",
        (JsonSchemaType.Number, _) => "double",
        (JsonSchemaType.Integer, _) => "integer",
        (JsonSchemaType.Boolean, _) => "boolean",
        _ => null,
    };
}
