using System.Globalization;

namespace VideoTasks;

/// <summary>The transfer broke off, or never began, and as many further attempts as are allowed did not get ahead. Downloading again goes on from what was kept.</summary>
public sealed class VideoDownloadInterruptedException : VideoContentException
{
    /// <summary>An error with a message.</summary>
    public VideoDownloadInterruptedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>An error without a message of its own.</summary>
    public VideoDownloadInterruptedException()
    {
    }

    /// <inheritdoc/>
    public override string Message => Download switch
    {
        null => base.Message,
        { BytesKept: > 0 } state => string.Create(CultureInfo.InvariantCulture, $"{base.Message} Download again to go on from the {state.BytesKept:N0} bytes that were kept."),
        _ => $"{base.Message} Download again.",
    };

    /// <inheritdoc/>
    public override bool IsTransient => true;
}
