using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using VideoTasks.Build.Recognition.Schemas;

namespace VideoTasks.Build.Schemas;

/// <summary>What a schema is: the questions whose answers decide the code that it becomes.</summary>
internal static class SchemaShapes
{
    private const JsonSchemaType Null = JsonSchemaType.Null;

    extension(Schema schema)
    {
        public bool IsObject => schema.Type is JsonSchemaType.Object or (JsonSchemaType.Object | Null);

        public bool HasProperties => schema.Properties is { Count: > 0 };

        /// <summary>Only texts make an enum.</summary>
        public bool IsEnum => schema.Enum?.Any(static value =>
            value is JsonValue && value.GetValueKind() is JsonValueKind.String && value.GetValue<string>().Length > 0) ?? false;

        /// <summary>An enum with null as the other choice.</summary>
        public bool IsComposedEnum => IsEnumOrNothing(schema.AnyOf) || IsEnumOrNothing(schema.OneOf);

        public bool IsArray => schema.Type is JsonSchemaType.Array or (JsonSchemaType.Array | Null) && schema.Items is { } items
            && (items.IsComposedEnum || items.IsEnum || items.IsMeaningful()
                || SchemaFlattening.Flatten([items], Members, 1) is [var flat, ..] && flat.IsMeaningful());

        /// <summary>type: [string, integer].</summary>
        public bool HasSeveralTypes => schema.Type is { } type && !IsPowerOfTwo((uint)(type & ~Null));

        /// <summary>OData's numbers: a number, a text, and an enum of INF and NaN.</summary>
        public bool IsODataPrimitive => (schema.IsOneOf() && IsODataChoice(schema.OneOf)) || (schema.IsAnyOf() && IsODataChoice(schema.AnyOf));

        /// <summary>A base class and something of its own.</summary>
        public bool IsInherited
        {
            get
            {
                var members = schema.AllOf.FlattenIfSingle(static s => s.AllOf)
                    .Where(static s => s.IsMeaningful(ignoreEnums: true, ignoreArrays: true, ignoreType: true))
                    .Where(static s => s.ComponentId is null || s.Type is null || s.Type.Value.HasFlag(JsonSchemaType.Object))
                    .ToArray();
                return members.Count(static s => s.ComponentId is not null) == 1
                    && (members.Count(static s => s.ComponentId is null) == 1
                        || schema.IsMeaningful(ignoreEnums: true, ignoreArrays: true, ignoreType: true));
            }
        }

        /// <summary>Several schemas at once, none of them a base class.</summary>
        public bool IsIntersection
        {
            get
            {
                var members = schema.AllOf?.Where(static s => s.IsMeaningful()).ToArray() ?? [];
                return members.Count(static s => s.ComponentId is not null) > 1 || members.Count(static s => s.ComponentId is null) > 1;
            }
        }

        public bool IsAnyOf(int moreThan = 1) => schema.AnyOf?.Count(static s => s.IsMeaningful(ignoreNullableObjects: true)) > moreThan;

        public bool IsOneOf(int moreThan = 1) =>
            schema.OneOf?.Count(static s => s.IsMeaningful(ignoreNullableObjects: true)) > moreThan || schema.HasSeveralTypes;

        /// <summary>Whether it says anything that code could hold.</summary>
        public bool IsMeaningful(bool ignoreNullableObjects = false, bool ignoreEnums = false, bool ignoreArrays = false, bool ignoreType = false) =>
            schema.HasProperties
            || (!ignoreEnums && schema.Enum is { Count: > 0 })
            || (!ignoreArrays && schema.Items is not null)
            || (!ignoreType && schema.Type is not null && !(ignoreNullableObjects && schema.IsObject))
            || !string.IsNullOrEmpty(schema.Format)
            || !string.IsNullOrEmpty(schema.ComponentId);

        /// <summary>The name that the schema or its parts give; empty for an inline one.</summary>
        public string GetName(bool directOnly = false) => (SchemaNames.Of(schema, directOnly) ?? "").TrimStart('$');
    }

    /// <summary>The first schema that says anything, of those that an empty schema combines.</summary>
    public static Schema? FirstMeaningfulMember(this Schema schema) =>
        FirstMeaningful(schema.AnyOf) ?? FirstMeaningful(schema.OneOf) ?? FirstMeaningful(schema.AllOf);

    public static IReadOnlyList<Schema> Members(Schema schema) =>
        [.. (schema.AnyOf ?? []).Union(schema.AllOf ?? []).Union(schema.OneOf ?? [])];

    private static Schema? FirstMeaningful(IReadOnlyList<Schema>? schemas) =>
        schemas?.FirstOrDefault(static s => s.IsMeaningful(ignoreNullableObjects: true));

    private static bool IsEnumOrNothing(IReadOnlyList<Schema>? schemas) =>
        schemas?.Count(static s => !s.IsMeaningful(ignoreNullableObjects: true)) == 1 && schemas.Count(static s => s.IsEnum) == 1;

    private static bool IsPowerOfTwo(uint value) => (value & (value - 1)) == 0;

    private static bool IsODataChoice(IReadOnlyList<Schema>? choice)
    {
        if (choice is not { Count: 3 } || choice.Count(static s => (s.Type & ~Null) is JsonSchemaType.Number or JsonSchemaType.Integer) != 1)
        {
            return false;
        }

        var texts = choice.Count(IsText);
        return (texts == 2 && choice.Count(static s => IsText(s) && s.Enum is { Count: > 0 }) == 1)
            || (texts == 1 && choice.Count(static s => s.Enum is { Count: > 0 }) == 1);
    }

    private static bool IsText(Schema schema) => schema.Type is JsonSchemaType.String or (JsonSchemaType.String | Null);
}
