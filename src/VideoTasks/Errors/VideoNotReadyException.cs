namespace VideoTasks;

/// <summary>The video is not made yet; see <see cref="VideoTaskException.RetryAfter"/>.</summary>
public sealed class VideoNotReadyException : VideoTaskException
{
    /// <summary>An error with a message.</summary>
    public VideoNotReadyException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>An error without a message of its own.</summary>
    public VideoNotReadyException()
    {
    }

    /// <inheritdoc/>
    public override bool IsTransient => true;
}
