namespace VideoTasks;

/// <summary>The vendor answered with something that is no answer: HTML, broken JSON, too large a body, no id.</summary>
public sealed class VideoResponseException : VideoTaskException
{
    /// <summary>An error with a message.</summary>
    public VideoResponseException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>An error without a message of its own.</summary>
    public VideoResponseException()
    {
    }
}
