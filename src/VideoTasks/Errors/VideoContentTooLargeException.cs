namespace VideoTasks;

/// <summary>The video is larger than <see cref="VideoDownloadOptions.MaxBytes"/>.</summary>
public sealed class VideoContentTooLargeException : VideoContentException
{
    /// <summary>An error with a message.</summary>
    public VideoContentTooLargeException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>An error without a message of its own.</summary>
    public VideoContentTooLargeException()
    {
    }
}
