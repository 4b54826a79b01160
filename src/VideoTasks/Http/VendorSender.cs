using System.Net.Http.Headers;

namespace VideoTasks.Http;

/// <summary>
/// What the requests go through: our own transport, a handler of <see cref="IHttpMessageHandlerFactory"/>, or a client that the caller supplied.
/// </summary>
internal sealed class VendorSender : IDisposable
{
    /// <summary>The name under which a container's <see cref="IHttpMessageHandlerFactory"/> knows our handlers.</summary>
    public const string HttpClientName = "VideoTasks";

    private static readonly string UserAgent = $"VideoTasks/{typeof(VendorSender).Assembly.GetName().Version?.ToString(fieldCount: 3)}";

    private readonly Func<HttpMessageHandler>? _handlers;
    private readonly HttpClient? _client;
    private readonly Lazy<HttpMessageInvoker> _own = new(() => new HttpMessageInvoker(new VendorTransport()));

    private VendorSender(Func<HttpMessageHandler>? handlers, HttpClient? client) => (_handlers, _client) = (handlers, client);

    /// <summary>Our own transport, alive as long as this object.</summary>
    public static VendorSender Standalone() => new(null, null);

    /// <summary>The handlers that <paramref name="handlers"/> returns, asked for each request and never disposed here.</summary>
    public static VendorSender From(Func<HttpMessageHandler> handlers) => new(handlers, null);

    /// <summary>A client of the caller's.</summary>
    public static VendorSender From(HttpClient client) => new(null, client);

    /// <summary>Makes sure that no handler of the caller's takes a key along where redirects lead.</summary>
    /// <exception cref="VideoTaskException">The caller's client would.</exception>
    public void EnsureNoRedirects()
    {
        if (_client is not null)
        {
            RedirectFollowers.Refuse(RedirectFollowers.HandlerOf(_client), "The HttpClient");
        }
    }

    /// <summary>Sends a request.</summary>
    /// <param name="request">The request, without the key.</param>
    /// <param name="isVendor">Whether it goes to one of the vendor's origins.</param>
    /// <param name="credential">The key; null where the request may not have it.</param>
    /// <param name="permitted">The address spaces that it may lead to.</param>
    /// <param name="cancellationToken">Cancels the exchange until the headers are there.</param>
    /// <exception cref="VideoTaskException">A header has a value that can't be sent.</exception>
    public async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, bool isVendor, VendorCredential? credential, AddressSpaces permitted, CancellationToken cancellationToken)
    {
        if (!request.Headers.Contains("User-Agent") && _client?.DefaultRequestHeaders.Contains("User-Agent") != true)
        {
            // Firewalls before vendors and their stores refuse requests that don't say what they come from.
            request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        }

        EnsureSendable(request.Headers);
        request.RequestUri = ExactUrl.Create(request.RequestUri!);
        var handler = _handlers?.Invoke();
        if (!VendorKeyHandler.TryLeave(handler, request, credential))
        {
            credential?.Apply(request);
        }

        if (handler is not null)
        {
            var primary = RedirectFollowers.PrimaryOf(handler);
            if (primary is not VendorTransport)
            {
                if (credential?.OutlivesRedirects == true)
                {
                    RedirectFollowers.Refuse(primary, $"The primary handler of the IHttpClientFactory client '{HttpClientName}'");
                }

                await AddressGuard.CheckAsync(request.RequestUri!, permitted, cancellationToken).ConfigureAwait(false);
            }

            return await SendThroughAsync(handler, request, cancellationToken).ConfigureAwait(false);
        }

        // A client adds its default headers to every request; where they may hold a key, foreign origins are not asked through it.
        if (_client is not null && (isVendor || !HasOwnHeaders(_client.DefaultRequestHeaders)))
        {
            await AddressGuard.CheckAsync(request.RequestUri!, permitted, cancellationToken).ConfigureAwait(false);
            return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        }

        return await _own.Value.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

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

    public void Dispose()
    {
        if (_own.IsValueCreated)
        {
            _own.Value.Dispose();
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

    private static bool HasOwnHeaders(HttpRequestHeaders headers) =>
        headers.NonValidated.Any(header => !VendorCredential.HarmlessHeaders.Contains(header.Key));
}
