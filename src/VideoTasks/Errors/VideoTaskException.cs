using System.Net;

namespace VideoTasks;

/// <summary>
/// The vendor or the network said no. The root of all errors of this library; a leaf exists where a caller would act differently.
/// The message is one line and says what to do. No property holds a key.
/// </summary>
public class VideoTaskException : Exception
{
    /// <summary>An error with a message.</summary>
    public VideoTaskException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>An error without a message of its own.</summary>
    public VideoTaskException()
    {
    }

    /// <summary>The vendor's name; null when the error came before one was chosen.</summary>
    public string? Vendor { get; init; }

    /// <summary>The task, as vendor and id, to go on with; null when the call was about no task.</summary>
    public VideoTaskHandle? Handle { get; init; }

    /// <summary>The HTTP status of the answer; null when there was no answer.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>The vendor's own error code, as text whatever its type on the wire; null when it sent none.</summary>
    public string? Code { get; init; }

    /// <summary>The vendor's own message; null when it sent none.</summary>
    public string? VendorMessage { get; init; }

    /// <summary>How long the vendor asks to wait before the next try; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The beginning of the answer's body, at most 4,096 characters, with the key taken out; null when there was none.</summary>
    public string? RawBody { get; init; }

    /// <summary>How far a download had come; null when the error did not end one.</summary>
    public VideoDownloadState? Download { get; internal set; }

    /// <summary>Whether the same read may succeed later without any change: the network, a rate limit, the vendor's own trouble.</summary>
    public virtual bool IsTransient => false;
}
