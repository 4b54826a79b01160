using System.Runtime.CompilerServices;
using VideoTasks.Download.Formats;
using VideoTasks.Download.Transfer;

namespace VideoTasks.Download.Streams;

/// <summary>Writes to a caller's stream, or to nobody, and remembers enough of the bytes to recognise them when they come again.</summary>
internal sealed class StreamSink(StreamTarget? target, Action<StreamSink>? written = null) : IContentSink
{
    private const int TailLength = 16 * 1024;

    private readonly byte[] _tail = new byte[TailLength];
    private readonly PrefixChecksums _received = new();
    private readonly PrefixChecksums _replayed = new();
    private ContainerCheck? _container;
    private bool _isReplay;

    /// <summary>What the bytes are of; null before the first answer.</summary>
    public EntityValidators? Identity { get; private set; }

    public bool IsIndirect { get; private set; }

    /// <summary>What the first bytes are.</summary>
    public ContentKind Kind => _container?.Kind ?? ContentKind.Empty;

    /// <summary>The bytes that were handed on.</summary>
    public PrefixChecksums Received => _received;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask WriteAsync(TransferBuffer buffer, long offset, CancellationToken cancellationToken)
    {
        try
        {
            await target!.WriteAsync(buffer.Content, cancellationToken).ConfigureAwait(false);
            Append(buffer.Content.Span);
        }
        finally
        {
            buffer.Release();
        }

        if (target.IsCheckpointDue)
        {
            // A checkpoint that survives its process must not speak of bytes that did not.
            await target.FlushAsync(cancellationToken).ConfigureAwait(false);
            written?.Invoke(this);
        }
    }

    /// <summary>Takes note of bytes that were handed on.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        _container ??= new ContainerCheck();
        _container.Feed(bytes);
        _received.Append(bytes);
        var last = bytes.Length > TailLength ? bytes[^TailLength..] : bytes;
        _tail.AsSpan(last.Length).CopyTo(_tail);
        last.CopyTo(_tail.AsSpan(TailLength - last.Length));
    }

    /// <summary>Takes nothing for handed on.</summary>
    public void Clear()
    {
        _received.Clear();
        _container = null;
    }

    public ValueTask DrainAsync(CancellationToken cancellationToken)
    {
        _isReplay = false;
        return ValueTask.CompletedTask;
    }

    public ValueTask<bool> MatchesAsync(long offset, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var count = _received.Length;
        if (offset == 0)
        {
            _isReplay = true;
            _replayed.Clear();
        }

        if (!_isReplay)
        {
            return ValueTask.FromResult(bytes.Span.SequenceEqual(_tail.AsSpan(TailLength - (int)(count - offset), bytes.Length)));
        }

        _replayed.Append(bytes.Span);
        return ValueTask.FromResult(offset + bytes.Length < count || _replayed.Matches(_received));
    }

    public ValueTask<long?> TruncateAsync(long offset, CancellationToken cancellationToken)
    {
        if (_received.Length > 0 && target?.TryTruncate(0) != true)
        {
            return ValueTask.FromResult<long?>(null);
        }

        Clear();
        return ValueTask.FromResult<long?>(0);
    }

    public ValueTask<string?> FaultAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult(_container is null ? "it is empty" : _container.Fault());

    public void Identify(EntityValidators identity, bool isIndirect) => (Identity, IsIndirect) = (identity, isIndirect);

    public void Dispose()
    {
    }
}
