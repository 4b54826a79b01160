namespace VideoTasks.Vendors;

/// <summary>What is known about a vendor from its document, its overlay and its hints.</summary>
public sealed record VideoVendorDescription
{
    /// <summary>The vendor's name: its entry in the lock file, lower case.</summary>
    public required string Name { get; init; }

    /// <summary>The title of the vendor's document.</summary>
    public string? Title { get; init; }

    /// <summary>The vendor's base URL; null when its document names none, and a base URL must be given.</summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>The document, relative to the repository.</summary>
    public required string DocumentPath { get; init; }

    /// <summary>The hash of the document that the lock file pins.</summary>
    public required string DocumentHash { get; init; }

    /// <summary>How the key is sent.</summary>
    public VideoVendorAuthentication Authentication { get; init; } = VideoVendorAuthentication.Bearer;

    /// <summary>The operations that were recognised.</summary>
    public IReadOnlyList<VideoOperationDescription> Operations { get; init; } = [];

    /// <summary>How each canonical field was recognised in the typed model; for <c>vendors --explain</c>.</summary>
    public IReadOnlyList<VideoFieldDescription> Fields { get; init; } = [];

    /// <summary>The vendor's own status words, which win over the known ones; keys are compared without case, <c>_</c>, <c>-</c> and space.</summary>
    public IReadOnlyDictionary<string, VideoTaskStatus> StatusWords { get; init; } = new Dictionary<string, VideoTaskStatus>();

    /// <summary>
    /// Where a canonical field is in the raw body, as a JSON Pointer; wins over the synonyms. Keys are names of <see cref="VideoTaskFields"/>.
    /// </summary>
    public IReadOnlyDictionary<string, string> FieldPointers { get; init; } = new Dictionary<string, string>();

    /// <summary>The unit of a canonical field where a hint gives it (<c>milliseconds</c>, <c>fraction</c>, …).</summary>
    public IReadOnlyDictionary<string, string> FieldUnits { get; init; } = new Dictionary<string, string>();

    /// <summary>Where the id of the file is in the answer about its task, as a JSON Pointer; null when the file goes by the task's own id.</summary>
    public string? ContentIdPointer { get; init; }

    /// <summary>
    /// Where the tasks are in the answer of a list, as a JSON Pointer (empty for the answer itself); null to find them by the known names.
    /// </summary>
    public string? ListPointer { get; init; }

    /// <summary>How a list is asked for its next page.</summary>
    public VideoListPaging ListPaging { get; init; } = new(VideoListPagingStyle.Cursor, 1);

    /// <summary>The operations that were looked at and have no role, with the reason; for <c>vendors --explain</c>.</summary>
    public IReadOnlyList<VideoRefusedDescription> Refused { get; init; } = [];

    /// <summary>Whether a URL in a body or a redirect needs the vendor's key to be fetched. False unless a hint says so.</summary>
    public bool ContentUrlNeedsKey { get; init; }

    /// <summary>How long to wait between two reads of a task; null for the library's default.</summary>
    public TimeSpan? PollInterval { get; init; }

    /// <summary>Whether sending the same create twice makes one task only.</summary>
    public bool CreateIsIdempotent { get; init; }

    internal bool Supports(VideoOperation operation) => Operations.Any(candidate => candidate.Operation == operation);
}

/// <summary>An operation, and how it was recognised.</summary>
/// <param name="Operation">Its role.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path template of the document.</param>
/// <param name="Reason">Why it was recognised: the convention, or the hint.</param>
/// <param name="Source">The file and line that it stands at; null when unknown.</param>
public sealed record VideoOperationDescription(VideoOperation Operation, string Method, string Path, string Reason, string? Source = null)
{
    /// <summary>What its URL and headers need besides the task's id and the key.</summary>
    public IReadOnlyList<VideoParameterDescription> Parameters { get; init; } = [];

    /// <summary>
    /// What its request holds: each canonical field with its place, and the vendor's own fields; empty when the document says nothing of it.
    /// </summary>
    public IReadOnlyList<VideoRequestField> Request { get; init; } = [];

    /// <summary>The media types of its request, where it starts a task.</summary>
    public VideoRequestForms Forms { get; init; }
}

/// <summary>A parameter of an operation that is not the task's id.</summary>
/// <param name="Location"><c>path</c>, <c>query</c> or <c>header</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Value">What it is given unless <see cref="VideoTaskClientOptions.PathParameters"/> says otherwise; null when nothing is
/// known.</param>
/// <param name="Reason">Where the value is from.</param>
public sealed record VideoParameterDescription(string Location, string Name, string? Value, string Reason);

/// <summary>An operation that was looked at and has no role.</summary>
/// <param name="Operation">The role that it came nearest to; null when it came near none.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path template of the document.</param>
/// <param name="Reason">Why it was refused.</param>
/// <param name="Source">The file and line that it stands at; null when unknown.</param>
public sealed record VideoRefusedDescription(VideoOperation? Operation, string Method, string Path, string Reason, string? Source = null);

/// <summary>How a list is asked for its next page.</summary>
/// <param name="Style">By a cursor, a page number or an offset.</param>
/// <param name="First">The number of the first page, 0 or 1.</param>
public sealed record VideoListPaging(VideoListPagingStyle Style, int First);

/// <summary>What a list takes to begin further on.</summary>
public enum VideoListPagingStyle
{
    /// <summary>The id of the last task, or a token that the answer has.</summary>
    Cursor,

    /// <summary>The number of a page.</summary>
    Page,

    /// <summary>How many tasks to leave out.</summary>
    Offset,
}

/// <summary>How a canonical field was recognised.</summary>
/// <param name="Field">The canonical field.</param>
/// <param name="Operation">The operation whose answer it is in.</param>
/// <param name="Property">The typed property, as a path of JSON names; null when the field comes from the raw body only.</param>
/// <param name="Reason">Why: the convention, or the hint.</param>
/// <param name="Source">The file and line; null when unknown.</param>
public sealed record VideoFieldDescription(string Field, VideoOperation Operation, string? Property, string Reason, string? Source = null);

/// <summary>How a vendor takes its key.</summary>
/// <param name="Location">Header or query.</param>
/// <param name="Name">The name of the header or query parameter.</param>
/// <param name="Scheme">What stands before the key in the header (<c>Bearer</c>, <c>Key</c>, <c>Token</c>); null for the key alone.</param>
public sealed record VideoVendorAuthentication(VideoKeyLocation Location, string Name, string? Scheme)
{
    /// <summary><c>Authorization: Bearer KEY</c>.</summary>
    public static VideoVendorAuthentication Bearer { get; } = new(VideoKeyLocation.Header, "Authorization", "Bearer");
}

/// <summary>Where a key goes.</summary>
public enum VideoKeyLocation
{
    /// <summary>Into a request header.</summary>
    Header,

    /// <summary>Into the query of the URL.</summary>
    Query,
}
