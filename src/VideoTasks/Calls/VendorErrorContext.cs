using VideoTasks.Vendors;

namespace VideoTasks.Calls;

/// <summary>The call that an error belongs to.</summary>
/// <param name="Vendor">The vendor.</param>
/// <param name="Operation">What was asked of it.</param>
/// <param name="Id">The task that was asked for; null when the call was about none.</param>
/// <param name="BaseUrl">Where it was asked.</param>
/// <param name="Key">The key, so that it can be taken out of what is shown; null when there is none.</param>
internal sealed record VendorErrorContext(VideoVendorDescription Vendor, VideoOperation Operation, string? Id, Uri BaseUrl, string? Key)
{
    private const int ShortestKey = 4;

    public VideoTaskHandle? Handle => Id is null ? null : new VideoTaskHandle(Vendor.Name, Id);

    /// <summary>How the call is named in messages.</summary>
    public string Subject => Handle is { } handle ? handle.ToString() : Vendor.Name;

    /// <summary>Takes the key out of a text.</summary>
    public string? Redact(string? text) =>
        text is null || Key is not { Length: >= ShortestKey } key ? text : text.Replace(key, "***", StringComparison.Ordinal);

    public override string ToString() => Subject;
}
