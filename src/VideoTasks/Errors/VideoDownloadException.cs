using System.Runtime.ExceptionServices;

namespace VideoTasks;

/// <summary>A download that did not end in the whole video. Nothing stands at the final path; <see cref="State"/> says what was kept.</summary>
public sealed class VideoDownloadException : VideoTaskException
{
    /// <summary>An error.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="message">One line that says what to do; null for one that names the reason.</param>
    /// <param name="innerException">What caused it; null for nothing.</param>
    public VideoDownloadException(VideoTaskErrorReason reason, string? message = null, Exception? innerException = null)
        : base(reason, message, innerException)
    {
    }

    internal VideoDownloadException(ErrorMessage message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>How far the download had come; null when it had not begun.</summary>
    public VideoDownloadState? State { get; init; }

    /// <summary>Whether what was received is of no use to a next download.</summary>
    internal bool IsPartWorthless { get; init; }

    /// <summary>The error that ends a download, whatever it was that said no: the same one, with how far the download had come.</summary>
    internal static VideoDownloadException Create(VideoTaskException cause, VideoDownloadState state)
    {
        var exception = new VideoDownloadException(ErrorMessages.Ended(cause, state), cause.InnerException)
        {
            Vendor = cause.Vendor,
            Handle = cause.Handle,
            Task = cause.Task,
            Error = cause.Error,
            StatusCode = cause.StatusCode,
            RetryAfter = cause.RetryAfter,
            RawBody = cause.RawBody,
            State = state,
        };
        return cause.StackTrace is { } trace ? (VideoDownloadException)ExceptionDispatchInfo.SetRemoteStackTrace(exception, trace) : exception;
    }
}
