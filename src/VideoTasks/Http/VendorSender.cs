using System.Net.Http.Headers;

namespace VideoTasks.Http;

/// <summary>
/// What the requests go through: our own transport, the handlers of an <see cref="IHttpMessageHandlerFactory"/>, or those that the caller supplied.
/// </summary>
internal sealed class VendorSender : IDisposable
{
    /// <summary>The name under which a container's <see cref="IHttpMessageHandlerFactory"/> knows our handlers.</summary>
    public const string HttpClientName = "VideoTasks";

    private static readonly string UserAgent = $"VideoTasks/{typeof(VendorSender).Assembly.GetName().Version?.ToString(fieldCount: 3)}";

    private readonly Func<HttpMessageHandler> _handlers;
    private readonly string _owner;
    private readonly HttpMessageHandler? _own;

    private VendorSender(Func<HttpMessageHandler> handlers, string owner, HttpMessageHandler? own = null) =>
        (_handlers, _owner, _own) = (handlers, owner, own);

    /// <summary>Our own transport, alive as long as this object.</summary>
    public static VendorSender Standalone()
    {
        var own = GuardedHandlers.Around(new VendorTransport());
        return new(() => own, "The library's own handler", own);
    }

    /// <summary>The handlers that <paramref name="handlers"/> returns, asked for each request and never disposed here.</summary>
    public static VendorSender From(Func<HttpMessageHandler> handlers) =>
        new(handlers, $"The primary handler of the IHttpClientFactory client '{HttpClientName}'");

    /// <summary>Handlers of the caller's, never disposed here.</summary>
    /// <exception cref="VideoTaskException">They have been in use before, so what keeps the library's promises can't be put into them.</exception>
    public static VendorSender From(HttpMessageHandler handler)
    {
        var handlers = GuardedHandlers.Within(handler);
        return new(() => handlers, "The HttpHandler");
    }

    /// <summary>Makes sure, before anything is sent, that the handlers can do what a client asks of them.</summary>
    /// <exception cref="VideoTaskException">They take a key along where redirects lead, or have a proxy of their own.</exception>
    public void Ensure(VendorEndpoint endpoint) =>
        Ensure(RedirectFollowers.PrimaryOf(_handlers()), endpoint.Keys.OutliveRedirects, endpoint.Proxy is not null);

    /// <summary>Sends a request.</summary>
    /// <param name="request">The request, without the key.</param>
    /// <param name="credential">The key; null where the request may not have it.</param>
    /// <param name="permitted">The address spaces that it may lead to.</param>
    /// <param name="cancellationToken">Cancels the exchange until the headers are there.</param>
    /// <exception cref="VideoTaskException">A header has a value that can't be sent.</exception>
    public async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, VendorCredential? credential, AddressSpaces permitted, CancellationToken cancellationToken)
    {
        if (!request.Headers.Contains("User-Agent"))
        {
            // Firewalls before vendors and their stores refuse requests that don't say what they come from.
            request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        }

        EnsureSendable(request.Headers);
        request.RequestUri = ExactUrl.Create(request.RequestUri!);
        var handler = _handlers();
        if (!VendorKeyHandler.TryLeave(handler, request, credential))
        {
            credential?.Apply(request);
        }

        var primary = RedirectFollowers.PrimaryOf(handler);
        if (primary is not VendorTransport)
        {
            var hasProxy = request.Options.TryGetValue(VendorTransport.Proxy, out var proxy) && proxy is not null;
            Ensure(primary, credential?.OutlivesRedirects == true, hasProxy);
            await AddressGuard.CheckAsync(request.RequestUri!, permitted, cancellationToken).ConfigureAwait(false);
        }

        return await SendThroughAsync(handler, request, cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => _own?.Dispose();

    private static async Task<HttpResponseMessage> SendThroughAsync(
        HttpMessageHandler handler, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var send = SingleSend.Begin(request, cancellationToken);
        using var invoker = new HttpMessageInvoker(handler, disposeHandler: false);
        try
        {
            return await invoker.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
            when (exception is not (HttpRequestException or IOException or OperationCanceledException or RefusedRequestException))
        {
            throw new ApplicationHandlerException(send is null or { HasStarted: true }, exception);
        }
    }

    // A caller's request, or a vendor's document, may bring any header.
    private static void EnsureSendable(HttpRequestHeaders headers)
    {
        foreach (var (name, values) in headers.NonValidated)
        {
            foreach (var value in values)
            {
                if (HeaderText.Fault(value) is { } fault)
                {
                    throw new VideoTaskException(ErrorMessages.HeaderUnusable(name, fault));
                }
            }
        }
    }

    private void Ensure(HttpMessageHandler? primary, bool isKeyTakenAlong, bool hasProxy)
    {
        if (primary is VendorTransport)
        {
            return;
        }

        if (isKeyTakenAlong)
        {
            RedirectFollowers.Refuse(primary, _owner);
        }

        if (hasProxy)
        {
            throw new VideoTaskException(ErrorMessages.ProxyWithoutEffect(_owner));
        }
    }
}
