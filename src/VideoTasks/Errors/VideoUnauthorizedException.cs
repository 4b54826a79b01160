namespace VideoTasks;

/// <summary>The key is missing, wrong, or may not do this.</summary>
public sealed class VideoUnauthorizedException : VideoTaskException
{
    /// <summary>An error with a message.</summary>
    public VideoUnauthorizedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>An error without a message of its own.</summary>
    public VideoUnauthorizedException()
    {
    }
}
