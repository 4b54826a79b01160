using VideoTasks.Build.Building;
using VideoTasks.Build.Urls;

namespace VideoTasks.Build.Model;

/// <summary>A path segment of the API: what lies below it and what can be done there.</summary>
internal sealed class RequestBuilderClass : ClassDeclaration
{
    public bool IsClient { get; init; }

    public string UrlTemplate { get; set; } = "";

    public bool HasUrl { get; set; }

    /// <summary>The properties, by name whatever its case.</summary>
    public List<Navigation> Navigations { get; } = [];

    public List<ItemIndexer> Indexers { get; } = [];

    public List<ParameterizedNavigation> ParameterizedNavigations { get; } = [];

    /// <summary>Path parameters of a segment with more than a plain parameter: optional in the constructor.</summary>
    public List<PathParameter> PathParameters { get; } = [];

    public List<Operation> Operations { get; } = [];

    /// <summary>WithUrl is deprecated with the operations that it leads to.</summary>
    public Deprecation? WithUrlDeprecation { get; set; }

    public bool HasWithUrl { get; set; }
}

internal sealed class Navigation
{
    public required string Name { get; set; }

    public required RequestBuilderClass Target { get; init; }

    public string Description { get; init; } = "";

    public Deprecation? Deprecation { get; init; }
}

internal sealed class ItemIndexer
{
    public required PathParameter Parameter { get; init; }

    public required RequestBuilderClass Target { get; init; }

    public string Description { get; init; } = "";

    public Deprecation? Deprecation { get; set; }
}

internal sealed class ParameterizedNavigation
{
    public required string Name { get; set; }

    public required RequestBuilderClass Target { get; init; }

    public List<PathParameter> Parameters { get; init; } = [];

    public string Description { get; init; } = "";

    public Deprecation? Deprecation { get; init; }
}

internal sealed class PathParameter
{
    public required string Name { get; set; }

    /// <summary>The name in the URL template.</summary>
    public required string TemplateName { get; init; }

    public required NamedType Type { get; init; }

    public string Description { get; init; } = "";
}
