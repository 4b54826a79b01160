using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using VideoTasks.Download.Content;
using VideoTasks.Download.Formats;
using VideoTasks.Download.Transfer;

namespace VideoTasks.Download.Streams;

/// <summary>A download as a stream to read from: it holds one connection and no more of the bytes than the reader's buffer.</summary>
internal sealed class VideoContentStream(ResumingReader reader, StreamSink sink, DownloadContext context, CancellationToken lifetime) : ForwardStream
{
    private readonly ProgressReporter _progress = new(context.Options, context.Time);
    private readonly IncrementalHash? _hash = context.Options.ExpectedSha256 is null ? null : IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private bool _isAtEnd;
    private bool _isDisposed;

    public override bool CanRead => !_isDisposed;

    public override long Length => reader.Total ?? throw new NotSupportedException("The server does not say how long the video is.");

    public override long Position { get => reader.Position; set => throw new NotSupportedException(); }

    /// <summary>Opens the content, and returns it once its headers are there.</summary>
    public static async Task<VideoContent> OpenAsync(DownloadContext context, ContentLocator locator, CancellationToken lifetime)
    {
        var sink = new StreamSink(target: null);
        var reader = new ResumingReader(context, locator, sink, 0, null);
        try
        {
            await reader.OpenAsync(lifetime).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            reader.Dispose();
            if (exception is VideoTaskException known and not VideoTaskFailedException)
            {
                throw VideoDownloadException.Create(known, new() { Attempts = context.Budget.Attempts });
            }

            throw;
        }

        var first = reader.First!;
        return new(new VideoContentStream(reader, sink, context, lifetime))
        {
            Length = reader.Total,
            MediaType = first.MediaType,
            Container = first.Kind.ContainerName(),
            FileName = SafeFileName.WithExtension(first.FileName, first.Kind),
            ETag = first.Identity.ETag,
            FinalUrl = first.FinalUrl,
        };
    }

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
            var token = cancellationToken.CanBeCanceled ? cancellationToken : lifetime;
            var count = await reader.ReadAsync(buffer, token).ConfigureAwait(false);
            if (count == 0)
            {
                Finish();
                return 0;
            }

            sink.Append(buffer.Span[..count]);
            _hash?.AppendData(buffer.Span[..count]);
            _progress.Report(reader.Position, reader.Total, context.Budget.Attempts);
            return count;
        }
        catch (VideoTaskException exception) when (exception is not VideoTaskFailedException)
        {
            throw VideoDownloadException.Create(exception, new() { Attempts = context.Budget.Attempts });
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
            reader.Dispose();
            sink.Dispose();
            _hash?.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Finish()
    {
        _isAtEnd = true;
        _progress.Report(reader.Position, reader.Position, context.Budget.Attempts, isLast: true);
        var sha256 = _hash is null ? null : Convert.ToHexStringLower(_hash.GetHashAndReset());
        if (!string.Equals(sha256, context.Options.ExpectedSha256, StringComparison.OrdinalIgnoreCase))
        {
            throw context.Errors.Invalid($"its SHA-256 is {sha256}, not {context.Options.ExpectedSha256}");
        }
    }
}
