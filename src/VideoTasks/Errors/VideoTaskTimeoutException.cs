namespace VideoTasks;

/// <summary>
/// The wait's own limit passed before the task ended. The task goes on: <see cref="VideoTaskException.Handle"/> is all that is needed to wait again.
/// </summary>
public sealed class VideoTaskTimeoutException : VideoTaskException
{
    /// <summary>An error.</summary>
    /// <param name="message">One line that says what to do; null for one that names the reason.</param>
    /// <param name="innerException">What caused it; null for nothing.</param>
    public VideoTaskTimeoutException(string? message = null, Exception? innerException = null)
        : base(VideoTaskErrorReason.WaitTimeout, message, innerException)
    {
    }
}
