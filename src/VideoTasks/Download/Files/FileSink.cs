using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using VideoTasks.Download.Formats;
using VideoTasks.Download.Transfer;

namespace VideoTasks.Download.Files;

/// <summary>Writes to a part file, one buffer while the next one is read, and puts down how far it is.</summary>
internal sealed class FileSink(PartFile part) : IContentSink
{
    private const int WriteBackLength = 8 * 1024 * 1024;

    private PartMap.PartRun? _run;
    private TransferBuffer? _pending;
    private ValueTask _write;
    private long _writtenBack;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    [SuppressMessage("Reliability", "CA2012", Justification = "The write is under way while the next read is; it is awaited once, in DrainAsync.")]
    public async ValueTask WriteAsync(TransferBuffer buffer, long offset, CancellationToken cancellationToken)
    {
        await DrainAsync(cancellationToken).ConfigureAwait(false);
        if (_run is null || _run.Position != offset)
        {
            EndRun();
            _run = part.Map.Begin(offset);
            _writtenBack = offset;
        }

        _write = WriteAsync(_run, buffer, offset);
        _pending = buffer;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask DrainAsync(CancellationToken cancellationToken)
    {
        if (_pending is not { } buffer)
        {
            return;
        }

        _pending = null;
        try
        {
            await _write.ConfigureAwait(false);
        }
        catch (Exception exception) when (TargetErrors.IsFileError(exception))
        {
            throw TargetErrors.Of(part.Target, exception);
        }
        finally
        {
            buffer.Release();
        }

        if (_run!.Position - _writtenBack >= WriteBackLength)
        {
            WriteBack(_run);
        }
    }

    public int Comparable => int.MaxValue;

    public ValueTask<bool> MatchesAsync(long offset, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(bytes.Length);
        try
        {
            var count = 0;
            while (count < bytes.Length
                && RandomAccess.Read(part.Handle, buffer.AsSpan(count, bytes.Length - count), offset + count) is > 0 and var read)
            {
                count += read;
            }

            return ValueTask.FromResult(bytes.Span.SequenceEqual(buffer.AsSpan(0, count)));
        }
        catch (IOException exception)
        {
            throw TargetErrors.Of(part.Target, exception);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public async ValueTask<long?> TruncateAsync(long offset, CancellationToken cancellationToken)
    {
        await DrainAsync(cancellationToken).ConfigureAwait(false);
        _run = null;
        part.Map.Truncate(part.Handle, offset);
        return offset;
    }

    public ValueTask<string?> FaultAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult(ContainerCheck.FaultOf(part.Handle, part.Map.Prefix));

    public void Identify(EntityValidators identity, bool isIndirect)
    {
        var isNew = part.Identity != identity;
        (part.Identity, part.IsIndirect) = (identity, isIndirect);
        if (!isNew)
        {
            return;
        }

        try
        {
            if (identity.Length is { } length)
            {
                part.Reserve(length);
            }

            part.Save();
        }
        catch (Exception exception) when (TargetErrors.IsFileError(exception))
        {
            throw TargetErrors.Of(part.Target, exception);
        }
    }

    public void Dispose() => EndRun();

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask WriteAsync(PartMap.PartRun run, TransferBuffer buffer, long offset)
    {
        part.EnsureWhole();

        // Not to be cancelled: the buffer must not be used again before it is written.
        await RandomAccess.WriteAsync(part.Handle, buffer.Content, offset, CancellationToken.None).ConfigureAwait(false);

        // Recorded at once, and not when the next bytes come: they may never.
        run.Append(buffer.Content.Span);
        part.Reach(offset + buffer.Content.Length);
    }

    private void EndRun()
    {
        if (_run is { } run)
        {
            _run = null;
            run.End();
            WriteBack(run);
        }
    }

    /// <summary>Where the end of the download waits for the disk, the disk begins at once.</summary>
    private void WriteBack(PartMap.PartRun run)
    {
        if (part.IsFlushed && run.Position > _writtenBack)
        {
            NativeFile.BeginWriteBack(part.Handle, _writtenBack, run.Position - _writtenBack);
            _writtenBack = run.Position;
        }
    }
}
