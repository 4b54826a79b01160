using VideoTasks.Download.Formats;
using VideoTasks.Download.Transfer;
using VideoTasks.Http;

namespace VideoTasks.Download.Content;

/// <summary>What came back on a request for the content: the headers, and a body that is read from under a stall guard.</summary>
internal sealed record ContentReply(ContentLocation Place, HttpResponseMessage Response, Stream Body, IdleTimeout Guard)
{
    /// <summary>What the body is held to while it is no video.</summary>
    public required BodyLimit Limit { get; init; }

    /// <summary>Whether the vendor itself answered, and not where it had pointed.</summary>
    public bool IsVendors => Place.Kind == ContentLocationKind.Operation && !VendorHttp.WasRedirected(Response);

    /// <summary>What stands for the URL in the part's sidecar; see <see cref="EntityValidators.UriDigest"/>.</summary>
    public string? UriDigest { get; init; }

    public Uri Url => Response.RequestMessage!.RequestUri!;

    public string? MediaType => Response.Content.Headers.ContentType?.MediaType;

    /// <summary>Whether the type is one of texts, which no video has.</summary>
    public bool IsText => MediaType is { } type && (type.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
        || type.Contains("json", StringComparison.OrdinalIgnoreCase) || type.Contains("xml", StringComparison.OrdinalIgnoreCase));

    /// <summary>How the body is encoded, though it was asked for as it is; null when it is not.</summary>
    public string? Encoding => Response.Content.Headers.ContentEncoding.LastOrDefault(
        encoding => encoding.ToLowerInvariant() is "gzip" or "x-gzip" or "deflate" or "br" or "zstd" or "compress");

    /// <summary>Reads enough of the body to tell what it is.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> PeekAsync(CancellationToken cancellationToken)
    {
        var head = new byte[ContentSniffer.Length];
        var count = 0;
        int read;
        do
        {
            read = await ContentBody.ReadAsync(Body, head.AsMemory(count), Guard, cancellationToken).ConfigureAwait(false);
            count += read;
        }
        while (read > 0 && count < head.Length && !Limit.IsLate && (count < ContentSniffer.MinLength || !IsDecided(head.AsSpan(0, count))));
        return head.AsMemory(0, count);
    }

    private static bool IsDecided(ReadOnlySpan<byte> head) => ContentSniffer.Sniff(head) is not (ContentKind.Unknown or ContentKind.Zeros);

    /// <summary>Reads the body to its end, a little beyond a limit, or until it took too long.</summary>
    /// <param name="head">What was read of it already.</param>
    /// <param name="limit">How many bytes are enough.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async ValueTask<(ReadOnlyMemory<byte> Text, bool IsWhole)> ReadTextAsync(
        ReadOnlyMemory<byte> head, int limit, CancellationToken cancellationToken)
    {
        var buffer = new MemoryStream();
        buffer.Write(head.Span);
        var chunk = new byte[16 * 1024];
        while (buffer.Length < limit && !Limit.IsLate)
        {
            var count = await ContentBody.ReadAsync(Body, chunk, Guard, cancellationToken).ConfigureAwait(false);
            if (count == 0)
            {
                return (buffer.ToArray(), true);
            }

            buffer.Write(chunk.AsSpan(0, count));
        }

        return (buffer.ToArray(), false);
    }

    /// <summary>Reads the beginning of an error: as much as comes soon, since its status says already that it is one.</summary>
    /// <param name="limit">How many bytes are enough.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async ValueTask<ReadOnlyMemory<byte>> ReadErrorAsync(int limit, TimeProvider time, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(BodyLimit.ErrorTime, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        var buffer = new byte[limit];
        var count = 0;
        try
        {
            while (count < limit
                && await ContentBody.ReadAsync(Body, buffer.AsMemory(count), Guard, either.Token).ConfigureAwait(false) is > 0 and var read)
            {
                count += read;
            }
        }
        catch (Exception exception) when (exception is TransferBreakException or OperationCanceledException
            && !cancellationToken.IsCancellationRequested)
        {
            // What came until then is what the error says.
        }

        return buffer.AsMemory(0, count);
    }
}
