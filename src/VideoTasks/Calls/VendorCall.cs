using VideoTasks.Generated;

namespace VideoTasks.Calls;

/// <summary>One call of an operation, whichever vendor and however often it is sent.</summary>
internal sealed record VendorCall(
    VideoOperation Operation, string? Id = null, string? Variant = null, int? Limit = null, string? After = null, int? Position = null)
{
    /// <summary>The query of the URL that a vendor gave for the next page, in place of the request's own.</summary>
    public string? Query { get; init; }

    public VideoRequestArguments Arguments => new() { Id = Id, Variant = Variant, Limit = Limit, After = After, Position = Position };

    /// <summary>Whether the call makes a video that costs money each time that it arrives.</summary>
    public bool IsBillable => Operation.StartsTask();
}
