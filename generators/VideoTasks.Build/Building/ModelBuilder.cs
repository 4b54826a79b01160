using System.Runtime.CompilerServices;
using Microsoft.OpenApi;
using VideoTasks.Build.Model;
using VideoTasks.Build.Schemas;

namespace VideoTasks.Build.Building;

/// <summary>Schemas → types: decides what a schema becomes, and creates what doesn't exist yet.</summary>
internal sealed partial class ModelBuilder(BuildContext context)
{
    private readonly NameResolver _names = new(context);

    /// <summary>The type of a schema at a place, with everything that it needs.</summary>
    public TypeReference TypeOf(Schema schema, ModelPlace given)
    {
        // Components refer to each other in chains of any length.
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var place = schema.IsReference
            ? given with { Namespace = context.NamespaceFor(schema, given.Namespace), Suffix = "", InlineName = "" }
            : given;

        // What a schema is only wrapped around is named after where it is used.
        var inner = given with { InlineName = place.InlineName, IsDiscriminated = false };

        if (schema.IsInherited)
        {
            return new NamedType(InheritedClass(schema, place));
        }

        if (schema.IsIntersection)
        {
            return DeclaredType(schema.MergeIntersection(), place);
        }

        if ((schema.IsAnyOf() || schema.IsOneOf()) && string.IsNullOrEmpty(schema.Format) && !schema.IsODataPrimitive)
        {
            return ComposedTypeOf(schema, place);
        }

        if (schema.IsObject && (schema.MergeSingleOneOf() ?? schema.MergeSingleAnyOf()) is { } single)
        {
            return TypeOf(single, inner);
        }

        if (schema.IsObject || schema.HasProperties || schema.IsEnum || schema.AdditionalProperties?.Type is not null)
        {
            return DeclaredType(schema, place);
        }

        return schema.IsArray && !schema.Items!.IsArray ? CollectionOf(schema, place) : SimpleType(schema, inner);
    }

    /// <summary>The enum of a query parameter.</summary>
    public EnumDeclaration? EnumOf(Schema schema, string name, ModelPlace place)
    {
        if (_names.SearchNamespace(place).Types.TryGet(name, out var existing) && existing is EnumDeclaration found)
        {
            return found;
        }

        return AddEnum(schema, name, place) as EnumDeclaration;
    }

    private NamedType DeclaredType(Schema schema, ModelPlace place)
    {
        var name = place.InlineName.Length > 0 ? place.InlineName : _names.ClassName(schema, place);
        return new NamedType(Declare(schema, name, place));
    }

    private TypeReference SimpleType(Schema schema, ModelPlace place)
    {
        if ((schema.Type is { } type && (type & ~JsonSchemaType.Null) != default) || !string.IsNullOrEmpty(schema.Format))
        {
            return PrimitiveTypes.Of(schema) ?? PrimitiveTypes.UntypedNode();
        }

        // An empty schema around another one, such as an allOf that only adds a description.
        return schema.FirstMeaningfulMember() is { } member ? TypeOf(member, place) : PrimitiveTypes.UntypedNode();
    }

    private TypeReference CollectionOf(Schema schema, ModelPlace place)
    {
        var items = schema.Items!;
        TypeReference? type = PrimitiveTypes.Of(items);
        if (type is null || items.IsEnum || (items.IsComposedEnum && string.IsNullOrEmpty(items.Format)))
        {
            type = TypeOf(items, place with
            {
                Namespace = context.NamespaceFor(items, place.Namespace),
                Suffix = "",
                Response = null,
                IsDiscriminated = false,
            });
        }

        type.Collection = CollectionKind.List;
        return type;
    }

    /// <summary>The type of that name, created from the schema when there is none.</summary>
    private TypeDeclaration Declare(Schema schema, string name, ModelPlace place, ModelClass? baseClass = null)
    {
        if (_names.SearchNamespace(place).Types.TryGet(name, out var existing))
        {
            return existing;
        }

        if (AddEnum(schema, name, place) is { } added)
        {
            return added;
        }

        if (schema.IsIntersection)
        {
            return Declare(schema.MergeIntersection(), name, place, baseClass);
        }

        return AddClass(schema.MergeAnyOf() ?? schema.MergeOneOf() ?? schema, name, place, baseClass);
    }

    private static TypeDeclaration? AddEnum(Schema schema, string name, ModelPlace place)
    {
        if (EnumBuilder.Build(schema, name, place.Node.Description) is not { } declaration)
        {
            return null;
        }

        declaration.Namespace = place.Namespace;
        return place.Namespace.Types.GetOrAdd(declaration);
    }
}
