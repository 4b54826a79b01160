namespace VideoTasks;

/// <summary>The vendor did not answer, or answered with trouble of its own (5xx).</summary>
public sealed class VideoVendorUnavailableException : VideoTaskException
{
    /// <summary>An error with a message.</summary>
    public VideoVendorUnavailableException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>An error without a message of its own.</summary>
    public VideoVendorUnavailableException()
    {
    }

    /// <inheritdoc/>
    public override bool IsTransient => true;
}
