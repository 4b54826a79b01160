namespace VideoTasks;

/// <summary>The way to the video leads where it must not: to a private address, from https to http, to another scheme, in a circle.</summary>
public sealed class VideoContentRefusedException : VideoContentException
{
    /// <summary>An error with a message.</summary>
    public VideoContentRefusedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>An error without a message of its own.</summary>
    public VideoContentRefusedException()
    {
    }
}
