using System.Net.Http.Headers;

namespace VideoTasks.Http;

/// <summary>What the requests go through: our own transport, a handler of <see cref="IHttpMessageHandlerFactory"/>, or a client that the caller supplied.</summary>
internal sealed class VendorSender : IDisposable
{
    private readonly Func<HttpMessageHandler>? _handlers;
    private readonly HttpClient? _client;
    private readonly Lazy<HttpMessageInvoker> _own = new(() => new HttpMessageInvoker(new VendorTransport()));

    private VendorSender(Func<HttpMessageHandler>? handlers, HttpClient? client) => (_handlers, _client) = (handlers, client);

    /// <summary>Our own transport, alive as long as this object.</summary>
    public static VendorSender Standalone() => new(null, null);

    /// <summary>The handlers that <paramref name="handlers"/> returns, asked for each request and never disposed here.</summary>
    public static VendorSender From(Func<HttpMessageHandler> handlers) => new(handlers, null);

    /// <summary>A client of the caller's. Its handler must not follow redirects, or the rules about the key can't be kept.</summary>
    /// <exception cref="VideoConfigurationException">It does.</exception>
    public static VendorSender From(HttpClient client)
    {
        RedirectFollowers.Refuse(RedirectFollowers.HandlerOf(client), "The HttpClient");
        return new(null, client);
    }

    public async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, bool isVendor, AddressSpaces permitted, CancellationToken cancellationToken)
    {
        if (_handlers?.Invoke() is { } handler)
        {
            var primary = RedirectFollowers.PrimaryOf(handler);
            if (primary is not VendorTransport)
            {
                RedirectFollowers.Refuse(primary, $"The primary handler of the IHttpClientFactory client '{VideoTaskClientFactory.HttpClientName}'");
                await AddressGuard.CheckAsync(request.RequestUri!, permitted, cancellationToken).ConfigureAwait(false);
            }

            using var invoker = new HttpMessageInvoker(handler, disposeHandler: false);
            return await invoker.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        // A client adds its default headers to every request; where they may hold a key, foreign origins are not asked through it.
        if (_client is not null && (isVendor || !HasOwnHeaders(_client.DefaultRequestHeaders)))
        {
            await AddressGuard.CheckAsync(request.RequestUri!, permitted, cancellationToken).ConfigureAwait(false);
            return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        }

        return await _own.Value.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    public void Dispose()
    {
        if (_own.IsValueCreated)
        {
            _own.Value.Dispose();
        }
    }

    private static bool HasOwnHeaders(HttpRequestHeaders headers) =>
        headers.NonValidated.Any(header => !VendorCredential.HarmlessHeaders.Contains(header.Key));
}
