using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace VideoTasks.Tests.Download;

/// <summary>An HTTP server on a raw socket, so that it can misbehave in every way.</summary>
internal sealed class FaultServer : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly Func<FaultExchange, Task> _handler;
    private readonly X509Certificate2? _certificate;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;
    private int _count;

    public FaultServer(Func<FaultExchange, Task> handler, X509Certificate2? certificate = null, IPAddress? address = null)
    {
        (_handler, _certificate) = (handler, certificate);
        _listener = new TcpListener(address ?? IPAddress.Loopback, 0);
        _listener.Start(512);
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public Uri Url => new($"{(_certificate is null ? "http" : "https")}://127.0.0.1:{Port}/v1");

    public ConcurrentQueue<FaultRequest> Requests { get; } = [];

    /// <summary>The requests for content, in order.</summary>
    public List<FaultRequest> ContentRequests => [.. Requests.Where(request => !request.IsTask)];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync(_stop.Token);
                _ = ServeAsync(socket);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        try
        {
            socket.NoDelay = true;
            Stream stream = new NetworkStream(socket, ownsSocket: true);
            await using var _ = stream;
            if (_certificate is not null)
            {
                var tls = new SslStream(stream);
                stream = tls;
                await tls.AuthenticateAsServerAsync(_certificate);
            }

            while (await FaultRequest.ReadAsync(stream, _stop.Token) is { } request)
            {
                // Contents are numbered from 1; reads of the task don't count.
                request.Number = request.IsTask ? 0 : Interlocked.Increment(ref _count);
                Requests.Enqueue(request);
                var exchange = new FaultExchange(request, stream, socket, _stop.Token);
                await _handler(exchange);
                if (!exchange.KeepAlive)
                {
                    return;
                }
            }
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException or ObjectDisposedException
            or System.Security.Authentication.AuthenticationException)
        {
            // The client went away, or was sent away.
        }
    }
}

/// <summary>A request as it arrived.</summary>
internal sealed record FaultRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers)
{
    public int Number { get; set; }

    /// <summary>Whether it asks for the task and not for its content.</summary>
    public bool IsTask => Target.StartsWith("/v1/videos/", StringComparison.Ordinal) && !Target.Contains("/content", StringComparison.Ordinal);

    public string? Range => Headers.GetValueOrDefault("Range");

    public string? IfRange => Headers.GetValueOrDefault("If-Range");

    /// <summary>Everything that arrived, to look for secrets in.</summary>
    public string Text => Target + "\n" + string.Join('\n', Headers.Select(header => $"{header.Key}: {header.Value}"));

    /// <summary>The first and the last byte that are asked for; null for the whole file.</summary>
    public (long From, long? To)? Bytes
    {
        get
        {
            if (Range is not { } range)
            {
                return null;
            }

            var parts = range["bytes=".Length..].Split('-');
            return (long.Parse(parts[0], CultureInfo.InvariantCulture), parts[1].Length == 0
                ? null
                : long.Parse(parts[1], CultureInfo.InvariantCulture));
        }
    }

    public static async Task<FaultRequest?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var bytes = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one, cancellationToken) == 1)
        {
            bytes.Add(one[0]);
            if (bytes.Count > 3 && bytes[^1] == '\n' && bytes[^3] == '\n')
            {
                var lines = Encoding.Latin1.GetString([.. bytes]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
                var first = lines[0].Split(' ');
                var headers = lines.Skip(1)
                    .Select(line => line.Split(": ", 2))
                    .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
                if (headers.TryGetValue("Content-Length", out var length))
                {
                    // A socket that is closed before its client's bytes are read resets the connection, and the answer is lost.
                    await stream.ReadExactlyAsync(new byte[int.Parse(length, CultureInfo.InvariantCulture)], cancellationToken);
                }

                return new(first[0], first[1], headers);
            }
        }

        return null;
    }
}
