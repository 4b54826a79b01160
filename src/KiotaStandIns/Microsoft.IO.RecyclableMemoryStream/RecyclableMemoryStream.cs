using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Microsoft.IO;

/// <summary>
/// A memory stream in blocks from the shared pool. It grows by a block at a time, so that nothing is copied and nothing lands on the large
/// object heap; the blocks go back to the pool when it is disposed.
/// </summary>
[SuppressMessage("Performance", "CA1844", Justification = "MemoryStream's own memory overloads come back to the span overloads below.")]
public sealed partial class RecyclableMemoryStream : MemoryStream
{
    private const int BlockSize = 16 * 1024;

    private readonly List<byte[]> _blocks = [];
    private byte[]? _contiguous;
    private long _length;
    private long _position;
    private bool _disposed;

    internal RecyclableMemoryStream()
    {
    }

    /// <inheritdoc/>
    public override bool CanRead => !_disposed;

    /// <inheritdoc/>
    public override bool CanSeek => !_disposed;

    /// <inheritdoc/>
    public override bool CanWrite => !_disposed;

    /// <inheritdoc/>
    public override long Length
    {
        get
        {
            ThrowIfDisposed();
            return _length;
        }
    }

    /// <inheritdoc/>
    public override long Position
    {
        get
        {
            ThrowIfDisposed();
            return _position;
        }

        set
        {
            ThrowIfDisposed();
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _position = value;
        }
    }

    /// <summary>How many bytes fit before the stream takes another block.</summary>
    public override int Capacity
    {
        get
        {
            ThrowIfDisposed();
            return checked(_blocks.Count * BlockSize);
        }

        set
        {
            ThrowIfDisposed();
            ArgumentOutOfRangeException.ThrowIfLessThan(value, _length);
            Reserve(value);
        }
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override Task FlushAsync(CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? Task.FromCanceled(cancellationToken) : Task.CompletedTask;

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        return Read(buffer.AsSpan(offset, count));
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        ThrowIfDisposed();
        var total = 0;
        while (!buffer.IsEmpty && _position < _length)
        {
            var source = BlockAt(_position, _length - _position);
            var count = Math.Min(source.Length, buffer.Length);
            source[..count].CopyTo(buffer);
            buffer = buffer[count..];
            _position += count;
            total += count;
        }

        return total;
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        ValidateBufferArguments(buffer, offset, count);
        return cancellationToken.IsCancellationRequested
            ? Task.FromCanceled<int>(cancellationToken)
            : Task.FromResult(Read(buffer.AsSpan(offset, count)));
    }

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled<int>(cancellationToken) : new(Read(buffer.Span));

    /// <inheritdoc/>
    public override int ReadByte()
    {
        Span<byte> one = stackalloc byte[1];
        return Read(one) == 0 ? -1 : one[0];
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        Write(buffer.AsSpan(offset, count));
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        ThrowIfDisposed();
        if (_position > _length)
        {
            SetLength(_position);
        }

        var end = _position + buffer.Length;
        Reserve(end);
        _length = Math.Max(_length, end);

        _contiguous = null;
        while (!buffer.IsEmpty)
        {
            var target = BlockAt(_position, long.MaxValue);
            var count = Math.Min(target.Length, buffer.Length);
            buffer[..count].CopyTo(target);
            buffer = buffer[count..];
            _position += count;
        }
    }

    /// <inheritdoc/>
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled(cancellationToken);
        }

        Write(buffer, offset, count);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled(cancellationToken);
        }

        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public override void WriteByte(byte value) => Write([value]);

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin loc)
    {
        ThrowIfDisposed();
        var target = offset + loc switch
        {
            SeekOrigin.Begin => 0,
            SeekOrigin.Current => _position,
            SeekOrigin.End => _length,
            _ => throw new ArgumentOutOfRangeException(nameof(loc), loc, "A stream seeks from its begin, its end or where it is."),
        };
        return target < 0 ? throw new IOException("A stream has no position before its begin.") : _position = target;
    }

    /// <inheritdoc/>
    public override void SetLength(long value)
    {
        ThrowIfDisposed();
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        Reserve(value);
        for (var start = _length; start < value;)
        {
            // A pooled block holds what its last user left in it.
            var gap = BlockAt(start, value - start);
            gap.Clear();
            start += gap.Length;
        }

        _contiguous = null;
        _length = value;
        _position = Math.Min(_position, value);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (!_disposed)
        {
            _disposed = true;
            foreach (var block in _blocks)
            {
                ArrayPool<byte>.Shared.Return(block);
            }

            _blocks.Clear();
            ReturnPending();
        }

        base.Dispose(disposing);
    }

    private void CopyTo(Span<byte> target)
    {
        for (long start = 0; start < _length;)
        {
            var block = BlockAt(start, _length - start);
            block.CopyTo(target[(int)start..]);
            start += block.Length;
        }
    }

    private void Reserve(long length)
    {
        while ((long)_blocks.Count * BlockSize < length)
        {
            _blocks.Add(ArrayPool<byte>.Shared.Rent(BlockSize));
        }
    }

    private Span<byte> BlockAt(long position, long most)
    {
        var offset = (int)(position % BlockSize);
        return _blocks[(int)(position / BlockSize)].AsSpan(offset, (int)Math.Min(BlockSize - offset, most));
    }

    private void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(_disposed, this);
}
