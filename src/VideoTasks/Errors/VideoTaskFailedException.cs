namespace VideoTasks;

/// <summary>
/// The task ended without a video: it failed or was canceled. <see cref="VideoTaskException.Task"/> is the task as it ended, and
/// <see cref="VideoTaskException.Error"/> what the vendor says of it.
/// </summary>
public sealed class VideoTaskFailedException : VideoTaskException
{
    /// <summary>An error.</summary>
    /// <param name="reason">Whether it failed or was canceled.</param>
    /// <param name="message">One line that says what to do; null for one that names the reason.</param>
    /// <param name="innerException">What caused it; null for nothing.</param>
    public VideoTaskFailedException(VideoTaskErrorReason reason, string? message = null, Exception? innerException = null)
        : base(reason, message, innerException)
    {
    }

    internal VideoTaskFailedException(ErrorMessage message)
        : base(message)
    {
    }
}
