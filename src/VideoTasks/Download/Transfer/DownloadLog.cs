using Microsoft.Extensions.Logging;

namespace VideoTasks.Download.Transfer;

/// <summary>The log events of downloads. None holds a URL with its query, or a key.</summary>
internal static partial class DownloadLog
{
    [LoggerMessage(101, LogLevel.Debug, "Downloading {Handle}: asking for bytes from {From} on, attempt {Attempt}")]
    public static partial void Asking(ILogger logger, VideoTaskHandle? handle, long from, int attempt);

    [LoggerMessage(102, LogLevel.Information, "Downloading {Handle} broke at byte {Position}: {Why}")]
    public static partial void Broke(ILogger logger, VideoTaskHandle? handle, long position, string why);

    [LoggerMessage(103, LogLevel.Information, "Downloading {Handle}: the server sent {Why}; ranges of it are not used any more")]
    public static partial void RangesAreWrong(ILogger logger, VideoTaskHandle? handle, string why);

    [LoggerMessage(104, LogLevel.Information, "Downloading {Handle}: the link is refused with {Status}; asking the vendor for a fresh one")]
    public static partial void LinkExpired(ILogger logger, VideoTaskHandle? handle, int status);

    [LoggerMessage(105, LogLevel.Information, "Downloading {Handle}: completed, but not ready for download yet")]
    public static partial void NotReady(ILogger logger, VideoTaskHandle? handle);

    [LoggerMessage(106, LogLevel.Warning, "Downloading {Handle}: the file changed at the server; starting over")]
    public static partial void Changed(ILogger logger, VideoTaskHandle? handle);

    [LoggerMessage(107, LogLevel.Information, "Downloaded {Handle}: {Length} bytes in {Attempts} attempts, {Resumed} of them kept from before")]
    public static partial void Done(ILogger logger, VideoTaskHandle? handle, long length, int attempts, long resumed);

    [LoggerMessage(108, LogLevel.Information, "Downloading {Handle}: going on over {Connections} connections ({Why})")]
    public static partial void FewerConnections(ILogger logger, VideoTaskHandle? handle, int connections, string why);

    [LoggerMessage(109, LogLevel.Warning, "Downloading {Handle}: the caller's progress failed; the download goes on")]
    public static partial void ProgressFailed(ILogger logger, VideoTaskHandle? handle, Exception exception);
}
