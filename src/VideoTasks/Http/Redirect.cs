using System.Net;

namespace VideoTasks.Http;

/// <summary>The request that follows a redirect (RFC 9110 §15.4).</summary>
internal static class Redirect
{
    public static bool IsRedirect(HttpResponseMessage response) => response.StatusCode
        is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
        or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    /// <param name="request">The request that was redirected.</param>
    /// <param name="response">The redirect.</param>
    /// <param name="from">The URL as it was before the key was added to it, so that a relative redirect does not inherit it.</param>
    /// <exception cref="RefusedRequestException">The redirect leads to another scheme, from https to http, or nowhere.</exception>
    public static HttpRequestMessage Next(HttpRequestMessage request, HttpResponseMessage response, Uri from)
    {
        var target = Target(response, from);
        if (target.Scheme != Uri.UriSchemeHttp && target.Scheme != Uri.UriSchemeHttps)
        {
            throw new RefusedRequestException(
                Refusal.Scheme, $"The redirect leads to a {target.Scheme}: URL; only http and https are followed. Check the base URL.");
        }

        if (from.Scheme == Uri.UriSchemeHttps && target.Scheme == Uri.UriSchemeHttp)
        {
            throw new RefusedRequestException(
                Refusal.Downgrade, $"The redirect leads from https to http, to {target.IdnHost}; it is not followed. Use an https base URL all the "
                    + $"way, or ask the vendor.");
        }

        var becomesGet = response.StatusCode == HttpStatusCode.SeeOther
            ? request.Method != HttpMethod.Head
            : request.Method == HttpMethod.Post && response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found;
        return RequestCopy.Of(request, becomesGet ? HttpMethod.Get : request.Method, target, becomesGet ? null : request.Content);
    }

    private static Uri Target(HttpResponseMessage response, Uri from)
    {
        var text = response.Headers.NonValidated.TryGetValues("Location", out var values) ? values.ToString() : "";
        if (text.Length > 0 && ExactUrl.TryResolve(from, text, out var target))
        {
            return target;
        }

        throw new RefusedRequestException(
            Refusal.BadLocation, $"The server answered {(int)response.StatusCode} without a Location that can be read. Check the base URL, or ask "
                + $"the vendor.");
    }
}
