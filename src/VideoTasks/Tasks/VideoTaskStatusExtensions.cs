using System.ComponentModel;

namespace VideoTasks;

/// <summary>The words of <see cref="VideoTaskStatus"/>.</summary>
public static class VideoTaskStatusExtensions
{
    /// <summary>The word as it stands in JSON: <c>in_progress</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
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

    /// <summary>The state that a word in JSON stands for; unknown for one that no state has.</summary>
    internal static VideoTaskStatus OfWord(string? word) => Array.Find(Enum.GetValues<VideoTaskStatus>(), status => status.ToWord() == word);

    /// <summary>Whether a task in this state has reached its end.</summary>
    public static bool IsTerminal(this VideoTaskStatus status) =>
        status is VideoTaskStatus.Completed or VideoTaskStatus.Failed or VideoTaskStatus.Canceled or VideoTaskStatus.Expired;
}
