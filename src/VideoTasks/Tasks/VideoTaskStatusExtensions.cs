namespace VideoTasks;

/// <summary>The words of <see cref="VideoTaskStatus"/>.</summary>
public static class VideoTaskStatusExtensions
{
    /// <summary>The word as it stands in JSON: <c>in_progress</c>.</summary>
    public static string ToWord(this VideoTaskStatus status) => status switch
    {
        VideoTaskStatus.Queued => "queued",
        VideoTaskStatus.InProgress => "in_progress",
        VideoTaskStatus.Completed => "completed",
        VideoTaskStatus.Failed => "failed",
        VideoTaskStatus.Canceled => "cancelled",
        VideoTaskStatus.Expired => "expired",
        _ => "unknown",
    };

    /// <summary>Whether a task in this state has reached its end.</summary>
    public static bool IsTerminal(this VideoTaskStatus status) =>
        status is VideoTaskStatus.Completed or VideoTaskStatus.Failed or VideoTaskStatus.Canceled or VideoTaskStatus.Expired;
}
