namespace VideoTasks;

/// <summary>The task or its video is no longer kept by the vendor.</summary>
public sealed class VideoExpiredException : VideoTaskException
{
    /// <summary>An error with a message.</summary>
    public VideoExpiredException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>An error without a message of its own.</summary>
    public VideoExpiredException()
    {
    }
}
