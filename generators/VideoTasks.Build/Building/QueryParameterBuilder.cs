using VideoTasks.Build.Model;
using VideoTasks.Build.Naming;
using VideoTasks.Build.Recognition.Schemas;
using VideoTasks.Build.Schemas;
using VideoTasks.Build.Urls;

namespace VideoTasks.Build.Building;

/// <summary>The query parameters of an operation → a class nested in the request builder.</summary>
internal sealed class QueryParameterBuilder(BuildContext context, ModelBuilder models)
{
    public QueryParametersClass? Build(RequestBuilderClass builder, UrlNode node, string stem, EndpointOperation endpoint)
    {
        var parameters = node.Endpoint!.Parameters.Concat(endpoint.Parameters).Distinct().Where(static p => p.IsQuery).ToArray();
        if (parameters.Length == 0)
        {
            return null;
        }

        var source = endpoint.Source;
        var result = new QueryParametersClass
        {
            Name = $"{builder.Name}{stem}QueryParameters",
            Namespace = builder.Namespace,
            Outer = builder,
            Description = Texts.Clean(Texts.FirstNonEmpty(source.Description, source.Summary)),
        };
        foreach (var parameter in parameters)
        {
            Add(result, parameter, node, stem);
        }

        return builder.InnerTypes.GetOrAdd(result) as QueryParametersClass;
    }

    private void Add(QueryParametersClass target, Parameter parameter, UrlNode node, string stem)
    {
        var name = SegmentNames.ForCode(parameter.Name);
        if (name.Length == 0)
        {
            return;
        }

        var schema = context.Schemas.OfNullable(parameter.Source.Schema);
        var isArray = schema?.IsArray ?? false;
        var enumSchema = isArray ? schema!.Items! : schema;
        NamedType? type = null;
        if (enumSchema is { IsEnum: true })
        {
            type = EnumType(enumSchema, target, parameter, node, stem, isArray);
        }

        var isEnum = type is not null;
        type ??= PrimitiveTypes.Of(schema) ?? new NamedType(PrimitiveTypes.Text);
        type.Collection = isArray ? CollectionKind.Array : CollectionKind.None;
        var property = new Property
        {
            Name = name,
            Kind = PropertyKind.QueryParameter,
            Type = type,
            SerializationName = parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase) ? "" : SegmentNames.ForUrlTemplate(parameter.Name),
            Description = Texts.Clean(parameter.Source.Description),
            Deprecation = Deprecations.Of(parameter.Source),
        };
        if (target.Properties.ContainsWireName(property.WireName))
        {
            return;
        }

        if (isEnum && !context.Options.ExcludeBackwardCompatible)
        {
            AddBothForms(target, property);
        }
        else
        {
            target.Properties.Add(property, uniquePrefix: null);
        }
    }

    // Clients from before enums were supported go on compiling.
    private static void AddBothForms(QueryParametersClass target, Property property)
    {
        var modern = property.Clone();
        modern.Name = $"{property.Name}As{Symbols.UpperFirst(property.Type.Name)}";
        modern.SerializationName = property.WireName;
        property.Deprecation = new Deprecation($"This property is deprecated, use {modern.Name} instead");
        property.Type = new NamedType(PrimitiveTypes.Text) { Collection = modern.Type.Collection };
        target.Properties.Add(modern, uniquePrefix: null);
        target.Properties.Add(property, uniquePrefix: null);
    }

    private NamedType? EnumType(Schema schema, QueryParametersClass target, Parameter parameter, UrlNode node, string stem, bool isArray)
    {
        var name = Symbols.Clean(schema.GetName());
        if (name.Length == 0)
        {
            name = $"{stem}{Symbols.UpperFirst(Symbols.Clean(parameter.Name))}QueryParameterType";
        }

        var place = new ModelPlace(node, context.NamespaceFor(schema, target.Namespace));
        return models.EnumOf(schema, name, place) is { } declaration ? new NamedType(declaration) { IsNullable = !isArray } : null;
    }
}
