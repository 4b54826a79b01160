using System.Buffers;
using VideoTasks.Download.Transfer;

namespace VideoTasks.Download.Content;

/// <summary>Compares bytes that come once more with those that were received before.</summary>
internal static class ContentReplay
{
    /// <summary>Reads bytes that nobody wants; fewer where there are fewer.</summary>
    public static async ValueTask SkipAsync(ContentBody content, long count, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(TransferBuffers.Length);
        try
        {
            while (count > 0
                && await content.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, count)), cancellationToken).ConfigureAwait(false)
                    is > 0 and var read)
            {
                count -= read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <returns>Null when all of them are the same; else the first byte that is not, with what was read from there on as surplus.</returns>
    public static async ValueTask<(long? DiffersAt, ReadOnlyMemory<byte> Surplus)> RunAsync(
        ContentBody content, IContentSink sink, long from, long to, CancellationToken cancellationToken)
    {
        await sink.DrainAsync(cancellationToken).ConfigureAwait(false);
        var buffer = ArrayPool<byte>.Shared.Rent(TransferBuffers.Length);
        try
        {
            while (from < to)
            {
                var count = await content.ReadAsync(buffer.AsMemory(0, (int)Math.Min(TransferBuffers.Length, to - from)), cancellationToken)
                    .ConfigureAwait(false);
                if (count == 0)
                {
                    return (from, default);
                }

                if (!await sink.MatchesAsync(from, buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false))
                {
                    return (from, buffer.AsSpan(0, count).ToArray());
                }

                from += count;
            }

            return (null, default);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
