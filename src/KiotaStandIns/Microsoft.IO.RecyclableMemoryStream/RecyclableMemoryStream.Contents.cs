namespace Microsoft.IO;

/// <content>All that is in the stream: as an array, or copied to another stream.</content>
public sealed partial class RecyclableMemoryStream
{
    /// <inheritdoc/>
    public override byte[] ToArray()
    {
        ThrowIfDisposed();
        var result = new byte[_length];
        CopyTo(result);
        return result;
    }

    /// <inheritdoc/>
    public override byte[] GetBuffer()
    {
        ThrowIfDisposed();
        return _blocks.Count == 1 ? _blocks[0] : _contiguous ??= ToArray();
    }

    /// <inheritdoc/>
    public override bool TryGetBuffer(out ArraySegment<byte> buffer)
    {
        if (_disposed)
        {
            buffer = default;
            return false;
        }

        buffer = new ArraySegment<byte>(GetBuffer(), 0, checked((int)_length));
        return true;
    }

    /// <inheritdoc/>
    public override void WriteTo(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ThrowIfDisposed();
        for (long start = 0; start < _length;)
        {
            var block = BlockAt(start, _length - start);
            stream.Write(block);
            start += block.Length;
        }
    }

    /// <inheritdoc/>
    public override void CopyTo(Stream destination, int bufferSize)
    {
        ValidateCopyToArguments(destination, bufferSize);
        ThrowIfDisposed();
        while (_position < _length)
        {
            var block = BlockAt(_position, _length - _position);
            destination.Write(block);
            _position += block.Length;
        }
    }

    /// <inheritdoc/>
    public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        ValidateCopyToArguments(destination, bufferSize);
        ThrowIfDisposed();
        while (_position < _length)
        {
            var offset = (int)(_position % BlockSize);
            var count = (int)Math.Min(BlockSize - offset, _length - _position);
            var block = _blocks[(int)(_position / BlockSize)].AsMemory(offset, count);
            _position += count;
            await destination.WriteAsync(block, cancellationToken).ConfigureAwait(false);
        }
    }
}
