namespace VideoTasks;

/// <summary>The task ended without a video: it failed or was cancelled. What the vendor says is in <see cref="VideoTaskException.Code"/> and <see cref="VideoTaskException.VendorMessage"/>.</summary>
public sealed class VideoTaskFailedException : VideoTaskException
{
    /// <summary>An error with a message.</summary>
    public VideoTaskFailedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>An error without a message of its own.</summary>
    public VideoTaskFailedException()
    {
    }

    /// <summary>The task as it ended; null when the vendor refused it before it had an id.</summary>
    public VideoTask? Task { get; init; }
}
