namespace VideoTasks;

/// <summary>The vendor refuses the request as it is: a parameter, a size, a prompt. Sending it again is no use.</summary>
public sealed class VideoInvalidRequestException : VideoTaskException
{
    /// <summary>An error with a message.</summary>
    public VideoInvalidRequestException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>An error without a message of its own.</summary>
    public VideoInvalidRequestException()
    {
    }
}
