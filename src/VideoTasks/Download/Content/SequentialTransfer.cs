using System.Security.Cryptography;
using VideoTasks.Download.Transfer;

namespace VideoTasks.Download.Content;

/// <summary>
/// Moves content from a reader to a sink over one connection: one buffer is written, others are hashed, while the next one is read.
/// </summary>
internal sealed class SequentialTransfer(DownloadContext context, ResumingReader reader, IContentSink sink, ProgressReporter progress)
{
    private const int BufferCount = 2;
    private const int BufferCountWithHash = 4;

    /// <summary>The hash of what was received by an earlier download; null when there is none.</summary>
    public Func<long, ValueTask<IncrementalHash>>? ReadPrefix { get; init; }

    public bool WantsHash { get; init; } = context.Options.WantsSha256;

    /// <returns>The SHA-256; null when it was not to be computed.</returns>
    public async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        var wantsHash = WantsHash;
        using var buffers = new TransferBuffers(wantsHash ? BufferCountWithHash : BufferCount);
        var hash = wantsHash ? new ContentHash(reader.Position, ReadPrefix) : null;
        long? rewoundTo = null;
        reader.Rewound = offset => rewoundTo = offset;
        try
        {
            while (true)
            {
                var buffer = await buffers.TakeAsync(cancellationToken).ConfigureAwait(false);
                var count = await reader.ReadAsync(buffer.Space, cancellationToken).ConfigureAwait(false);
                if (rewoundTo is { } offset && hash is not null)
                {
                    await hash.DisposeAsync().ConfigureAwait(false);
                    hash = new ContentHash(offset, ReadPrefix);
                }

                rewoundTo = null;
                if (count == 0)
                {
                    break;
                }

                buffer.Fill(count, hash is null ? 1 : 2);
                await sink.WriteAsync(buffer, reader.Position - count, cancellationToken).ConfigureAwait(false);
                hash?.Append(buffer);
                progress.Report(reader.Position, reader.Total, context.Budget.Attempts);
            }

            await sink.DrainAsync(cancellationToken).ConfigureAwait(false);
            return hash is null ? null : await hash.FinishAsync().ConfigureAwait(false);
        }
        finally
        {
            if (hash is not null)
            {
                await hash.DisposeAsync().ConfigureAwait(false);
            }

            // Whatever happened, a write that is under way still reads its buffer.
            await FlushPendingAsync().ConfigureAwait(false);
            buffers.Stop();
        }
    }

    private async ValueTask FlushPendingAsync()
    {
        try
        {
            await sink.DrainAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (VideoTaskException exception) when (exception.Reason == VideoTaskErrorReason.InvalidTarget)
        {
            // The error that brought us here is the one to tell.
        }
    }
}
