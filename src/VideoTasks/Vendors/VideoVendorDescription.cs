using VideoTasks.Generated;
using VideoTasks.Tasks;

namespace VideoTasks.Vendors;

/// <summary>What the client needs to know about a vendor, from its document, its overlay and its hints.</summary>
public sealed record VideoVendorDescription
{
    /// <summary>The vendor's name: its entry in the lock file, lower case.</summary>
    public required string Name { get; init; }

    /// <summary>The vendor's base URL; null when its document names none, and a base URL must be given.</summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>How the key is sent.</summary>
    public VideoVendorAuthentication Authentication { get; init; } = VideoVendorAuthentication.Bearer;

    /// <summary>The operations that were recognised.</summary>
    public IReadOnlyList<VideoOperationDescription> Operations { get; init; } = [];

    /// <summary>The vendor's own status words, which win over the known ones; keys are compared without case, <c>_</c>, <c>-</c> and space.</summary>
    public IReadOnlyDictionary<string, VideoTaskStatus> StatusWords { get; init; } = new Dictionary<string, VideoTaskStatus>();

    /// <summary>Where a field is in the raw body, as a JSON Pointer; wins over the synonyms.</summary>
    public IReadOnlyDictionary<VideoTaskField, string> FieldPointers { get; init => field = Known.OfAll(value); } =
        new Dictionary<VideoTaskField, string>();

    /// <summary>The unit of a field where a hint gives it.</summary>
    public IReadOnlyDictionary<VideoTaskField, VideoFieldUnit> FieldUnits { get; init => field = Known.OfAll(value); } =
        new Dictionary<VideoTaskField, VideoFieldUnit>();

    /// <summary>The offset from UTC of a field whose times are written without a zone.</summary>
    public IReadOnlyDictionary<VideoTaskField, TimeSpan> FieldOffsets { get; init => field = Known.OfAll(value); } =
        new Dictionary<VideoTaskField, TimeSpan>();

    /// <summary>Where the id of the file is in the answer about its task, as a JSON Pointer; null when the file goes by the task's own id.</summary>
    public string? ContentIdPointer { get; init; }

    /// <summary>
    /// Where the tasks are in the answer of a list, as a JSON Pointer (empty for the answer itself); null to find them by the known names.
    /// </summary>
    public string? ListPointer { get; init; }

    /// <summary>How a list is asked for its next page.</summary>
    public VideoListPaging ListPaging { get; init; } = new();

    /// <summary>Whether a URL in a body or a redirect needs the vendor's key to be fetched. False unless a hint says so.</summary>
    public bool ContentUrlNeedsKey { get; init; }

    /// <summary>How long to wait between two reads of a task; null for the library's default.</summary>
    public TimeSpan? PollInterval { get; init; }

    /// <summary>Whether sending the same create twice makes one task only.</summary>
    public bool CreateIsIdempotent { get; init; }

    internal FieldUnit UnitOf(VideoTaskField field) => FieldUnits.Count + FieldOffsets.Count == 0 ? default
        : new(
            FieldUnits.TryGetValue(field, out var unit) ? unit : null,
            FieldOffsets.TryGetValue(field, out var offset) ? offset : null);

    internal bool Supports(VideoOperation operation) => Operations.Any(candidate => candidate.Operation == operation);
}
