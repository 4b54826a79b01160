using System.Buffers;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using VideoTasks.Download.Content;
using VideoTasks.Download.Formats;
using VideoTasks.Download.Transfer;

namespace VideoTasks.Download.Streams;

/// <summary>A download as a stream to read from: it holds one connection and no more of the bytes than the reader's buffer.</summary>
internal sealed class VideoContentStream : ForwardStream
{
    private readonly DownloadContext _context;
    private readonly ResumingReader _reader;
    private readonly StreamSink _sink;
    private readonly ProgressReporter _progress;
    private readonly CancellationTokenSource _lifetime;
    private readonly IncrementalHash? _hash;
    private bool _isAtEnd;
    private bool _isDisposed;
    private bool _isWorthless;

    public VideoContentStream(DownloadContext context, ResumingReader reader, StreamSink sink, CancellationTokenSource lifetime)
    {
        (_context, _reader, _sink, _lifetime) = (context, reader, sink, lifetime);
        _progress = new(context);
        _hash = context.Options.ExpectedSha256 is null ? null : IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    }

    /// <summary>The byte of the video that the stream begins at.</summary>
    public required long Offset { get; init; }

    /// <summary>The byte of the video that it ends before; null for the end of the video.</summary>
    public required long? Limit { get; init; }

    public override bool CanRead => !_isDisposed;

    public override long Length => LengthOrNull ?? throw new NotSupportedException("The server does not say how long the video is.");

    public long? LengthOrNull => _reader.Total is { } total ? Math.Max(0, Math.Min(Limit ?? total, total) - Offset) : null;

    public override long Position { get => Math.Max(0, _reader.Position - Offset); set => throw new NotSupportedException(); }

    /// <summary>What goes on behind the bytes that were read.</summary>
    public VideoDownloadCheckpoint? GetCheckpoint() =>
        _isWorthless || _reader.Position < Offset || _context.Options.Range is not null
            ? null
            : _sink.CheckpointOf(_context, _context.Options.ResumeFrom?.Origin ?? 0);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (_isAtEnd || buffer.IsEmpty)
        {
            return 0;
        }

        try
        {
            var token = cancellationToken.CanBeCanceled ? cancellationToken : _lifetime.Token;
            if (_reader.Position < Offset && !await SkipAsync(token).ConfigureAwait(false))
            {
                Finish();
                return 0;
            }

            var count = await TakeAsync(buffer, token).ConfigureAwait(false);
            if (count == 0)
            {
                Finish();
                return 0;
            }

            _hash?.AppendData(buffer.Span[..count]);
            _progress.Report(_reader.Position, _reader.Total, _context.Budget.Attempts);
            return count;
        }
        catch (VideoTaskException exception) when (exception is not VideoTaskFailedException)
        {
            _isWorthless = !DownloadErrors.SparesPart(exception);
            throw VideoDownloadException.Create(exception, State());
        }
        catch (Exception exception) when (_isDisposed && exception is OperationCanceledException or ObjectDisposedException)
        {
            throw new ObjectDisposedException(nameof(VideoContentStream), exception);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>Reads without a task of its own; for readers that know no other way.</summary>
    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isDisposed)
        {
            _isDisposed = true;
            _progress.End();
            _lifetime.Cancel();
            _reader.Dispose();
            _sink.Dispose();
            _hash?.Dispose();
            _lifetime.Dispose();
        }

        base.Dispose(disposing);
    }

    private VideoDownloadState State()
    {
        var checkpoint = GetCheckpoint();
        return new() { Attempts = _context.Budget.Attempts, BytesKept = checkpoint?.BytesKept ?? 0, Checkpoint = checkpoint };
    }

    private async ValueTask<int> TakeAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var count = await _reader.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        if (count > 0)
        {
            _sink.Start = _reader.Start;
            _sink.Append(buffer.Span[..count]);
        }

        return count;
    }

    /// <summary>Reads up to the range, of a server that sends the whole video.</summary>
    /// <returns>False when the video ends before it.</returns>
    private async ValueTask<bool> SkipAsync(CancellationToken cancellationToken)
    {
        if (_reader.Total <= Offset)
        {
            return false;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(TransferBuffers.Length);
        try
        {
            while (_reader.Position < Offset)
            {
                var wanted = (int)Math.Min(buffer.Length, Offset - _reader.Position);
                if (await TakeAsync(buffer.AsMemory(0, wanted), cancellationToken).ConfigureAwait(false) == 0)
                {
                    return false;
                }
            }

            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void Finish()
    {
        _isAtEnd = true;
        _progress.Report(_reader.Position, _reader.Total ?? _reader.Position, _context.Budget.Attempts, isLast: true);
        var sha256 = _hash is null ? null : Convert.ToHexStringLower(_hash.GetHashAndReset());
        if (!string.Equals(sha256, _context.Options.ExpectedSha256, StringComparison.OrdinalIgnoreCase))
        {
            throw _context.Errors.Invalid($"its SHA-256 is {sha256}, not {_context.Options.ExpectedSha256}");
        }
    }
}
