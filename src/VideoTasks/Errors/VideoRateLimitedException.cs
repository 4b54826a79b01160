namespace VideoTasks;

/// <summary>Too many requests for the moment; see <see cref="VideoTaskException.RetryAfter"/>.</summary>
public sealed class VideoRateLimitedException : VideoTaskException
{
    /// <summary>An error with a message.</summary>
    public VideoRateLimitedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>An error without a message of its own.</summary>
    public VideoRateLimitedException()
    {
    }

    /// <inheritdoc/>
    public override bool IsTransient => true;
}
