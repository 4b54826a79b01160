using System.Runtime.CompilerServices;
using VideoTasks.Download.Formats;
using VideoTasks.Download.Transfer;

namespace VideoTasks.Download.Streams;

/// <summary>Writes to a caller's stream, or to nobody, and remembers enough of the bytes to recognise them when they come again.</summary>
internal sealed class StreamSink(StreamTarget? target, Func<StreamSink, CancellationToken, ValueTask>? checkpoint = null) : IContentSink
{
    private const int TailLength = 16 * 1024;

    private readonly byte[] _tail = new byte[TailLength];
    private readonly PrefixChecksums _received = new();
    private readonly PrefixChecksums _replayed = new();
    private ContainerCheck? _container;
    private BlockChecksum _seam;
    private long _restored;
    private ulong? _restoredTail;
    private bool _isReplay;

    /// <summary>Where in the file the first byte is; 0 unless a range of it is read.</summary>
    public long Start { get; set; }

    /// <summary>What the bytes are of; null before the first answer.</summary>
    public EntityValidators? Identity { get; private set; }

    public bool IsIndirect { get; private set; }

    /// <summary>What the first bytes are.</summary>
    public ContentKind Kind => _container is { } container && IsWhole ? container.Kind : ContentKind.Empty;

    /// <summary>The bytes that were handed on.</summary>
    public PrefixChecksums Received => _received;

    /// <summary>The checksum of the bytes that a seam is compared by; null when they are not here.</summary>
    public ulong? Tail => _received.Length - _restored is var fresh && (fresh >= TailLength || _restored == 0)
        ? BlockChecksum.Of(_tail.AsSpan(TailLength - (int)Math.Min(fresh, TailLength)))
        : fresh == 0 ? _restoredTail : null;

    // What is here of bytes before a checkpoint is the checksum of the last ones, all of them or none.
    public int Comparable => _restored == 0 ? int.MaxValue : Tail is null ? 0 : TailLength;

    private bool IsWhole => Start == 0 && _restored == 0;

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
            await checkpoint!(this, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Takes note of bytes that were handed on.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (IsWhole)
        {
            _container ??= new ContainerCheck();
            _container.Feed(bytes);
        }

        _received.Append(bytes);
        var last = bytes.Length > TailLength ? bytes[^TailLength..] : bytes;
        _tail.AsSpan(last.Length).CopyTo(_tail);
        last.CopyTo(_tail.AsSpan(TailLength - last.Length));
    }

    /// <summary>Takes bytes for handed on that are in a place where they can't be read again.</summary>
    /// <returns>False when too little is known of them.</returns>
    public bool TryRestore(CheckpointContent content)
    {
        if (!_received.TryRestore(content))
        {
            return false;
        }

        (_restored, _restoredTail) = (content.Length, content.Tail);
        Identify(content.Identity, content.IsIndirect);
        return true;
    }

    /// <summary>Takes nothing for handed on.</summary>
    public void Clear()
    {
        _received.Clear();
        (_container, _restored, _restoredTail) = (null, 0, null);
    }

    public ValueTask DrainAsync(CancellationToken cancellationToken)
    {
        _isReplay = false;
        _seam = default;
        return ValueTask.CompletedTask;
    }

    public ValueTask<bool> MatchesAsync(long offset, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var end = Start + _received.Length;
        if (offset == Start)
        {
            _isReplay = true;
            _replayed.Clear();
        }

        if (_isReplay)
        {
            _replayed.Append(bytes.Span);
            return ValueTask.FromResult(offset + bytes.Length < end || _replayed.Matches(_received));
        }

        if (_restored > 0 && _restored == _received.Length)
        {
            _seam.Append(bytes.Span);
            return ValueTask.FromResult(offset + bytes.Length < end || _seam.Value == _restoredTail);
        }

        return ValueTask.FromResult(bytes.Span.SequenceEqual(_tail.AsSpan(TailLength - (int)(end - offset), bytes.Length)));
    }

    public ValueTask<long?> TruncateAsync(long offset, CancellationToken cancellationToken)
    {
        if (_received.Length > 0 && target?.TryTruncate(0) != true)
        {
            return ValueTask.FromResult<long?>(null);
        }

        Clear();
        return ValueTask.FromResult<long?>(Start);
    }

    // Of a part of a file, nothing tells whether it is whole but its length.
    public ValueTask<string?> FaultAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult(!IsWhole ? null : _container is null ? "it is empty" : _container.Fault());

    public void Identify(EntityValidators identity, bool isIndirect) => (Identity, IsIndirect) = (identity, isIndirect);

    /// <summary>What goes on from the bytes so far; null when there is nothing to go on from.</summary>
    public VideoDownloadCheckpoint? CheckpointOf(DownloadContext context, long origin) =>
        Start > 0 || Identity is not { } identity || Received.Length is not (> 0 and var length) ? null
            : new(new CheckpointContent
            {
                Task = context.Handle?.ToString(),
                Variant = context.Options.Variant,
                Identity = identity,
                IsIndirect = IsIndirect,
                Origin = origin,
                Length = length,
                Checksums = Received.Values,
                OpenBlock = Received.Save(),
                Tail = Tail,
            });

    public void Dispose()
    {
    }
}
