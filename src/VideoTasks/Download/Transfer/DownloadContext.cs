using Microsoft.Extensions.Logging;
using VideoTasks.Http;

namespace VideoTasks.Download.Transfer;

/// <summary>What all parts of one download share, and none of them changes.</summary>
/// <param name="Vendor">The vendor's name, for errors.</param>
/// <param name="Handle">The task; null for a bare URL.</param>
/// <param name="Options">How it is downloaded.</param>
/// <param name="Time">The clock.</param>
/// <param name="Logger">Where its events go.</param>
/// <param name="Mask">Takes the vendor's key out of what its errors show.</param>
internal sealed record DownloadContext(
    string? Vendor, VideoTaskHandle? Handle, VideoContentOptions Options, TimeProvider Time, ILogger Logger, KeyMask Mask)
{
    public DownloadErrors Errors { get; } = new(Vendor, Handle, Mask);

    public RetryBudget Budget { get; } = new(Options, Time);
}
