namespace VideoTasks.Build.Model;

/// <summary>An HTTP method of a path: becomes an async method and the method that builds its request.</summary>
internal sealed class Operation
{
    /// <summary>GET, POST, …</summary>
    public required string HttpMethod { get; init; }

    /// <summary>Get, Post, …: the stem of the methods' names.</summary>
    public required string Stem { get; init; }

    public required TypeReference ReturnType { get; set; }

    public RequestBody? Body { get; set; }

    public QueryParametersClass? QueryParameters { get; set; }

    /// <summary>Status code or range → error model, in the order of the document.</summary>
    public Dictionary<string, NamedType> Errors { get; } = new(StringComparer.OrdinalIgnoreCase);

    public List<string> AcceptedTypes { get; } = [];

    public string? UrlTemplateOverride { get; set; }

    public string Description { get; init; } = "";

    public string? DocumentationLink { get; init; }

    public string DocumentationLabel { get; init; } = "";

    public Deprecation? Deprecation { get; init; }
}

internal sealed class RequestBody
{
    public required TypeReference Type { get; set; }

    /// <summary>The content type that is sent; null where the caller chooses.</summary>
    public string? ContentType { get; init; }

    public bool CallerChoosesContentType { get; init; }

    public string Description { get; init; } = "";
}
