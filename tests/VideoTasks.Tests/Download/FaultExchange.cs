using System.Net.Sockets;
using System.Text;

namespace VideoTasks.Tests.Download;

/// <summary>One request, and the means to answer it badly.</summary>
internal sealed class FaultExchange(FaultRequest request, Stream stream, Socket socket, CancellationToken cancellationToken)
{
    public FaultRequest Request => request;

    public bool KeepAlive { get; private set; }

    public CancellationToken CancellationToken => cancellationToken;

    public async Task HeadAsync(int status, params (string Name, string Value)[] headers)
    {
        var text = new StringBuilder($"HTTP/1.1 {status} Status\r\n");
        foreach (var (name, value) in headers)
        {
            text.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        text.Append("Connection: close\r\n\r\n");
        await SendAsync(Encoding.UTF8.GetBytes(text.ToString()));
    }

    public async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        await stream.WriteAsync(bytes, cancellationToken);
        await stream.FlushAsync(cancellationToken);
    }

    public Task RawAsync(string text) => SendAsync(Encoding.Latin1.GetBytes(text));

    public async Task RespondAsync(int status, string mediaType, ReadOnlyMemory<byte> body, params (string Name, string Value)[] headers)
    {
        await HeadAsync(status, [("Content-Type", mediaType), ("Content-Length", $"{body.Length}"), .. headers]);
        await SendAsync(body);
    }

    public Task JsonAsync(string json, int status = 200, params (string Name, string Value)[] headers) =>
        RespondAsync(status, "application/json", Encoding.UTF8.GetBytes(json), headers);

    public Task RedirectAsync(string location, int status = 302) => HeadAsync(status, ("Location", location), ("Content-Length", "0"));

    /// <summary>Ends the connection with a reset.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
    }

    /// <summary>Says nothing until the client goes away.</summary>
    public async Task StallAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        try
        {
            while (await stream.ReadAsync(new byte[1], patience.Token) > 0)
            {
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
        }
    }

    /// <summary>Serves a file as RFC 9110 says, but for what the options say otherwise.</summary>
    public async Task ServeAsync(byte[] file, Serving? options = null)
    {
        options ??= new();
        var wanted = options.IgnoresRange ? null : request.Bytes;
        if (!options.IgnoresIfRange && request.IfRange is { } validator && validator != options.ETag && validator != options.LastModified)
        {
            wanted = null;
        }

        if (wanted is { } range && range.From >= file.Length)
        {
            await HeadAsync(416, ("Content-Range", $"bytes */{file.Length}"), ("Content-Length", "0"));
            return;
        }

        var from = wanted?.From ?? 0;
        var end = Math.Min(file.Length, (wanted?.To ?? long.MaxValue - 1) + 1);
        var headers = new List<(string, string)> { ("Content-Length", $"{options.ClaimedLength ?? end - from}"), ("Accept-Ranges", "bytes") };
        headers.AddRange(options.MediaType is { } type ? [("Content-Type", type)] : []);
        headers.AddRange(options.ETag is { } etag ? [("ETag", etag)] : []);
        headers.AddRange(options.LastModified is { } modified ? [("Last-Modified", modified), ("Date", DateTimeOffset.UtcNow.ToString("R"))] : []);
        headers.AddRange(wanted is null ? [] : [("Content-Range", $"bytes {from}-{end - 1}/{file.Length}")]);
        headers.AddRange(options.Headers);
        await HeadAsync(wanted is null ? 200 : 206, [.. headers]);

        var count = Math.Min(end - from, options.CutAfter ?? long.MaxValue);
        await SendSlowlyAsync(file.AsMemory((int)from, (int)count), options);
        if (options.ThenStall)
        {
            await StallAsync();
        }

        if (options.ThenReset)
        {
            Reset();
        }
    }

    private async Task SendSlowlyAsync(ReadOnlyMemory<byte> bytes, Serving options)
    {
        if (options.Pause is not { } pause)
        {
            await SendAsync(bytes);
            return;
        }

        while (!bytes.IsEmpty)
        {
            var count = Math.Min(options.ChunkLength, bytes.Length);
            await SendAsync(bytes[..count]);
            bytes = bytes[count..];
            await Task.Delay(pause, cancellationToken);
        }
    }
}

/// <summary>How a file is served.</summary>
internal sealed record Serving
{
    public string? ETag { get; init; } = "\"v1\"";

    public string? LastModified { get; init; }

    public string? MediaType { get; init; } = "video/mp4";

    public bool IgnoresRange { get; init; }

    public bool IgnoresIfRange { get; init; }

    /// <summary>After how many bytes of this answer the connection ends.</summary>
    public long? CutAfter { get; init; }

    public long? ClaimedLength { get; init; }

    public bool ThenStall { get; init; }

    public bool ThenReset { get; init; }

    public TimeSpan? Pause { get; init; }

    public int ChunkLength { get; init; } = 64 * 1024;

    public (string, string)[] Headers { get; init; } = [];
}
