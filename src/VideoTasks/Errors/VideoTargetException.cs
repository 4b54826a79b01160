namespace VideoTasks;

/// <summary>The file can't be written: no such directory, no permission, no space, a device or a pipe in its place, or another download is writing it.</summary>
public sealed class VideoTargetException : VideoContentException
{
    /// <summary>An error with a message.</summary>
    public VideoTargetException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>An error without a message of its own.</summary>
    public VideoTargetException()
    {
    }
}
