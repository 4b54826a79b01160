using System.Net;
using System.Security.Authentication;
using VideoTasks.Download.Transfer;
using VideoTasks.Http;

namespace VideoTasks.Download.Content;

/// <summary>Decides what helps against each failure of a download, whoever meets it.</summary>
internal static class FailureClassifier
{
    // From here on the codes are the proxies' own, such as 520 and 522; an unknown one means what 500 means (RFC 9110 §15).
    private const HttpStatusCode FirstUnregistered = (HttpStatusCode)520;

    /// <param name="failure">An exception, or an answer that is not the content.</param>
    /// <param name="hasConnected">Whether any server answered yet.</param>
    /// <param name="mayComeLater">Whether the file is one of a task, and no byte of it was seen yet.</param>
    public static Failure Classify(object failure, bool hasConnected, bool mayComeLater) => failure switch
    {
        Exception exception when RefusedRequestException.FindIn(exception) is not null => new(FailureKind.Fatal),
        TransferBreakException broken => new(FailureKind.Transient, broken.MaxAttempts),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } insecure when HasInner<AuthenticationException>(insecure) =>
            new(FailureKind.Fatal),
        HttpRequestException
        {
            HttpRequestError: HttpRequestError.ConfigurationLimitExceeded or HttpRequestError.VersionNegotiationError
                or HttpRequestError.ExtendedConnectNotSupported or HttpRequestError.UserAuthenticationError,
        } => new(FailureKind.Fatal),
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } when !hasConnected => new(FailureKind.Transient, 2),
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.ProxyTunnelError } when !hasConnected =>
            new(FailureKind.Transient, 3),
        HttpRequestException or IOException => new(FailureKind.Transient),
        VideoTaskException { Reason: VideoTaskErrorReason.NotReady } => new(FailureKind.NotReady),
        ContentAnswer.RangeNotSatisfiable or ContentAnswer.WrongRange => new(FailureKind.RangesUnusable),

        // Files take a moment to reach all servers of a CDN.
        ContentAnswer.Problem { IsVendors: false, Status: HttpStatusCode.NotFound } when mayComeLater => new(FailureKind.NotReady),
        ContentAnswer.Problem
        {
            IsVendors: false,
            Status: HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
                or HttpStatusCode.NotFound or HttpStatusCode.Gone,
        } => new(FailureKind.Refresh),
        ContentAnswer.Problem { Error.Reason: VideoTaskErrorReason.NotReady } => new(FailureKind.NotReady),
        ContentAnswer.Problem { Error.Reason: VideoTaskErrorReason.QuotaExceeded } => new(FailureKind.Fatal),
        ContentAnswer.Problem { IsTransient: true } => new(FailureKind.Transient),
        ContentAnswer.Problem
        {
            Status: HttpStatusCode.RequestTimeout or (HttpStatusCode)425 or HttpStatusCode.TooManyRequests or HttpStatusCode.InternalServerError
                or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout or >= FirstUnregistered,
        } => new(FailureKind.Transient),

        // Where the vendor's words leave no doubt, waiting is no use.
        ContentAnswer.Problem { Error.Reason: VideoTaskErrorReason.Expired or VideoTaskErrorReason.Unauthorized } => new(FailureKind.Fatal),
        ContentAnswer.Problem { Status: HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.Conflict } =>
            new(FailureKind.NotReady),
        _ => new(FailureKind.Fatal),
    };

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
