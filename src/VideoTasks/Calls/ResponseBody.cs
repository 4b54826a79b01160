using System.Buffers;
using System.IO.Compression;

namespace VideoTasks.Calls;

/// <summary>Reads a body that is meant to be JSON, once and within a limit.</summary>
internal static class ResponseBody
{
    private const int FirstBufferSize = 8 * 1024;

    /// <exception cref="BodyTooLargeException">The body, decoded, is larger than the limit.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpResponseMessage response, int limit, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength > limit)
        {
            throw new BodyTooLargeException(limit);
        }

        using var raw = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        using var stream = Decode(raw, response.Content.Headers.ContentEncoding);
        var expected = response.Content.Headers.ContentLength is { } length
            && response.Content.Headers.ContentEncoding.Count == 0 ? (int)length + 1 : FirstBufferSize;
        var buffer = ArrayPool<byte>.Shared.Rent(expected);
        try
        {
            var count = 0;
            while (true)
            {
                var read = await stream.ReadAsync(buffer.AsMemory(count), cancellationToken).ConfigureAwait(false);
                if (read == 0)
                {
                    return buffer.AsSpan(0, count).ToArray();
                }

                count += read;
                if (count > limit)
                {
                    throw new BodyTooLargeException(limit);
                }

                if (count == buffer.Length)
                {
                    var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
                    buffer.AsSpan(0, count).CopyTo(larger);
                    ArrayPool<byte>.Shared.Return(buffer);
                    buffer = larger;
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Some servers compress without being asked.</summary>
    private static Stream Decode(Stream raw, ICollection<string> encodings) => encodings.LastOrDefault()?.ToLowerInvariant() switch
    {
        "gzip" or "x-gzip" => new GZipStream(raw, CompressionMode.Decompress),
        "deflate" => new ZLibStream(raw, CompressionMode.Decompress),
        "br" => new BrotliStream(raw, CompressionMode.Decompress),
        _ => raw,
    };
}

/// <summary>A body that should be JSON is larger than any JSON answer has a reason to be.</summary>
internal sealed class BodyTooLargeException(int limit) : Exception($"The body is larger than {limit} bytes.");
