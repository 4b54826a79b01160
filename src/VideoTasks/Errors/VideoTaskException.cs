using System.Net;

namespace VideoTasks;

/// <summary>
/// The vendor or the network said no, or the client is not set up to ask. The root of all errors of this library: <see cref="Reason"/> tells them
/// apart. The message is one line and says what to do. No property holds a key.
/// </summary>
public class VideoTaskException : Exception
{
    /// <summary>An error.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="message">One line that says what to do; null for one that names the reason.</param>
    /// <param name="innerException">What caused it; null for nothing.</param>
    public VideoTaskException(VideoTaskErrorReason reason, string? message = null, Exception? innerException = null)
        : base(message ?? ErrorMessages.Default(reason), innerException) => Reason = reason;

    internal VideoTaskException(ErrorMessage message, Exception? innerException = null)
        : this(message.Reason, message.Text, innerException)
    {
    }

    /// <summary>Why the call ended without what it was for.</summary>
    public VideoTaskErrorReason Reason { get; }

    /// <summary>The vendor's name; null when the error came before one was chosen.</summary>
    public string? Vendor { get; init; }

    /// <summary>The task, as vendor and id, to go on with; null when the call was about no task.</summary>
    public VideoTaskHandle? Handle { get; init; }

    /// <summary>The task as it was last seen; null when it was not.</summary>
    public VideoTask? Task { get; init; }

    /// <summary>What the vendor says; null when it says nothing.</summary>
    public VideoTaskError? Error { get; init; }

    /// <summary>The HTTP status of the answer; null when there was no answer.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>How long the vendor asks to wait before the next try; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The beginning of the answer's body, at most 4,096 characters, with the key taken out; null when there was none.</summary>
    public string? RawBody { get; init; }

    /// <summary>
    /// Whether a task may have been created, and billed, that this error can't name: a create, remix, edit or extend went out and no answer that
    /// settles it came back. Look for it in the vendor's list before creating it again.
    /// </summary>
    public bool IsOutcomeUnknown { get; init; }

    /// <summary>
    /// Whether the same call may be made again as it is and may succeed then: the network, a rate limit, the vendor's own trouble. Never where
    /// <see cref="IsOutcomeUnknown"/>.
    /// </summary>
    public bool IsTransient => !IsOutcomeUnknown && Reason
        is VideoTaskErrorReason.RateLimited or VideoTaskErrorReason.NotReady or VideoTaskErrorReason.Unavailable or VideoTaskErrorReason.Interrupted;
}
