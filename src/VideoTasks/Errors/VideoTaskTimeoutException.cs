namespace VideoTasks;

/// <summary>The wait's own limit passed before the task ended. The task goes on: <see cref="VideoTaskException.Handle"/> is all that is needed to wait again.</summary>
public sealed class VideoTaskTimeoutException : VideoTaskException
{
    /// <summary>An error with a message.</summary>
    public VideoTaskTimeoutException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>An error without a message of its own.</summary>
    public VideoTaskTimeoutException()
    {
    }

    /// <summary>The task as it was last seen; null when it could not be read once.</summary>
    public VideoTask? Task { get; init; }
}
