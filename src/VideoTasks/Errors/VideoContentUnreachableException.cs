namespace VideoTasks;

/// <summary>The server of the video can't be talked to: its name is unknown, it takes no connections, its certificate is not trusted.</summary>
public sealed class VideoContentUnreachableException : VideoContentException
{
    /// <summary>An error with a message.</summary>
    public VideoContentUnreachableException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>An error without a message of its own.</summary>
    public VideoContentUnreachableException()
    {
    }
}
