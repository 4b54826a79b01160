using Microsoft.OpenApi;
using VideoTasks.Build.Building;
using VideoTasks.Build.Documents.Overlays.JsonPaths;
using VideoTasks.Build.Naming;

namespace VideoTasks.Build.Urls;

/// <summary>A segment of the document's paths.</summary>
internal sealed class UrlNode(string segment, string path)
{
    /// <summary>The segment in the document.</summary>
    public string Segment { get; } = segment;

    /// <summary>All segments to here, each after a '\'.</summary>
    public string Path { get; set; } = path;

    public Dictionary<string, UrlNode> Children { get; } = [];

    /// <summary>What can be done at this path.</summary>
    public Endpoint? Endpoint { get; set; }

    /// <summary>The parameter that stands for several of other names at this place.</summary>
    public string? SharedParameter { get; set; }

    public string EffectiveSegment => SharedParameter ?? Segment;

    public bool IsItem => SegmentNames.IsSingleParameter(EffectiveSegment);

    public bool HasOtherParameters => SegmentNames.HasOtherParameters(EffectiveSegment);

    public bool HasOperations => Endpoint is { Operations.Count: > 0 };

    public string Description => Endpoint is null ? "" : Texts.Clean(Texts.FirstNonEmpty(Endpoint.Description, Endpoint.Summary));

    /// <summary>What a class that belongs to the path is named after.</summary>
    public string Stem => Refine(SegmentNames.WithoutParameters(EffectiveSegment).Replace("$value", "Content", StringComparison.Ordinal));

    /// <summary>Removes what says nothing from a name: an extension, an id.</summary>
    public string Refine(string name) => SegmentNames.Refine(name, IsItem, () =>
        Path.Split('\\', StringSplitOptions.RemoveEmptyEntries).SkipLast(1).LastOrDefault() ?? "");

    /// <summary>The name of the property or class for this segment.</summary>
    public string NavigationName(string suffix)
    {
        var stem = Stem;
        var parts = (stem.Length == 0 ? SegmentNames.TrailingSlash : stem).Split('.', StringSplitOptions.RemoveEmptyEntries);
        var name = Symbols.Clean(string.Concat(parts.Select(static (part, index) => index == 0 ? part : Symbols.UpperFirst(part))) + suffix);
        return SegmentNames.IsHttpVerb(name) ? name + "Path" : name;
    }

    /// <summary>The first endpoint at or below the segment.</summary>
    public Endpoint? FirstEndpoint() => Endpoint ?? Children.Values.Select(static c => c.FirstEndpoint()).FirstOrDefault(static e => e is not null);
}

/// <summary>A path item, detached from the document: what paths that are merged share is renamed here.</summary>
internal sealed class Endpoint
{
    public string? Description { get; init; }

    public string? Summary { get; init; }

    public List<Parameter> Parameters { get; init; } = [];

    public Dictionary<HttpMethod, EndpointOperation> Operations { get; init; } = [];

    public IEnumerable<Parameter> AllParameters => Parameters.Concat(Operations.Values.SelectMany(static o => o.Parameters)).Distinct();
}

/// <param name="Source">The operation in the document.</param>
/// <param name="Parameters">Its own parameters.</param>
internal sealed record EndpointOperation(OpenApiOperation Source, List<Parameter> Parameters);

internal sealed class Parameter(IOpenApiParameter source)
{
    public IOpenApiParameter Source { get; } = source;

    public string Name { get; set; } = source.Name ?? "";

    public bool IsPath => Source.In is ParameterLocation.Path;

    public bool IsQuery => Source.In is ParameterLocation.Query;
}
