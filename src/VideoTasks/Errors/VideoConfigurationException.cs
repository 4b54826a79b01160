namespace VideoTasks;

/// <summary>The library was set up so that no request can be made: no base URL, an unknown vendor.</summary>
public sealed class VideoConfigurationException : VideoTaskException
{
    /// <summary>An error with a message.</summary>
    public VideoConfigurationException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>An error without a message of its own.</summary>
    public VideoConfigurationException()
    {
    }
}
