using System.Buffers;

namespace Microsoft.IO;

/// <content>Writing without a copy: <c>Utf8JsonWriter</c> takes the stream for a buffer writer, not for a stream.</content>
public sealed partial class RecyclableMemoryStream : IBufferWriter<byte>
{
    private byte[]? _pending;

    /// <inheritdoc/>
    public void Advance(int count)
    {
        ThrowIfDisposed();
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (_pending is { } pending)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(count, pending.Length);
            _pending = null;
            Write(pending.AsSpan(0, count));
            ArrayPool<byte>.Shared.Return(pending);
            return;
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Capacity - _position);
        _contiguous = null;
        _position += count;
        _length = Math.Max(_length, _position);
    }

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        ThrowIfDisposed();
        ArgumentOutOfRangeException.ThrowIfNegative(sizeHint);
        ReturnPending();
        if (_position > _length)
        {
            SetLength(_position);
        }

        var wanted = Math.Max(sizeHint, 1);
        Reserve(_position + wanted);
        var offset = (int)(_position % BlockSize);
        if (BlockSize - offset >= wanted)
        {
            return _blocks[(int)(_position / BlockSize)].AsMemory(offset, BlockSize - offset);
        }

        // Longer than the rest of the block: collected apart, and copied into the blocks when it is there.
        _pending = ArrayPool<byte>.Shared.Rent(wanted);
        return _pending;
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    private void ReturnPending()
    {
        if (_pending is { } pending)
        {
            _pending = null;
            ArrayPool<byte>.Shared.Return(pending);
        }
    }
}
