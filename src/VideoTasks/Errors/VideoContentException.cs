namespace VideoTasks;

/// <summary>A download that did not end in the whole file. Nothing stands at the final path; <see cref="VideoTaskException.Download"/> says what was kept.</summary>
public class VideoContentException : VideoTaskException
{
    /// <summary>An error with a message.</summary>
    public VideoContentException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>An error without a message of its own.</summary>
    public VideoContentException()
    {
    }
}
