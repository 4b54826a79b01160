using VideoTasks.Generated;

namespace VideoTasks.Vendors;

/// <summary>How a vendor was recognised in its document, for people: <c>videotasks vendors --explain</c>. No call needs it.</summary>
public sealed record VideoVendorExplanation
{
    /// <summary>The title of the vendor's document.</summary>
    public string? Title { get; init; }

    /// <summary>The document, relative to the repository.</summary>
    public required string DocumentPath { get; init; }

    /// <summary>The hash of the document that the lock file pins.</summary>
    public required string DocumentHash { get; init; }

    /// <summary>Why each operation of the description is one, in its order.</summary>
    public IReadOnlyList<VideoOperationExplanation> Operations { get; init; } = [];

    /// <summary>How each canonical field was recognised in the typed model.</summary>
    public IReadOnlyList<VideoFieldDescription> Fields { get; init; } = [];

    /// <summary>The operations that were looked at and have no role, with the reason.</summary>
    public IReadOnlyList<VideoRefusedDescription> Refused { get; init; } = [];
}

/// <summary>Why something is what it is, and where that stands.</summary>
public sealed record VideoReason
{
    /// <summary>The convention, or the hint.</summary>
    public required string Reason { get; init; }

    /// <summary>The file and line; null when unknown.</summary>
    public string? Source { get; init; }
}

/// <summary>How an operation was recognised.</summary>
public sealed record VideoOperationExplanation
{
    /// <summary>The operation.</summary>
    public required VideoOperation Operation { get; init; }

    /// <summary>Why it is the operation.</summary>
    public required VideoReason Why { get; init; }

    /// <summary>Where the values of its parameters are from, in the order of the description.</summary>
    public IReadOnlyList<VideoReason> Parameters { get; init; } = [];

    /// <summary>Why the fields of its request are where they are, in the order of the description.</summary>
    public IReadOnlyList<VideoReason> Request { get; init; } = [];
}

/// <summary>How a canonical field was recognised.</summary>
public sealed record VideoFieldDescription
{
    /// <summary>The canonical field.</summary>
    public required VideoTaskField Field { get; init; }

    /// <summary>The operation whose answer it is in.</summary>
    public required VideoOperation Operation { get; init; }

    /// <summary>The typed property, as a path of JSON names; null when the field comes from the raw body only.</summary>
    public string? Property { get; init; }

    /// <summary>Why it is the field.</summary>
    public required VideoReason Why { get; init; }
}

/// <summary>An operation that was looked at and has no role.</summary>
public sealed record VideoRefusedDescription
{
    /// <summary>The role that it came nearest to; null when it came near none.</summary>
    public VideoOperation? Operation { get; init; }

    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The path template of the document.</summary>
    public required string Path { get; init; }

    /// <summary>Why it was refused.</summary>
    public required VideoReason Why { get; init; }
}
