using VideoTasks.Http;
using VideoTasks.Vendors;

namespace VideoTasks.Calls;

/// <summary>The call that an error belongs to.</summary>
/// <param name="Vendor">The vendor.</param>
/// <param name="Operation">What was asked of it.</param>
/// <param name="Id">The task that was asked for; null when the call was about none.</param>
/// <param name="BaseUrl">Where it was asked.</param>
/// <param name="Mask">Takes the key out of what is shown.</param>
internal sealed record VendorErrorContext(VideoVendorDescription Vendor, VideoOperation Operation, string? Id, Uri BaseUrl, KeyMask Mask)
{
    public VideoTaskHandle? Handle => Id is null ? null : new VideoTaskHandle(Vendor.Name, Id);

    /// <summary>Whether an earlier try of the same call may have arrived, though no answer came back.</summary>
    public bool MayHaveArrived { get; init; }

    /// <summary>How the call is named in messages.</summary>
    public string Subject => Handle is { } handle ? handle.ToString() : Vendor.Name;

    /// <summary>
    /// Whether a task may exist that nobody has the id of, after an error of this reason: the vendor's own trouble, and what can't be understood,
    /// leave it open; every other answer is a refusal.
    /// </summary>
    /// <param name="reason">The reason of the error.</param>
    /// <param name="hasArrived">False where the request can't have reached the vendor.</param>
    public bool IsOutcomeUnknown(VideoTaskErrorReason reason, bool hasArrived = true) =>
        Operation.StartsTask()
        && (MayHaveArrived || (hasArrived && reason is VideoTaskErrorReason.Unavailable or VideoTaskErrorReason.InvalidResponse));

    public override string ToString() => Subject;
}
