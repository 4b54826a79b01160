namespace VideoTasks;

/// <summary>Where a task stands, in the words of this library. The vendor's own word is in <see cref="VideoTask.RawStatus"/>.</summary>
public enum VideoTaskStatus
{
    /// <summary>The vendor sent no word, or one that no rule knows. Not terminal: a wait goes on until its own limits.</summary>
    Unknown,

    /// <summary>Accepted and not yet started.</summary>
    Queued,

    /// <summary>Being worked on.</summary>
    InProgress,

    /// <summary>Terminal: the video is made. It can be downloaded as long as the vendor keeps it.</summary>
    Completed,

    /// <summary>Terminal: the vendor gave up; see <see cref="VideoTask.Error"/>.</summary>
    Failed,

    /// <summary>Terminal: somebody canceled the task; in JSON the vendors' word, <c>cancelled</c>.</summary>
    Canceled,

    /// <summary>Terminal: the task or its video is no longer kept.</summary>
    Expired,
}
