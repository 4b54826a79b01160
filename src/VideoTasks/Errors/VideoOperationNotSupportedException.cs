namespace VideoTasks;

/// <summary>The vendor's document has no such operation.</summary>
public sealed class VideoOperationNotSupportedException : VideoTaskException
{
    /// <summary>An error with a message.</summary>
    public VideoOperationNotSupportedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>An error without a message of its own.</summary>
    public VideoOperationNotSupportedException()
    {
    }
}
