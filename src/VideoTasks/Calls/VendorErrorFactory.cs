using System.Net;
using VideoTasks.Http;
using static VideoTasks.VideoTaskErrorReason;

namespace VideoTasks.Calls;

/// <summary>Makes the error of what a vendor says no with.</summary>
internal static class VendorErrorFactory
{
    public static VideoTaskException Create(
        VideoTaskErrorReason reason, HttpStatusCode status, ErrorBody said, VendorErrorContext context, TimeSpan? retryAfter)
    {
        var hasArrived = status is not (HttpStatusCode.ProxyAuthenticationRequired or HttpStatusCode.NetworkAuthenticationRequired);
        var quote = $"{(int)status}{VendorErrors.Quote(said.Code, said.Message)}";
        var message = hasArrived ? MessageOf(reason, quote, said, context, retryAfter) : ErrorMessages.LoginInBetween(context.Vendor.Name, quote);
        return new(message)
        {
            Vendor = context.Vendor.Name,
            Handle = context.Handle,
            StatusCode = status,
            Error = said.Error,
            RetryAfter = retryAfter,
            RawBody = said.Text,
            IsOutcomeUnknown = context.IsOutcomeUnknown(message.Reason, hasArrived),
        };
    }

    private static ErrorMessage MessageOf(VideoTaskErrorReason reason, string quote, ErrorBody said, VendorErrorContext context, TimeSpan? retryAfter)
    {
        var vendor = context.Vendor.Name;
        var baseUrl = UrlQuery.WithoutQuery(context.BaseUrl).AbsoluteUri;
        var wait = retryAfter is { } span && span > TimeSpan.Zero ? $" in {Math.Ceiling(span.TotalSeconds):0} seconds" : " later";
        return reason switch
        {
            Unauthorized => !context.Mask.HasKey ? ErrorMessages.KeyMissing(vendor, quote) : ErrorMessages.KeyRejected(vendor, quote),
            QuotaExceeded => ErrorMessages.NoQuota(vendor, quote),
            RateLimited => ErrorMessages.TooManyRequests(vendor, quote, wait),
            NotFound => said.IsHtml ? ErrorMessages.NoAddress(vendor, quote, baseUrl)
                : context.Id is { } id ? ErrorMessages.NoTask(vendor, id, quote)
                : ErrorMessages.NoAddressOrModel(vendor, quote, baseUrl),
            NotReady => ErrorMessages.TaskNotReady(context.Subject, quote, wait),
            Expired => ErrorMessages.TaskExpired(context.Subject, quote),
            Unavailable => ErrorMessages.VendorFailed(vendor, quote, wait, context.IsOutcomeUnknown(reason)),
            _ => ErrorMessages.RequestRejected(vendor, quote),
        };
    }
}
