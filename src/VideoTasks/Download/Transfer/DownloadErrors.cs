using System.Net;
using System.Security.Authentication;
using VideoTasks.Calls;
using VideoTasks.Download.Formats;
using VideoTasks.Http;

namespace VideoTasks.Download.Transfer;

/// <summary>The errors of a download, with what they are about.</summary>
internal sealed class DownloadErrors(string? vendor, VideoTaskHandle? handle)
{
    private const int MaxExcerpt = 4096;
    private const int MaxReason = 200;

    private string What => handle is { } task ? $"The video of {task}" : "The content";

    public VideoContentInvalidException Invalid(string why, Exception? inner = null) =>
        new($"{What} can't be used: {why}. Nothing was saved; look at what the server sends, or ask its operator.", inner) { Vendor = vendor, Handle = handle };

    /// <summary>An answer that is no content; it says nothing about what was received before.</summary>
    public VideoContentInvalidException Unusable(string why, Exception? inner = null) =>
        new($"{What} can't be used: {why}. Nothing of it was saved; look at what the server sends, or ask its operator.", inner)
        {
            Vendor = vendor,
            Handle = handle,
            SparesPart = true,
        };

    public VideoContentInvalidException NotMedia(ContentKind kind, string? mediaType, ReadOnlyMemory<byte> body, HttpStatusCode status) =>
        new($"{What} can't be used: the server sent {ContainerCheck.Describe(kind)}{(mediaType is null ? "" : $" labelled {mediaType}")} in its place. " +
            "Nothing of it was saved; check the base URL, and whether a proxy or a login page stands in between.")
        {
            Vendor = vendor,
            Handle = handle,
            StatusCode = status,
            RawBody = Excerpt(body),
            SparesPart = true,
        };

    public VideoNotReadyException NotReady(ReadOnlyMemory<byte> body, VideoTaskException? said = null) =>
        new($"{What} is not there yet: the vendor answers without it{VendorErrors.Quote(said?.Code, said?.VendorMessage)}. Wait for the task to be completed, and download again.")
        {
            Vendor = vendor,
            Handle = handle,
            RawBody = Excerpt(body),
        };

    public VideoContentTooLargeException TooLarge(long limit, long? length) =>
        new($"{What} is {(length is null ? "" : $"{length:N0} bytes, ")}larger than the limit of {limit:N0} bytes. Raise MaxBytes (--max-size) if that is wanted.")
        {
            Vendor = vendor,
            Handle = handle,
        };

    public VideoContentRefusedException Refused(RefusedRequestException refusal) =>
        new($"{What} was not fetched. {refusal.Message}", refusal) { Vendor = vendor, Handle = handle };

    public VideoDownloadInterruptedException Interrupted(Exception cause) =>
        new($"{What} could not be read to its end: {Reason(cause)}.", cause) { Vendor = vendor, Handle = handle };

    public VideoContentUnreachableException Unreachable(HttpRequestException cause) =>
        new($"{What} can't be reached: {ConnectionReason(cause)}. Check the network and the base URL, and download again.", cause) { Vendor = vendor, Handle = handle };

    public VideoExpiredException LinkExpired(HttpStatusCode status) =>
        new($"{What} is no longer at the URL that the vendor names ({(int)status}), and a fresh URL is refused as well. It may have expired: create it again.")
        {
            Vendor = vendor,
            Handle = handle,
            StatusCode = status,
        };

    public VideoDownloadCanceledException Canceled(OperationCanceledException cause, VideoDownloadState state) =>
        new($"{What} was not read to its end: the download was cancelled.", cause, cause.CancellationToken) { Handle = handle, Download = state };

    public VideoContentInvalidException Changed() =>
        Invalid("the server changed the file while it was being read, and what was read already has been handed on");

    /// <summary>How often a failure may be tried again: null for as often as the options say, 1 for never.</summary>
    public static int? AttemptsFor(Exception exception, bool everConnected) => exception is not HttpRequestException failure ? null
        : failure.HttpRequestError switch
        {
            HttpRequestError.SecureConnectionError when HasInner<AuthenticationException>(failure) => 1,
            HttpRequestError.ConfigurationLimitExceeded or HttpRequestError.VersionNegotiationError
                or HttpRequestError.ExtendedConnectNotSupported or HttpRequestError.UserAuthenticationError => 1,
            HttpRequestError.NameResolutionError when !everConnected => 2,
            HttpRequestError.ConnectionError or HttpRequestError.ProxyTunnelError when !everConnected => 3,
            _ => null,
        };

    /// <summary>Whether what was received before an error is of use to the next download; what turned out wrong is not.</summary>
    public static bool SparesPart(Exception exception) =>
        exception is not (VideoContentInvalidException { SparesPart: false } or VideoContentTooLargeException);

    /// <summary>The error of an exchange that failed for good.</summary>
    public VideoTaskException Of(Exception cause) => RefusedRequestException.FindIn(cause) is { } refusal ? Refused(refusal)
        : cause is VideoTaskException known ? known
        : cause is HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } ? Unusable("the headers of the answer are larger than 64 KB", cause)
        : cause is HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError
                or HttpRequestError.ProxyTunnelError or HttpRequestError.VersionNegotiationError,
        } failure ? Unreachable(failure)
        : Interrupted(cause);

    // The exception on the outside names the host and the port, the inner ones what is wrong.
    private static string ConnectionReason(HttpRequestException cause) => cause.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => $"the name of its host does not resolve{HostOf(cause)}",
        HttpRequestError.SecureConnectionError => Reason(cause),
        _ => Reason(cause) + HostOf(cause),
    };

    private static string HostOf(HttpRequestException cause) =>
        cause.Message.LastIndexOf(" (", StringComparison.Ordinal) is var start and >= 0 && cause.Message.EndsWith(')') ? cause.Message[start..] : "";

    private static string Excerpt(ReadOnlyMemory<byte> body) => System.Text.Encoding.UTF8.GetString(body.Span[..Math.Min(MaxExcerpt, body.Length)]);

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
        var message = code.Length > 0 && exception.Message.EndsWith(code, StringComparison.Ordinal) ? exception.Message[..^code.Length] : exception.Message;

        // It may quote what a server sent in place of HTTP.
        message = string.Concat(message.Select(letter => char.IsControl(letter) || letter == '\uFFFD' ? '?' : letter));
        return (message.Length > MaxReason ? message[..MaxReason] + "…" : message).TrimEnd('.');
    }

    private static bool HasInner<T>(Exception? exception)
        where T : Exception
    {
        while (exception is not null and not T)
        {
            exception = exception.InnerException;
        }

        return exception is not null;
    }
}
