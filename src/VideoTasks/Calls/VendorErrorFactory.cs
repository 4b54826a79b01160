using System.Net;
using VideoTasks.Http;
using VideoTasks.Vendors;

namespace VideoTasks.Calls;

/// <summary>One exception type and one sentence of advice for each kind of error.</summary>
internal static class VendorErrorFactory
{
    public static VideoTaskException Create(VideoTaskErrorReason kind, HttpStatusCode status, ErrorBody said, VendorErrorContext context, TimeSpan? retryAfter)
    {
        var vendor = context.Vendor.Name;
        var subject = context.Subject;
        var quote = $"{(int)status}{VendorErrors.Quote(said.Code, said.Message)}";
        var baseUrl = UrlQuery.WithoutQuery(context.BaseUrl).AbsoluteUri;
        var wait = retryAfter is { } span && span > TimeSpan.Zero ? $" in {Math.Ceiling(span.TotalSeconds):0} seconds" : " later";
        if (status is HttpStatusCode.ProxyAuthenticationRequired or HttpStatusCode.NetworkAuthenticationRequired)
        {
            return new VideoVendorUnavailableException(
                $"{vendor} was not reached: something in between wants a login of its own: {quote}. Log in to the network, or check the settings of the proxy.")
            {
                Vendor = vendor, Handle = context.Handle, StatusCode = status, Code = said.Code, VendorMessage = said.Message, RawBody = said.Text,
            };
        }

        return kind switch
        {
            VideoTaskErrorReason.Unauthorized => new VideoUnauthorizedException(
                context.Key is null
                    ? $"{vendor} wants an API key and none was given: {quote}. Set the API key of {vendor}."
                    : $"{vendor} does not accept the API key: {quote}. Check the key, and what it may do.")
            {
                Vendor = vendor, Handle = context.Handle, StatusCode = status, Code = said.Code, VendorMessage = said.Message, RawBody = said.Text,
            },
            VideoTaskErrorReason.QuotaExceeded => new VideoQuotaExceededException($"{vendor} has no balance or quota left for this account: {quote}. Top it up and try again.")
            {
                Vendor = vendor, Handle = context.Handle, StatusCode = status, Code = said.Code, VendorMessage = said.Message, RawBody = said.Text,
                RetryAfter = retryAfter,
            },
            VideoTaskErrorReason.RateLimited => new VideoRateLimitedException($"{vendor} gets too many requests: {quote}. Try again{wait}.")
            {
                Vendor = vendor, Handle = context.Handle, StatusCode = status, Code = said.Code, VendorMessage = said.Message, RawBody = said.Text,
                RetryAfter = retryAfter,
            },
            VideoTaskErrorReason.NotFound => new VideoNotFoundException(
                said.IsHtml ? $"{vendor} has no such address: {quote}. Check the base URL {baseUrl}."
                    : context.Id is null ? $"{vendor} has no such address or model: {quote}. Check the base URL {baseUrl} and the request."
                    : $"{vendor} knows no task {context.Id}: {quote}. Check the id, and that the key is of the account that created it.")
            {
                Vendor = vendor, Handle = context.Handle, StatusCode = status, Code = said.Code, VendorMessage = said.Message, RawBody = said.Text,
            },
            VideoTaskErrorReason.NotReady => new VideoNotReadyException($"{subject} is not ready: {quote}. Wait for it, or try again{wait}.")
            {
                Vendor = vendor, Handle = context.Handle, StatusCode = status, Code = said.Code, VendorMessage = said.Message, RawBody = said.Text,
                RetryAfter = retryAfter,
            },
            VideoTaskErrorReason.Expired => new VideoExpiredException($"{subject} has expired: {quote}. The vendor no longer keeps it; create it again.")
            {
                Vendor = vendor, Handle = context.Handle, StatusCode = status, Code = said.Code, VendorMessage = said.Message, RawBody = said.Text,
            },
            VideoTaskErrorReason.Unavailable => new VideoVendorUnavailableException($"{vendor} has trouble of its own: {quote}. {Advice(context, wait)}")
            {
                Vendor = vendor, Handle = context.Handle, StatusCode = status, Code = said.Code, VendorMessage = said.Message, RawBody = said.Text,
                RetryAfter = retryAfter,
            },
            _ => new VideoInvalidRequestException($"{vendor} refuses the request: {quote}. Change it before you send it again.")
            {
                Vendor = vendor, Handle = context.Handle, StatusCode = status, Code = said.Code, VendorMessage = said.Message, RawBody = said.Text,
            },
        };
    }

    private static string Advice(VendorErrorContext context, string wait) => context.Operation.StartsTask()
        ? "The task may have been created all the same: look for it in the vendor's list before you create it again."
        : $"Try again{wait}.";
}
