
using VideoTasks.Generated;

namespace VideoTasks.Build.Description.Format;

/// <summary>What a vendor's document, its overlays and its lock entry say, as the build tool hands it to the source generator.</summary>
internal sealed record VendorDescription
{
    public string Name { get; init; } = "";

    public string? Title { get; init; }

    public string ClientNamespace { get; init; } = "";

    public string ClientClass { get; init; } = "";

    public string DocumentPath { get; init; } = "";

    public string DocumentHash { get; init; } = "";

    /// <summary>What <see cref="DescribedPlace.File"/> counts.</summary>
    public EquatableArray<string> Files { get; init; }

    public string? ServerUrl { get; init; }

    public DescribedKey Key { get; init; } = new(ParameterLocation.Header, "Authorization", "Bearer", "", null);

    public double? PollSeconds { get; init; }

    public bool IsIdempotent { get; init; }

    public bool ContentUrlNeedsKey { get; init; }

    public string? ContentIdPointer { get; init; }

    public string? ItemsPointer { get; init; }

    public EquatableArray<DescribedStatusWord> StatusWords { get; init; }

    public EquatableArray<DescribedUnit> Units { get; init; }

    public EquatableArray<DescribedPointer> Pointers { get; init; }

    public EquatableArray<DescribedOperation> Operations { get; init; }

    public EquatableArray<DescribedRefusal> Refused { get; init; }

    public EquatableArray<DescribedProblem> Problems { get; init; }
}

/// <summary>A place in one of the vendor's files.</summary>
/// <param name="File">The file's number in <see cref="VendorDescription.Files"/>.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
internal sealed record DescribedPlace(int File, int Line, int Column);

/// <summary>How the vendor takes its key.</summary>
/// <param name="Location">A header or a query parameter.</param>
/// <param name="Name">Its name.</param>
/// <param name="Scheme">The word before the key; null for the key alone.</param>
/// <param name="Reason">The security scheme, or the hint.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record DescribedKey(ParameterLocation Location, string Name, string? Scheme, string Reason, DescribedPlace? Place);

/// <summary>A status word of the vendor's that a hint maps.</summary>
internal sealed record DescribedStatusWord(string Word, DescribedStatus Status, DescribedPlace? Place);

/// <summary>The unit in which the vendor sends a field.</summary>
internal sealed record DescribedUnit(VideoTaskField Field, string Unit);

/// <summary>The place that a hint gives a field in the raw body.</summary>
internal sealed record DescribedPointer(VideoTaskField Field, string Pointer, DescribedPlace? Place);

/// <summary>An operation that has no role, and the role that it came nearest to.</summary>
internal sealed record DescribedRefusal(string Method, string Path, VideoRole? Role, string Reason, DescribedPlace? Place);

/// <summary>A diagnostic of the source generator's that only the document shows.</summary>
internal sealed record DescribedProblem(string Id, DescribedPlace? Place, EquatableArray<string> Arguments);
