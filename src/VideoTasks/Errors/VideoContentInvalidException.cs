namespace VideoTasks;

/// <summary>What the server sends is not the whole video: JSON, HTML, a truncated container, another length or hash than announced. Nothing of it was kept.</summary>
public sealed class VideoContentInvalidException : VideoContentException
{
    /// <summary>An error with a message.</summary>
    public VideoContentInvalidException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>An error without a message of its own.</summary>
    public VideoContentInvalidException()
    {
    }
}
