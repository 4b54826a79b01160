using System.Net;

namespace VideoTasks.Http;

/// <summary>
/// Sends requests to a vendor and to where the vendor points: puts the key on requests to the vendor's own origins and on nothing else,
/// follows redirects by our rules, and keeps URLs from redirects and bodies away from private addresses. Answers arrive headers first.
/// </summary>
internal sealed class VendorHttp
{
    public const int MaxRedirects = 10;

    private readonly VendorSender _sender;

    public VendorHttp(VendorEndpoint endpoint, VendorSender sender)
    {
        Endpoint = endpoint;
        _sender = sender;
    }

    public VendorEndpoint Endpoint { get; }

    /// <summary>Whether an answer came by way of a redirect.</summary>
    public static bool WasRedirected(HttpResponseMessage response) => response.RequestMessage is { } request && RequestFate.Of(request).IsRedirected;

    /// <summary>Sends a request and follows its redirects. The answer's request message is the last one that was sent.</summary>
    /// <param name="request">The request, without the key.</param>
    /// <param name="urlIsVendors">Whether the URL was made from the base URL or named by the vendor in a body, so that a hint may grant it the
    /// key.</param>
    /// <param name="allowPrivateAddresses">Whether this call may be led to private addresses.</param>
    /// <param name="cancellationToken">Cancels the exchange until the headers are there.</param>
    /// <exception cref="RefusedRequestException">A rule forbids the request or the redirect.</exception>
    /// <exception cref="HttpRequestException">The exchange failed.</exception>
    public async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, bool urlIsVendors, bool allowPrivateAddresses, CancellationToken cancellationToken)
    {
        try
        {
            return await SendWithKeyAsync(
                request, urlIsVendors && Endpoint.ContentUrlNeedsKey, allowPrivateAddresses, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException exception) when (exception is not ApplicationHandlerException && Endpoint.Mask.Holds(exception.ToString()))
        {
            throw Endpoint.Mask.Apply(exception);
        }
    }

    /// <summary>Sends a request to one of the vendor's own operations and follows its redirects.</summary>
    /// <exception cref="RefusedRequestException">A rule forbids the request or the redirect.</exception>
    /// <exception cref="HttpRequestException">The exchange failed.</exception>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        SendAsync(request, urlIsVendors: false, allowPrivateAddresses: false, cancellationToken);

    private static string Show(Uri uri) => UrlQuery.WithoutQuery(uri).AbsoluteUri;

    /// <summary>
    /// Asks for the key, and once more where the vendor refuses it: a 401 is a refusal, so also what costs money may be sent again with another key.
    /// </summary>
    private async Task<HttpResponseMessage> SendWithKeyAsync(
        HttpRequestMessage request, bool mayHaveKey, bool allowPrivateAddresses, CancellationToken cancellationToken)
    {
        RequestFate.Of(request);
        var credential = await Endpoint.Keys.GetAsync(cancellationToken).ConfigureAwait(false);
        var again = Endpoint.Keys.MayChange ? RequestCopy.Of(request, request.Method, request.RequestUri!, request.Content) : null;
        var response = await FollowAsync(request, credential, mayHaveKey, allowPrivateAddresses, cancellationToken).ConfigureAwait(false);
        if (again is null
            || response.StatusCode != HttpStatusCode.Unauthorized
            || !(mayHaveKey || Endpoint.Owns(response.RequestMessage!.RequestUri!)))
        {
            return response;
        }

        VendorCredential other;
        try
        {
            other = await Endpoint.Keys.GetAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            response.Dispose();
            throw;
        }

        if (other.IsSameAs(credential))
        {
            return response;
        }

        response.Dispose();
        return await FollowAsync(again, other, mayHaveKey, allowPrivateAddresses, cancellationToken).ConfigureAwait(false);
    }

    private async Task<HttpResponseMessage> FollowAsync(
        HttpRequestMessage request, VendorCredential key, bool mayHaveKey, bool allowPrivateAddresses, CancellationToken cancellationToken)
    {
        var seen = new HashSet<(string Method, Uri Uri)>();
        while (true)
        {
            var url = request.RequestUri!;
            if (!seen.Add((request.Method.Method, url)))
            {
                throw new RefusedRequestException(
                    Refusal.RedirectLoop, $"The redirect leads in a circle, back to {Show(url)}. Check the base URL, or ask the vendor.");
            }

            if (seen.Count > MaxRedirects + 1)
            {
                throw new RefusedRequestException(
                    Refusal.TooManyRedirects, $"More than {MaxRedirects} redirects; the last one to {Show(url)}. Check the base URL, or ask the "
                        + $"vendor.");
            }

            var response = await SendOnceAsync(request, key, mayHaveKey, allowPrivateAddresses, cancellationToken).ConfigureAwait(false);
            if (!Redirect.IsRedirect(response))
            {
                return response;
            }

            using (response)
            {
                RequestFate.Of(request).IsRedirected = true;
                request = Redirect.Next(request, response, url);
                EnsureNoForeignStart(request, request.RequestUri!);
                mayHaveKey = false;
            }
        }
    }

    private async Task<HttpResponseMessage> SendOnceAsync(
        HttpRequestMessage request, VendorCredential key, bool mayHaveKey, bool allowPrivateAddresses, CancellationToken cancellationToken)
    {
        var uri = request.RequestUri!;
        if (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps)
        {
            throw new RefusedRequestException(
                Refusal.Scheme, $"Only http and https URLs are fetched, not {uri.Scheme}: URLs. Look at the URL that the vendor names.");
        }

        var isVendor = Endpoint.Owns(uri);
        if (isVendor)
        {
            request.RequestUri = key.Restore(uri);
        }
        else
        {
            key.Remove(request);
        }

        request.Headers.Referrer = null;
        var permitted = await PermittedAsync(isVendor || allowPrivateAddresses, cancellationToken).ConfigureAwait(false);
        request.Options.Set(VendorTransport.PermittedSpaces, permitted);
        request.Options.Set(VendorTransport.IsForeign, !isVendor);
        request.Options.Set(VendorTransport.MaxConnections, Endpoint.MaxConnections);
        request.Options.Set(VendorTransport.Proxy, Endpoint.Proxy);
        var (asked, method) = (request.RequestUri!, request.Method);
        var credential = isVendor || mayHaveKey ? key : null;
        var isKeyExposed = credential?.OutlivesRedirects == true;
        RequestFate.Of(request).IsSent = true;
        var response = await _sender.SendAsync(request, credential, permitted, cancellationToken).ConfigureAwait(false);
        response.RequestMessage ??= request;
        try
        {
            await CheckFollowedAsync(
                response.RequestMessage, asked, method, isKeyExposed, allowPrivateAddresses, cancellationToken).ConfigureAwait(false);
            if (!ReferenceEquals(request.RequestUri, asked))
            {
                // A URL that is kept as it was written can't be the base of a relative one.
                request.RequestUri = new Uri(request.RequestUri!.OriginalString);
            }

            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    /// <summary>A caller's own handler may have followed a redirect unseen: then its end has to be one that our rules allow.</summary>
    private async ValueTask CheckFollowedAsync(
        HttpRequestMessage sent, Uri asked, HttpMethod method, bool isKeyExposed, bool allowPrivateAddresses, CancellationToken cancellationToken)
    {
        var answered = sent.RequestUri is { IsAbsoluteUri: true } url ? url : asked;
        var isRelocated = VendorOrigin.Of(answered) != VendorOrigin.Of(asked);
        if (isRelocated && isKeyExposed)
        {
            throw RedirectFollowers.Found(asked.IdnHost, answered.IdnHost);
        }

        if (sent.Method != method)
        {
            throw RedirectFollowers.Changed(method, sent.Method);
        }

        if (isRelocated)
        {
            EnsureNoForeignStart(sent, answered);
            RequestFate.Of(sent).IsRedirected = true;
            var permitted = await PermittedAsync(allowPrivateAddresses || Endpoint.Owns(answered), cancellationToken).ConfigureAwait(false);
            await AddressGuard.CheckAsync(answered, permitted, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>What another origin answers is no task of the vendor's, and what was sent there is not for it.</summary>
    private void EnsureNoForeignStart(HttpRequestMessage request, Uri target)
    {
        if (SingleSend.IsSentOnce(request) && !Endpoint.Owns(target))
        {
            throw new RefusedRequestException(
                Refusal.ForeignStart,
                $"The redirect leads to another origin, {target.GetLeftPart(UriPartial.Authority)}, and a request that may cost money is not "
                    + $"followed there. "
                + "Use that as the base URL if it is the vendor's.");
        }
    }

    private ValueTask<AddressSpaces> PermittedAsync(bool isTrusted, CancellationToken cancellationToken) =>
        isTrusted ? ValueTask.FromResult(AddressSpaces.All) : Endpoint.PermittedSpacesAsync(cancellationToken);
}
