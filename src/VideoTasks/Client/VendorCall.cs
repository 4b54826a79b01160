using VideoTasks.Vendors;

namespace VideoTasks;

/// <summary>One call of an operation, whichever vendor and however often it is sent.</summary>
internal sealed record VendorCall(VideoOperation Operation, string? Id = null, string? Variant = null, int? Limit = null, string? After = null)
{
    public VideoRequestArguments Arguments => new(Id, Variant, Limit, After);

    /// <summary>Whether the call makes a video that costs money each time that it arrives.</summary>
    public bool IsBillable => Operation.StartsTask();
}
