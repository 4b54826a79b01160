using VideoTasks.Build.Schemas;
using VideoTasks.Build.Model;
using VideoTasks.Build.Naming;
using VideoTasks.Build.Recognition.Schemas;
using VideoTasks.Build.Urls;

namespace VideoTasks.Build.Building;

/// <summary>Parameters in path segments.</summary>
internal static class PathParameters
{
    /// <summary>The parameter of an item's segment; a text where the document doesn't describe it.</summary>
    public static PathParameter OfIndexer(UrlNode node, BuildContext context)
    {
        var name = node.EffectiveSegment.Trim('{', '}');
        var endpoint = node.FirstEndpoint();
        var described = (endpoint?.Operations.Values.SelectMany(static o => o.Parameters) ?? [])
            .Concat(endpoint?.Parameters ?? [])
            .FirstOrDefault(p => p.IsPath && name.Equals(p.Name, StringComparison.OrdinalIgnoreCase));
        var type = PrimitiveTypes.Of(context.Schemas.OfNullable(described?.Source.Schema)) ?? new NamedType(PrimitiveTypes.Text);
        type.IsNullable = false;
        return new PathParameter
        {
            Name = Symbols.Clean(node.EffectiveSegment),
            TemplateName = SegmentNames.ForUrlTemplate(node.EffectiveSegment),
            Type = type,
            Description = Texts.FirstNonEmpty(Texts.Clean(described?.Source.Description), "Unique identifier of the item"),
        };
    }

    /// <summary>The parameters of a segment that holds more than one parameter.</summary>
    public static List<PathParameter> InSegment(UrlNode node, BuildContext context)
    {
        var result = new List<PathParameter>();
        if (!node.HasOtherParameters)
        {
            return result;
        }

        var endpoints = node.Endpoint is { } own ? [own] : node.Children.Values.Select(static c => c.Endpoint).OfType<Endpoint>();
        var parameters = endpoints.SelectMany(static e => e.AllParameters).Distinct()
            .Where(p => p.IsPath && node.EffectiveSegment.Contains($"{{{p.Name}}}", StringComparison.OrdinalIgnoreCase));
        foreach (var parameter in parameters)
        {
            var name = SegmentNames.ForCode(parameter.Name);
            if (name.Length == 0 || result.Exists(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
            {
                continue;
            }

            var schema = context.Schemas.OfNullable(parameter.Source.Schema ?? parameter.Source.Content?.Values.FirstOrDefault()?.Schema);
            var type = PrimitiveTypes.Of(schema) ?? new NamedType(PrimitiveTypes.Text);
            type.Collection = parameter.Source.Schema is not null && schema!.IsArray ? CollectionKind.Array : CollectionKind.None;
            result.Add(new PathParameter
            {
                Name = name,
                TemplateName = parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase) ? name : SegmentNames.ForUrlTemplate(parameter.Name),
                Type = type,
                Description = Texts.FirstNonEmpty(Texts.Clean(parameter.Source.Description), $"The path parameter: {name}"),
            });
        }

        return result;
    }
}
