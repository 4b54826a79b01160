namespace VideoTasks;

/// <summary>A download that was given up by its caller; it says what was kept, so that a next one can go on.</summary>
public sealed class VideoDownloadCanceledException : OperationCanceledException
{
    /// <summary>A cancellation with a message.</summary>
    public VideoDownloadCanceledException(string message, Exception? innerException = null, CancellationToken cancellationToken = default)
        : base(message, innerException, cancellationToken)
    {
    }

    /// <summary>A cancellation without a message of its own.</summary>
    public VideoDownloadCanceledException()
    {
    }

    /// <summary>The task; null when the download was of none.</summary>
    public VideoTaskHandle? Handle { get; init; }

    /// <summary>How far the download had come.</summary>
    public VideoDownloadState? State { get; init; }
}
