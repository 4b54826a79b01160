namespace VideoTasks.Download;

/// <summary>Writes to a caller's stream, or to nobody, and remembers enough of the bytes to recognise them when they come again.</summary>
internal sealed class StreamSink(Stream? destination) : IContentSink
{
    private const int TailLength = 16 * 1024;

    private readonly long? _start = destination?.CanSeek == true ? destination.Position : null;
    private readonly byte[] _tail = new byte[TailLength];
    private BlockChecksum _received;
    private BlockChecksum _replayed;
    private ContainerCheck? _container;
    private long _count;
    private bool _isReplay;

    public async ValueTask WriteAsync(TransferBuffer buffer, long offset, CancellationToken cancellationToken)
    {
        try
        {
            await destination!.WriteAsync(buffer.Content, cancellationToken).ConfigureAwait(false);
            Append(buffer.Content.Span);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or NotSupportedException)
        {
            throw new VideoTargetException($"The stream that the video is written to failed: {exception.Message}", exception);
        }
        finally
        {
            buffer.Release();
        }
    }

    /// <summary>Takes note of bytes that were handed on.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        _container ??= new ContainerCheck(ContentSniffer.Sniff(bytes));
        _container.Feed(bytes);
        _received.Append(bytes);
        _count += bytes.Length;
        var last = bytes.Length > TailLength ? bytes[^TailLength..] : bytes;
        _tail.AsSpan(last.Length).CopyTo(_tail);
        last.CopyTo(_tail.AsSpan(TailLength - last.Length));
    }

    public ValueTask DrainAsync(CancellationToken cancellationToken)
    {
        _isReplay = false;
        return ValueTask.CompletedTask;
    }

    public ValueTask<bool> MatchesAsync(long offset, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (offset == 0)
        {
            (_isReplay, _replayed) = (true, default);
        }

        if (!_isReplay)
        {
            return ValueTask.FromResult(bytes.Span.SequenceEqual(_tail.AsSpan(TailLength - (int)(_count - offset), bytes.Length)));
        }

        _replayed.Append(bytes.Span);
        return ValueTask.FromResult(offset + bytes.Length < _count || _replayed.Value == _received.Value);
    }

    public ValueTask<long?> ForgetFromAsync(long offset, CancellationToken cancellationToken)
    {
        if (_start is not { } start)
        {
            return ValueTask.FromResult<long?>(_count == 0 ? 0 : null);
        }

        destination!.Position = start;
        try
        {
            destination.SetLength(start);
        }
        catch (NotSupportedException)
        {
            // A stream of fixed length keeps what is behind the video.
        }

        (_count, _received, _container) = (0, default, null);
        return ValueTask.FromResult<long?>(0);
    }

    public ValueTask<string?> FaultAsync(CancellationToken cancellationToken) => ValueTask.FromResult(_container is null ? "it is empty" : _container.Fault());

    public void Identify(ContentIdentity identity, bool isIndirect)
    {
    }

    public void Dispose()
    {
    }
}
