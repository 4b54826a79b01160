using System.Collections.Frozen;

namespace VideoTasks.Build.Preparation.Fields;

/// <summary>The fields of OpenAPI 3.0 to 3.2, by the object that holds them. What is in no row is no concern of a client's.</summary>
internal static class OpenApiFields
{
    private static readonly Field[] Deprecable =
        [new("deprecated", FieldShape.Boolean), new("x-ms-deprecation", FieldShape.Object, ObjectKind.Deprecation)];

    private static readonly FrozenDictionary<ObjectKind, FrozenDictionary<string, Field>> Rows = new Dictionary<ObjectKind, Field[]>
    {
        [ObjectKind.Info] = [new("title", FieldShape.Text), new("version", FieldShape.Text), new("description", FieldShape.Text, IsRead: false)],
        [ObjectKind.Server] = [new("url", FieldShape.Text)],
        [ObjectKind.PathItem] =
        [
            new("summary", FieldShape.Text), new("description", FieldShape.Text), new("parameters", FieldShape.Objects, ObjectKind.Parameter),
        ],
        [ObjectKind.Operation] =
        [
            .. Deprecable,
            new("operationId", FieldShape.Text), new("summary", FieldShape.Text), new("description", FieldShape.Text),
            new("tags", FieldShape.Texts, IsRead: false),
            new("externalDocs", FieldShape.Object, ObjectKind.ExternalDocs),
            new("parameters", FieldShape.Objects, ObjectKind.Parameter),
            new("requestBody", FieldShape.Object, ObjectKind.RequestBody),
            new("responses", FieldShape.Map, ObjectKind.Response),
        ],
        [ObjectKind.ExternalDocs] = [new("url", FieldShape.Text), new("description", FieldShape.Text)],
        [ObjectKind.Parameter] =
        [
            .. Deprecable,
            new("name", FieldShape.Text), new("in", FieldShape.Text), new("description", FieldShape.Text), new("required", FieldShape.Boolean),
            new("style", FieldShape.Text), new("explode", FieldShape.Boolean), new("allowReserved", FieldShape.Boolean, IsRead: false),
            new("allowEmptyValue", FieldShape.Boolean, IsRead: false), new("x-ms-reserved-parameter", FieldShape.Boolean),
            new("schema", FieldShape.Object, ObjectKind.Schema), new("content", FieldShape.Map, ObjectKind.MediaType),
        ],
        [ObjectKind.RequestBody] =
        [
            new("description", FieldShape.Text), new("required", FieldShape.Boolean), new("content", FieldShape.Map, ObjectKind.MediaType),
        ],
        [ObjectKind.Response] = [new("description", FieldShape.Text), new("content", FieldShape.Map, ObjectKind.MediaType)],
        [ObjectKind.MediaType] = [new("schema", FieldShape.Object, ObjectKind.Schema), new("encoding", FieldShape.Map, ObjectKind.Encoding)],
        [ObjectKind.Encoding] = [new("contentType", FieldShape.Text)],
        [ObjectKind.Schema] =
        [
            .. Deprecable,
            new("type", FieldShape.Types), new("format", FieldShape.Text), new("title", FieldShape.Text), new("description", FieldShape.Text),
            new("nullable", FieldShape.Boolean), new("readOnly", FieldShape.Boolean), new("writeOnly", FieldShape.Boolean),
            new("default", FieldShape.Value), new("enum", FieldShape.Values),
            new("properties", FieldShape.Map, ObjectKind.Schema), new("items", FieldShape.Object, ObjectKind.Schema),
            new("additionalProperties", FieldShape.ObjectOrBoolean, ObjectKind.Schema),
            new("allOf", FieldShape.Objects, ObjectKind.Schema), new("oneOf", FieldShape.Objects, ObjectKind.Schema),
            new("anyOf", FieldShape.Objects, ObjectKind.Schema),
            new("discriminator", FieldShape.Object, ObjectKind.Discriminator), new("externalDocs", FieldShape.Object, ObjectKind.ExternalDocs),
            new("required", FieldShape.Texts), new("pattern", FieldShape.Text), new("multipleOf", FieldShape.Number),
            new("minimum", FieldShape.Number), new("maximum", FieldShape.Number),
            new("exclusiveMinimum", FieldShape.ExclusiveBound, IsRead: false), new("exclusiveMaximum", FieldShape.ExclusiveBound, IsRead: false),
            new("minLength", FieldShape.Count), new("maxLength", FieldShape.Count), new("minItems", FieldShape.Count),
            new("maxItems", FieldShape.Count),
            new("minProperties", FieldShape.Count), new("maxProperties", FieldShape.Count), new("uniqueItems", FieldShape.Boolean),
            new("x-ms-enum", FieldShape.Object, ObjectKind.EnumNames), new("x-ms-enum-flags", FieldShape.Object, ObjectKind.EnumFlags),
            new("x-ms-primary-error-message", FieldShape.Boolean),
        ],
        [ObjectKind.Discriminator] = [new("propertyName", FieldShape.Text), new("mapping", FieldShape.TextMap)],
        [ObjectKind.EnumNames] =
        [
            new("name", FieldShape.Text), new("modelAsString", FieldShape.Boolean), new("values", FieldShape.Objects, ObjectKind.EnumName),
        ],
        [ObjectKind.EnumName] = [new("value", FieldShape.Text), new("name", FieldShape.Text), new("description", FieldShape.Text)],
        [ObjectKind.EnumFlags] = [new("isFlags", FieldShape.Boolean)],
        [ObjectKind.Deprecation] = [new("description", FieldShape.Text), new("version", FieldShape.Text)],
    }.ToFrozenDictionary(static r => r.Key, static r => r.Value.ToFrozenDictionary(static f => f.Name, StringComparer.Ordinal));

    /// <summary>The field of an object; null when it has none of the name.</summary>
    public static Field? Find(ObjectKind kind, string name) => Rows[kind].GetValueOrDefault(name);
}
