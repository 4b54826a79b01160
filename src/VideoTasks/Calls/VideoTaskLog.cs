using Microsoft.Extensions.Logging;

namespace VideoTasks.Calls;

/// <summary>The log events of the calls that answer with JSON.</summary>
internal static partial class VideoTaskLog
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Debug, Message = "{Operation} at {Vendor}, task {Id}: {StatusCode}")]
    public static partial void Answered(ILogger logger, string operation, string vendor, string? id, int statusCode);

    [LoggerMessage(
        EventId = 2,
        Level = LogLevel.Warning,
        Message = "{Operation} at {Vendor}, task {Id}: {Error} ({StatusCode}); again in {Pause}, after try {Attempt}")]
    public static partial void Repeating(
        ILogger logger, string operation, string vendor, string? id, VideoTaskErrorReason error, int statusCode, TimeSpan pause, int attempt);

    [LoggerMessage(EventId = 3, Level = LogLevel.Warning, Message = "Waiting for {Handle}: the caller's progress failed; the wait goes on")]
    public static partial void ProgressFailed(ILogger logger, VideoTaskHandle handle, Exception exception);
}
