namespace VideoTasks;

/// <summary>
/// What the server sends is not the whole video: JSON, HTML, a truncated container, another length or hash than announced. Nothing of it was kept;
/// what came before an answer that is no content at all, such as a login page in place of the rest, stays for the next download.
/// </summary>
public sealed class VideoContentInvalidException : VideoContentException
{
    /// <summary>An error with a message.</summary>
    public VideoContentInvalidException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>Whether it is about one answer only, so that what other answers brought is as good as before.</summary>
    internal bool SparesPart { get; init; }

    /// <summary>An error without a message of its own.</summary>
    public VideoContentInvalidException()
    {
    }
}
