using Microsoft.OpenApi;
using VideoTasks.Build.Model;
using VideoTasks.Build.Urls;

namespace VideoTasks.Build.Building;

/// <summary>Where a schema is used: what an inline one is named after.</summary>
/// <param name="Node">The path.</param>
/// <param name="Namespace">The namespace of the class that uses it.</param>
internal sealed record ModelPlace(UrlNode Node, CodeNamespace Namespace)
{
    /// <summary>The operation; null within a model.</summary>
    public OpenApiOperation? Operation { get; init; }

    /// <summary>The response, for errors.</summary>
    public IOpenApiResponse? Response { get; init; }

    /// <summary>What an inline schema's name ends with, such as GetResponse.</summary>
    public string Suffix { get; init; } = "";

    /// <summary>The whole name of an inline schema, within a model.</summary>
    public string InlineName { get; init; } = "";

    public bool IsRequestBody { get; init; }

    /// <summary>Reached through a discriminator: a schema that only refers to another one gets a class of its own.</summary>
    public bool IsDiscriminated { get; init; }
}
