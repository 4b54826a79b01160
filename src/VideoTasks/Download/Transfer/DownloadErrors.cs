using System.Net;
using VideoTasks.Calls;
using VideoTasks.Download.Formats;
using VideoTasks.Http;

namespace VideoTasks.Download.Transfer;

/// <summary>The errors of a download, with what they are about.</summary>
internal sealed class DownloadErrors(string? vendor, VideoTaskHandle? handle, KeyMask mask)
{
    private const int MaxExcerpt = 4096;
    private const int MaxReason = 200;

    private string What => handle is { } task ? $"The video of {task}" : "The content";

    public VideoDownloadException Invalid(string why, Exception? inner = null) =>
        new(ErrorMessages.Unusable(What, why), inner) { Vendor = vendor, Handle = handle, IsPartWorthless = true };

    /// <summary>An answer that is no content; it says nothing about what was received before.</summary>
    public VideoDownloadException Unusable(string why, Exception? inner = null) =>
        new(ErrorMessages.AnswerUnusable(What, why), inner) { Vendor = vendor, Handle = handle };

    public VideoDownloadException NotMedia(ContentKind kind, string? mediaType, ReadOnlyMemory<byte> body, HttpStatusCode status) =>
        new(ErrorMessages.NotMedia(What, ContainerCheck.Describe(kind), mask.Apply(mediaType)))
        {
            Vendor = vendor,
            Handle = handle,
            StatusCode = status,
            RawBody = Excerpt(body),
        };

    public VideoDownloadException NotReady(ReadOnlyMemory<byte> body, VideoTaskError? said = null) =>
        new(ErrorMessages.NotThereYet(What, VendorErrors.Quote(said?.Code, said?.Message)))
        {
            Vendor = vendor,
            Handle = handle,
            Error = said,
            RawBody = Excerpt(body),
        };

    /// <summary>What an error for the content means while the vendor says that the task is still being worked on.</summary>
    public VideoDownloadException NotCompleted(VideoTask task, VideoTaskException said) =>
        new(ErrorMessages.TaskNotCompleted(task.Handle, task.RawStatus ?? task.Status.ToString(), QuoteOf(said)), said)
        {
            Vendor = vendor,
            Handle = handle,
            Task = task,
            Error = said.Error,
            StatusCode = said.StatusCode,
            RetryAfter = said.RetryAfter ?? task.RetryAfter,
            RawBody = said.RawBody,
        };

    public VideoDownloadException TooLarge(long limit, long? length) =>
        new(ErrorMessages.TooLarge(What, limit, length)) { Vendor = vendor, Handle = handle, IsPartWorthless = true };

    public VideoDownloadException Refused(RefusedRequestException refusal) =>
        new(ErrorMessages.NotFetched(What, refusal.Message), refusal) { Vendor = vendor, Handle = handle };

    public VideoDownloadException Interrupted(Exception cause) =>
        new(ErrorMessages.NotReadToItsEnd(What, Reason(cause)), cause) { Vendor = vendor, Handle = handle };

    public VideoDownloadException Unreachable(HttpRequestException cause) =>
        new(ErrorMessages.Unreachable(What, ConnectionReason(cause)), cause) { Vendor = vendor, Handle = handle };

    public VideoDownloadException LinkExpired(HttpStatusCode status) =>
        new(ErrorMessages.LinkExpired(What, (int)status)) { Vendor = vendor, Handle = handle, StatusCode = status };

    public VideoDownloadCanceledException Canceled(OperationCanceledException cause, VideoDownloadState state) =>
        new(ErrorMessages.DownloadCanceled(What), cause, cause.CancellationToken) { Handle = handle, State = state };

    public VideoDownloadException Changed() => new(ErrorMessages.Changed(What)) { Vendor = vendor, Handle = handle, IsPartWorthless = true };

    /// <summary>Whether what was received before an error is of use to the next download; what turned out wrong is not.</summary>
    public static bool SparesPart(Exception exception) => exception is not VideoDownloadException { IsPartWorthless: true };

    /// <summary>The error of an exchange that failed for good.</summary>
    public VideoTaskException Of(Exception cause) => RefusedRequestException.FindIn(cause) is { } refusal ? Refused(refusal)
        : cause is VideoTaskException known ? known
        : cause is HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded }
        ? Unusable("the headers of the answer are larger than 64 KB", cause)
        : cause is HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError
                or HttpRequestError.ProxyTunnelError or HttpRequestError.VersionNegotiationError,
        } failure ? Unreachable(failure)
        : Interrupted(cause);

    private static string QuoteOf(VideoTaskException said) =>
        VendorErrors.Quote(said.Error?.Code ?? (said.StatusCode is { } status ? $"{(int)status}" : null), said.Error?.Message);

    // The exception on the outside names the host and the port, the inner ones what is wrong.
    private static string ConnectionReason(HttpRequestException cause) => cause.HttpRequestError switch
    {
        HttpRequestError.ProxyTunnelError => ProxyReason(cause.Message),
        HttpRequestError.NameResolutionError => $"the name of its host does not resolve{HostOf(cause)}",
        HttpRequestError.SecureConnectionError => Reason(cause),
        _ => Reason(cause) + HostOf(cause),
    };

    // .NET's text has the proxy's URL, with its password, and the status as its only number of three digits at the end.
    private static string ProxyReason(string message) => message.Split('\'') is [.., { Length: 3 } status, _] && status.All(char.IsAsciiDigit)
        ? status == "407"
        ? "the proxy wants a login (407); see its settings"
        : $"the proxy does not let the request through ({status}); ask who runs it"
        : "the proxy does not let the request through; see its settings";

    private static string HostOf(HttpRequestException cause) =>
        cause.Message.LastIndexOf(" (", StringComparison.Ordinal) is var start and >= 0 && cause.Message.EndsWith(')') ? cause.Message[start..] : "";

    private string Excerpt(ReadOnlyMemory<byte> body)
    {
        var shown = mask.Apply(body).Span;
        return System.Text.Encoding.UTF8.GetString(shown[..Math.Min(MaxExcerpt, shown.Length)]);
    }

    private static string Reason(Exception cause)
    {
        var innermost = cause;
        while (innermost.InnerException is { } inner)
        {
            innermost = inner;
        }

        // That something was cancelled is how a stall ends here, and says nothing to anybody.
        return cause is not TransferBreakException ? Plain(innermost)
            : innermost == cause || innermost is OperationCanceledException or ObjectDisposedException ? Plain(cause)
            : $"{Plain(cause)} ({Plain(innermost)})";
    }

    /// <summary>What an exception says, without the name of its error code and the full stop.</summary>
    private static string Plain(Exception exception)
    {
        var code = exception is HttpIOException http ? $" ({http.HttpRequestError})" : "";
        var message = code.Length > 0
            && exception.Message.EndsWith(code, StringComparison.Ordinal) ? exception.Message[..^code.Length] : exception.Message;

        // It may quote what a server sent in place of HTTP.
        message = string.Concat(message.Select(letter => char.IsControl(letter) || letter == '\uFFFD' ? '?' : letter));
        return (message.Length > MaxReason ? message[..MaxReason] + "…" : message).TrimEnd('.');
    }
}
