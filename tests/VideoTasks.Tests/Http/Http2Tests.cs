using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using VideoTasks.Tests.Download;

namespace VideoTasks.Tests.Http;

/// <summary>Fault 41: an HTTP/2 server that says goodbye half-way.</summary>
public sealed class Http2Tests
{
    private const int Half = 40_000;
    private static readonly byte[] Video = DownloadFixture.Mp4(80_000);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_goaway_half_way_is_taken_up_on_another_connection(bool isGraceful)
    {
        using var certificate = TransportTests.Certificate();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var stop = new CancellationTokenSource();
        var connections = new ConcurrentQueue<Task>();
        var isHalfThere = new TaskCompletionSource();
        var serving = ServeAsync(listener, certificate, isGraceful ? 0 : 2, isHalfThere.Task, connections, stop.Token);
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == certificate.GetCertHashString();
        var client = new VideoTaskClient(
            new ContentVendor(), new() { BaseUrl = new(
                $"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/v1"), ApiKey = DownloadFixture.Key, HttpHandler = handler });
        using var destination = new MemoryStream();
        var options = DownloadFixture.QuickStream with
        {
            ProgressInterval = TimeSpan.Zero,
            Progress = new Reporter<VideoDownloadProgress>(progress => { if (progress.BytesReceived >= Half) { isHalfThere.TrySetResult(); } }),
        };

        var result = await client.DownloadToAsync(DownloadFixture.Id, destination, options, TestContext.Current.CancellationToken);

        destination.ToArray().ShouldBe(Video);
        result.Attempts.ShouldBe(2);
        await stop.CancelAsync();
        await serving;
        connections.Count.ShouldBe(2);
    }

    private static async Task ServeAsync(
        TcpListener listener,
        X509Certificate2 certificate,
        int error,
        Task isHalfThere,
        ConcurrentQueue<Task> connections,
        CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(cancellationToken);
                connections.Enqueue(AnswerAsync(client, certificate, connections.IsEmpty, error, isHalfThere, cancellationToken));
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private static async Task AnswerAsync(
        TcpClient client, X509Certificate2 certificate, bool isFirst, int error, Task isHalfThere, CancellationToken cancellationToken)
    {
        using var _ = client;
        try
        {
            await using var tls = new SslStream(client.GetStream());
            await tls.AuthenticateAsServerAsync(
                new SslServerAuthenticationOptions { ServerCertificate = certificate, ApplicationProtocols = [SslApplicationProtocol.Http2] },
                cancellationToken);
            await tls.ReadExactlyAsync(new byte["PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".Length], cancellationToken);
            await SendAsync(tls, FrameType.Settings, 0, 0, Array.Empty<byte>(), cancellationToken);
            while (true)
            {
                var (type, flags, stream) = await ReadAsync(tls, cancellationToken);
                if (type == FrameType.Settings && flags == 0)
                {
                    await SendAsync(tls, FrameType.Settings, 1, 0, Array.Empty<byte>(), cancellationToken);
                }

                if (type == FrameType.Headers)
                {
                    await RespondAsync(tls, stream, isFirst, error, isHalfThere, cancellationToken);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
        }
    }

    private static async Task RespondAsync(SslStream tls, int stream, bool isFirst, int error, Task isHalfThere, CancellationToken cancellationToken)
    {
        // The client's range is compressed; the second request of this test can only be the one for the second half.
        List<byte> head = isFirst
            ? [0x88]
            : [.. Literal(":status", "206"), .. Literal("content-range", $"bytes {Half}-{Video.Length - 1}/{Video.Length}")];
        head.AddRange(
            [
                .. Literal("content-type", "video/mp4"), .. Literal("etag", "\"v1\""), .. Literal(
                    "content-length", $"{(isFirst ? Video.Length : Video.Length - Half)}")]);
        await SendAsync(tls, FrameType.Headers, 4, stream, head.ToArray(), cancellationToken);
        var body = isFirst ? Video.AsMemory(0, Half) : Video.AsMemory(Half);
        while (!body.IsEmpty)
        {
            var count = Math.Min(16_000, body.Length);
            var isLast = !isFirst && count == body.Length;
            await SendAsync(tls, FrameType.Data, isLast ? 1 : 0, stream, body[..count], cancellationToken);
            body = body[count..];
        }

        if (isFirst)
        {
            // What the client has not read yet, its end of the connection throws away.
            await isHalfThere.WaitAsync(cancellationToken);
            var goodbye = new byte[8];
            BinaryPrimitives.WriteInt32BigEndian(goodbye, error == 0 ? stream : 0);
            BinaryPrimitives.WriteInt32BigEndian(goodbye.AsSpan(4), error);
            await SendAsync(tls, FrameType.GoAway, 0, 0, goodbye, cancellationToken);
            throw new IOException("Goodbye.");
        }
    }

    private static byte[] Literal(string name, string value) =>
        [0, (byte)name.Length, .. Encoding.ASCII.GetBytes(name), (byte)value.Length, .. Encoding.ASCII.GetBytes(value)];

    private static async Task SendAsync(
        SslStream tls, FrameType type, int flags, int stream, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        var frame = new byte[9 + payload.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, payload.Length << 8);
        (frame[3], frame[4]) = ((byte)type, (byte)flags);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(5), stream);
        payload.CopyTo(frame.AsMemory(9));
        await tls.WriteAsync(frame, cancellationToken);
    }

    private static async Task<(FrameType Type, int Flags, int Stream)> ReadAsync(SslStream tls, CancellationToken cancellationToken)
    {
        var head = new byte[9];
        await tls.ReadExactlyAsync(head, cancellationToken);
        await tls.ReadExactlyAsync(new byte[BinaryPrimitives.ReadInt32BigEndian(head) >>> 8], cancellationToken);
        return ((FrameType)head[3], head[4], BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(5)));
    }

    private enum FrameType
    {
        Data = 0,
        Headers = 1,
        Settings = 4,
        GoAway = 7,
    }
}
