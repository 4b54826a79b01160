namespace VideoTasks;

/// <summary>
/// Why a call, a wait or a download ended without what it was for. A later version may know more reasons: have a default branch where you
/// switch on it.
/// </summary>
public enum VideoTaskErrorReason
{
    /// <summary>None of the others; kept for what a later vendor brings.</summary>
    Unknown,

    /// <summary>The client can't be made or used as it is set up: an unknown vendor, no base URL, a missing path parameter.</summary>
    Configuration,

    /// <summary>The vendor's document has no such operation.</summary>
    NotSupported,

    /// <summary>The vendor refuses the request as it is: a parameter, a size, a prompt. Sending it again is no use.</summary>
    InvalidRequest,

    /// <summary>The key is missing, wrong, or may not do this.</summary>
    Unauthorized,

    /// <summary>The account has no balance or no quota left. Waiting is no use; paying is.</summary>
    QuotaExceeded,

    /// <summary>Too many requests for the moment; see <see cref="VideoTaskException.RetryAfter"/>.</summary>
    RateLimited,

    /// <summary>The vendor knows no such task, or no such address.</summary>
    NotFound,

    /// <summary>The video is not made yet; see <see cref="VideoTaskException.RetryAfter"/>.</summary>
    NotReady,

    /// <summary>The task or its video is no longer kept by the vendor.</summary>
    Expired,

    /// <summary>The vendor did not answer, or answered with trouble of its own (5xx).</summary>
    Unavailable,

    /// <summary>The vendor answered with something that is no answer: HTML, broken JSON, too large a body, no id.</summary>
    InvalidResponse,

    /// <summary>The vendor gave up on the task.</summary>
    TaskFailed,

    /// <summary>Somebody canceled the task.</summary>
    TaskCanceled,

    /// <summary>The wait's own limit passed before the task ended.</summary>
    WaitTimeout,

    /// <summary>
    /// What the server sends is not the whole video: JSON, HTML, a truncated container, another length or hash than announced. Nothing of it was
    /// kept; what came before an answer that is no content at all, such as a login page in place of the rest, stays for the next download.
    /// </summary>
    ContentInvalid,

    /// <summary>The video is larger than <see cref="VideoContentOptions.MaxBytes"/>.</summary>
    ContentTooLarge,

    /// <summary>The file at the server is another one than what was received before, which has been handed on already.</summary>
    ContentChanged,

    /// <summary>The server of the video can't be talked to: its name is unknown, it takes no connections, its certificate is not trusted.</summary>
    ContentUnreachable,

    /// <summary>The way to the video leads where it must not: to a private address, from https to http, to another scheme, in a circle.</summary>
    RefusedUrl,

    /// <summary>
    /// The transfer broke off, or never began, and as many further attempts as are allowed did not get ahead. Downloading again goes on from
    /// what was kept.
    /// </summary>
    Interrupted,

    /// <summary>
    /// The file or the stream can't be written: no such directory, no permission, no space, a device or a pipe in its place, or another download
    /// is writing it.
    /// </summary>
    InvalidTarget,
}
