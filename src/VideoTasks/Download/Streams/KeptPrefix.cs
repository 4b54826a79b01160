using System.Buffers;
using System.Security.Cryptography;
using VideoTasks.Download.Transfer;

namespace VideoTasks.Download.Streams;

/// <summary>What a stream really holds of what a checkpoint says.</summary>
/// <param name="Length">The bytes that agree.</param>
/// <param name="Hash">Their SHA-256, to be gone on with; null when it is not wanted.</param>
internal sealed record KeptPrefix(long Length, IncrementalHash? Hash)
{
    /// <summary>Reads the stream up to the first block that differs, and has the sink take note of what comes before it.</summary>
    public static async Task<KeptPrefix> ReadAsync(
        StreamTarget target, StreamSink sink, CheckpointContent claimed, bool wantsHash, CancellationToken cancellationToken)
    {
        var length = Math.Min(claimed.Length, target.Available);
        while (true)
        {
            // Of a block that is not there to its end, nothing is known.
            length = length < claimed.Length ? length - (length % CheckpointContent.BlockLength) : length;
            sink.Clear();
            if (length <= 0)
            {
                return new(0, null);
            }

            var hash = wantsHash ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : null;
            var agreed = await ReadAsync(target, sink, claimed, length, hash, cancellationToken).ConfigureAwait(false);
            if (agreed == length)
            {
                return new(length, hash);
            }

            hash?.Dispose();
            length = agreed;
        }
    }

    private static async Task<long> ReadAsync(
        StreamTarget target, StreamSink sink, CheckpointContent claimed, long length, IncrementalHash? hash, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(TransferBuffers.Length);
        try
        {
            target.Seek(0);
            var agreed = 0L;
            for (var position = 0L; position < length;)
            {
                var end = Math.Min(length, agreed + CheckpointContent.BlockLength);
                var count = await target.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, end - position)), cancellationToken)
                    .ConfigureAwait(false);
                if (count == 0)
                {
                    return agreed;
                }

                sink.Append(buffer.AsSpan(0, count));
                hash?.AppendData(buffer, 0, count);
                position += count;
                if (position == end)
                {
                    if (sink.Received.Values[^1] != claimed.Checksums[(int)(agreed / CheckpointContent.BlockLength)])
                    {
                        return agreed;
                    }

                    agreed = end;
                }
            }

            return agreed;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
