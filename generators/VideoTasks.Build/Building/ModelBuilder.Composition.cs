using Microsoft.OpenApi;
using VideoTasks.Build.Model;
using VideoTasks.Build.Naming;
using VideoTasks.Build.Schemas;

namespace VideoTasks.Build.Building;

internal sealed partial class ModelBuilder
{
    private static readonly JsonSchemaType[] ScalarTypes =
        [JsonSchemaType.Boolean, JsonSchemaType.Integer, JsonSchemaType.Number, JsonSchemaType.String];

    /// <summary>oneOf, anyOf, or several types: becomes a wrapper class later.</summary>
    private TypeReference ComposedTypeOf(Schema schema, ModelPlace place)
    {
        var name = place.InlineName.Length > 0 ? place.InlineName : _names.ClassName(schema, place);
        if (NullableMember(schema) is { } only)
        {
            // What an allOf puts together is not in the schema itself.
            if (only.IsInherited || only.IsIntersection)
            {
                return TypeOf(only, place with { Suffix = "", IsDiscriminated = false });
            }

            var onlyPlace = place with { Namespace = context.NamespaceFor(only, place.Namespace) };
            return new NamedType(Declare(only, Symbols.Clean(only.GetName()), onlyPlace))
            {
                Collection = only.IsArray ? CollectionKind.List : CollectionKind.None,
            };
        }

        var isUnion = schema.IsOneOf();
        var composed = new ComposedType(name, isUnion ? CompositionKind.Union : CompositionKind.Intersection)
        {
            TargetNamespace = schema.ComponentId is { Length: > 0 } id ? context.Namespaces.GetOrAdd(context.ModelsNamespaceOf(id)) : null,
            DiscriminatorProperty = DiscriminatorReader.PropertyNameOf(schema),
        };
        foreach (var (value, type) in Mappings(schema, place, baseClass: null))
        {
            composed.DiscriminatorMappings.TryAdd(value, type);
        }

        AddMembers(composed, (isUnion ? schema.OneOf : schema.AnyOf) ?? [], place);
        if (schema.HasSeveralTypes)
        {
            AddScalars(composed, schema);
        }

        return composed;
    }

    /// <summary>The component of an anyOf that only adds null.</summary>
    private static Schema? NullableMember(Schema schema)
    {
        var count = schema.AnyOf?.Count ?? schema.OneOf?.Count ?? 0;
        var isNullable = count switch
        {
            1 => schema.Type is { } type && type.HasFlag(JsonSchemaType.Null) && schema.IsAnyOf(),
            2 => schema.AnyOf?.Any(IsNothingButNull) ?? false,
            _ => false,
        };
        return isNullable ? schema.AnyOf?.FirstOrDefault(static s => s.GetName().Length > 0) : null;
    }

    private static bool IsNothingButNull(Schema schema) =>
        schema.Type is { } type && type.HasFlag(JsonSchemaType.Null)
        && !schema.HasProperties && !schema.IsOneOf() && !schema.IsAnyOf() && !schema.IsInherited && !schema.IsIntersection
        && !schema.IsArray && !schema.IsReference;

    private void AddMembers(ComposedType composed, IReadOnlyList<Schema> schemas, ModelPlace place)
    {
        var unnamed = 0;
        foreach (var schema in schemas)
        {
            var name = Symbols.Clean(schema.GetName());
            if (name.Length == 0)
            {
                if (PrimitiveTypes.Of(schema) is { } primitive)
                {
                    primitive.Collection = schema.IsArray ? CollectionKind.List : CollectionKind.None;
                    composed.AddMember(primitive);
                    continue;
                }

                name = $"{composed.Name}Member{++unnamed}";
            }

            var memberPlace = place with { Namespace = context.NamespaceFor(schema, place.Namespace) };
            composed.AddMember(new NamedType(Declare(schema, name, memberPlace))
            {
                Collection = schema.IsArray ? CollectionKind.List : CollectionKind.None,
            });
        }
    }

    private static void AddScalars(ComposedType composed, Schema schema)
    {
        foreach (var type in ScalarTypes)
        {
            if (schema.Type is { } types && types.HasFlag(type) && PrimitiveTypes.Of(new Schema { Type = type, Format = schema.Format }) is { } primitive)
            {
                primitive.Collection = schema.IsArray ? CollectionKind.List : CollectionKind.None;
                composed.AddMember(primitive);
            }
        }
    }
}
