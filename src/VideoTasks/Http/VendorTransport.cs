using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace VideoTasks.Http;

/// <summary>
/// The sockets under all requests. Each set of permitted address spaces has a connection pool of its own, so a request never travels on a
/// connection that was opened under weaker rules; the address is checked on the socket's own end point, after name resolution.
/// </summary>
internal sealed class VendorTransport : HttpMessageHandler
{
    /// <summary>The non-public spaces that a request may connect to. Without it: none.</summary>
    public static readonly HttpRequestOptionsKey<AddressSpaces> PermittedSpaces = new("VideoTasks.PermittedSpaces");

    private const int MaxResponseHeadersKilobytes = 64;
    private static readonly TimeSpan PooledConnectionLifetime = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<AddressSpaces, Lazy<HttpMessageInvoker>> _pools = new();
    private readonly IWebProxy? _proxy;

    public VendorTransport()
        : this(HttpClient.DefaultProxy)
    {
    }

    public VendorTransport(IWebProxy? proxy) => _proxy = proxy;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Options.TryGetValue(PermittedSpaces, out var permitted);
        if (permitted != AddressSpaces.All && ProxyOf(request.RequestUri!) is not null)
        {
            // The proxy connects for us: what the name means here is all that can be checked.
            await AddressGuard.CheckAsync(request.RequestUri!, permitted, cancellationToken).ConfigureAwait(false);
        }

        return await _pools.GetOrAdd(permitted, key => new(() => CreatePool(key))).Value.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var pool in _pools.Values.Where(pool => pool.IsValueCreated))
            {
                pool.Value.Dispose();
            }
        }

        base.Dispose(disposing);
    }

    private Uri? ProxyOf(Uri uri) => _proxy is null || _proxy.IsBypassed(uri) ? null : _proxy.GetProxy(uri) is { } proxy && proxy != uri ? proxy : null;

    private HttpMessageInvoker CreatePool(AddressSpaces permitted)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            PreAuthenticate = false,
            Credentials = null,
            MaxResponseHeadersLength = MaxResponseHeadersKilobytes,
            PooledConnectionLifetime = PooledConnectionLifetime,
            ConnectTimeout = ConnectTimeout,
            EnableMultipleHttp2Connections = true,
            Proxy = _proxy,
            UseProxy = _proxy is not null,
            ConnectCallback = (context, token) => ConnectAsync(context, permitted, token),
        };
        if (permitted != AddressSpaces.All)
        {
            // Trace context and baggage are the vendor's business at most.
            handler.ActivityHeadersPropagator = null;
        }

        return new HttpMessageInvoker(handler);
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, AddressSpaces permitted, CancellationToken cancellationToken)
    {
        var endPoint = context.DnsEndPoint;
        var proxy = ProxyOf(context.InitialRequestMessage.RequestUri!);
        var isProxy = proxy is not null && proxy.Port == endPoint.Port && string.Equals(proxy.IdnHost, endPoint.Host, StringComparison.OrdinalIgnoreCase);
        var addresses = await AddressGuard.ResolveAsync(endPoint.Host, isProxy ? AddressSpaces.All : permitted, cancellationToken).ConfigureAwait(false);

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, endPoint.Port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
