using System.ComponentModel;
using VideoTasks.Generated;

namespace VideoTasks.Vendors;

/// <summary>An operation of a vendor.</summary>
public sealed record VideoOperationDescription
{
    /// <summary>Its role.</summary>
    public required VideoOperation Operation { get; init; }

    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The path template of the document.</summary>
    public required string Path { get; init; }

    /// <summary>What its URL and headers need besides the task's id and the key.</summary>
    public IReadOnlyList<VideoParameterDescription> Parameters { get; init; } = [];

    /// <summary>
    /// What its request holds: each canonical field with its place, and the vendor's own fields; empty when the document says nothing of it.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public IReadOnlyList<VideoRequestField> Request { get; init; } = [];

    /// <summary>Whether the vendor has a place for <see cref="VideoTaskRequest.IdempotencyKey"/>.</summary>
    public bool TakesIdempotencyKey => Request.Any(candidate => candidate.Name == VideoRequestFieldName.IdempotencyKey);

    /// <summary>The media types of its request, where it starts a task.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public VideoRequestForms Forms { get; init => field = Known.Of(value); }
}

/// <summary>A parameter of an operation that is not the task's id.</summary>
public sealed record VideoParameterDescription
{
    /// <summary>Path, query or header.</summary>
    public required VideoParameterLocation Location { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// What it is given unless <see cref="VideoTaskClientOptions.PathParameters"/> says otherwise; null when nothing is known.
    /// </summary>
    public string? Value { get; init; }
}

/// <summary>The part of a request that holds a value.</summary>
public enum VideoParameterLocation
{
    /// <summary>The body.</summary>
    Body,

    /// <summary>The query of the URL.</summary>
    Query,

    /// <summary>The path of the URL.</summary>
    Path,

    /// <summary>A header.</summary>
    Header,
}
