using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace VideoTasks.Http;

/// <summary>
/// The sockets under all requests. Each set of rules has a connection pool of its own, so a request never travels on a
/// connection that was opened under weaker ones; the address is checked on the socket's own end point, after name resolution.
/// </summary>
internal sealed class VendorTransport : HttpMessageHandler
{
    /// <summary>The non-public spaces that a request may connect to. Without it: none.</summary>
    public static readonly HttpRequestOptionsKey<AddressSpaces> PermittedSpaces = new("VideoTasks.PermittedSpaces");

    /// <summary>The most connections to one host. Without it: <see cref="DefaultMaxConnections"/>.</summary>
    public static readonly HttpRequestOptionsKey<int> MaxConnections = new("VideoTasks.MaxConnections");

    /// <summary>Whether a request leaves the vendor's origins.</summary>
    public static readonly HttpRequestOptionsKey<bool> IsForeign = new("VideoTasks.IsForeign");

    /// <summary>The proxy in place of the transport's own; null or absent for that one.</summary>
    public static readonly HttpRequestOptionsKey<IWebProxy?> Proxy = new("VideoTasks.Proxy");

    /// <summary>As many as keep thousands of waits going without a socket for each.</summary>
    public const int DefaultMaxConnections = 256;

    private const int MaxResponseHeadersKilobytes = 64;
    private static readonly TimeSpan PooledConnectionLifetime = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(30);

    // Kept no longer than the proxy is: an application may make one for each tenant.
    private readonly ConditionalWeakTable<object, ConcurrentDictionary<Rules, Lazy<HttpMessageInvoker>>> _pools = [];
    private readonly object _noProxy = new();
    private readonly IWebProxy? _proxy;

    public VendorTransport()
        : this(HttpClient.DefaultProxy)
    {
    }

    public VendorTransport(IWebProxy? proxy) => _proxy = proxy;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Options.TryGetValue(PermittedSpaces, out var permitted);
        var proxy = request.Options.TryGetValue(Proxy, out var given) && given is not null ? given : _proxy;
        if (permitted != AddressSpaces.All && ProxyOf(proxy, request.RequestUri!) is not null)
        {
            // The proxy connects for us: what the name means here is all that can be checked.
            await AddressGuard.CheckAsync(request.RequestUri!, permitted, cancellationToken).ConfigureAwait(false);
        }

        var rules = new Rules(
            permitted,
            request.Options.TryGetValue(IsForeign, out var isForeign) && isForeign,
            request.Options.TryGetValue(MaxConnections, out var connections) ? connections : DefaultMaxConnections);
        var pool = _pools.GetValue(proxy ?? _noProxy, static _ => new()).GetOrAdd(rules, key => new(() => CreatePool(key, proxy))).Value;
        return await pool.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var pool in _pools.SelectMany(entry => entry.Value.Values).Where(pool => pool.IsValueCreated))
            {
                pool.Value.Dispose();
            }
        }

        base.Dispose(disposing);
    }

    private static Uri? ProxyOf(IWebProxy? proxy, Uri uri) =>
        proxy is null || proxy.IsBypassed(uri) ? null : proxy.GetProxy(uri) is { } address && address != uri ? address : null;

    private static HttpMessageInvoker CreatePool(Rules rules, IWebProxy? proxy)
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
            MaxConnectionsPerServer = rules.MaxConnections,
            EnableMultipleHttp2Connections = true,
            Proxy = proxy,
            UseProxy = proxy is not null,
            ConnectCallback = (context, token) => ConnectAsync(context, proxy, rules.Permitted, token),
        };
        if (rules.IsForeign || rules.Permitted != AddressSpaces.All)
        {
            // Trace context and baggage are the vendor's business at most.
            handler.ActivityHeadersPropagator = null;
        }

        return new HttpMessageInvoker(handler);
    }

    private readonly record struct Rules(AddressSpaces Permitted, bool IsForeign, int MaxConnections);

    private static async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context, IWebProxy? webProxy, AddressSpaces permitted, CancellationToken cancellationToken)
    {
        var endPoint = context.DnsEndPoint;
        var proxy = ProxyOf(webProxy, context.InitialRequestMessage.RequestUri!);
        var isProxy = proxy is not null
            && proxy.Port == endPoint.Port
            && string.Equals(proxy.IdnHost, endPoint.Host, StringComparison.OrdinalIgnoreCase);
        var addresses = await AddressGuard.ResolveAsync(endPoint.Host, isProxy ? AddressSpaces.All : permitted, cancellationToken)
            .ConfigureAwait(false);

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
