using VideoTasks.Download.Content;
using VideoTasks.Download.Transfer;

namespace VideoTasks.Download.Files;

/// <summary>One connection's buffers and its way to the file.</summary>
internal sealed class ParallelWorker(DownloadContext context, PartFile part, SegmentScheduler board) : IDisposable
{
    private const int BufferCount = 2;

    private readonly FileSink _sink = new(part);
    private readonly TransferBuffers _buffers = new(BufferCount);

    /// <summary>The attempts of this connection.</summary>
    public RetryBudget Budget { get; } = new(context.Options, context.Time);

    /// <summary>Reads a segment into the file, up to where it ends by then.</summary>
    public async Task ReadAsync(Segment segment, ContentBody content, Action<int> advanced, CancellationToken cancellationToken)
    {
        try
        {
            while (!segment.IsDone)
            {
                var buffer = await _buffers.TakeAsync(cancellationToken).ConfigureAwait(false);
                var count = 0;
                try
                {
                    segment.WaitingSince = context.Time.GetTimestamp();
                    count = await content.ReadAsync(buffer.Space, cancellationToken).ConfigureAwait(false);
                }
                finally
                {
                    segment.WaitingSince = null;
                    if (count == 0)
                    {
                        buffer.Release();
                    }
                }

                var offset = segment.Next;
                var taken = board.Advance(segment, count);
                if (taken == 0)
                {
                    if (count > 0)
                    {
                        buffer.Release();
                    }

                    break;
                }

                buffer.Fill(taken, users: 1);
                await _sink.WriteAsync(buffer, offset, cancellationToken).ConfigureAwait(false);
                Budget.Advance(taken, part.Identity?.Length);
                advanced(taken);
            }
        }
        finally
        {
            await _sink.DrainAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <summary>Waits for a write that is under way.</summary>
    public async ValueTask FlushPendingAsync()
    {
        try
        {
            await _sink.DrainAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (VideoTaskException exception) when (exception.Reason == VideoTaskErrorReason.InvalidTarget)
        {
            // The error that brought us here is the one to tell.
        }

        _buffers.Stop();
    }

    public void Dispose()
    {
        _sink.Dispose();
        _buffers.Dispose();
    }
}
