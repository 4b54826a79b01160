namespace VideoTasks;

/// <summary>The vendor knows no such task, or no such address.</summary>
public sealed class VideoNotFoundException : VideoTaskException
{
    /// <summary>An error with a message.</summary>
    public VideoNotFoundException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>An error without a message of its own.</summary>
    public VideoNotFoundException()
    {
    }
}
