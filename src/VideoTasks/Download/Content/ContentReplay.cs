using System.Buffers;
using VideoTasks.Download.Transfer;

namespace VideoTasks.Download.Content;

/// <summary>Compares bytes that come once more with those that were received before.</summary>
internal static class ContentReplay
{
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
