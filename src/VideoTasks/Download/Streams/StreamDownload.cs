using System.Security.Cryptography;
using VideoTasks.Download.Content;
using VideoTasks.Download.Formats;
using VideoTasks.Download.Transfer;

namespace VideoTasks.Download.Streams;

/// <summary>A download into a caller's stream: what is there already, the transfer, the checks, and the checkpoint of what broke off.</summary>
internal sealed class StreamDownload
{
    private readonly DownloadContext _context;
    private readonly ContentLocator _locator;
    private readonly VideoStreamDownloadOptions _options;
    private readonly StreamTarget _target;
    private readonly ProgressReporter _progress;
    private IncrementalHash? _prefixHash;
    private bool _wantsHash;

    public StreamDownload(DownloadContext context, ContentLocator locator, VideoStreamDownloadOptions options, Stream destination)
    {
        (_context, _locator, _options) = (context, locator, options);
        _wantsHash = options.WantsSha256;
        _target = new(destination, options, context.Time);
        _progress = new(context);
    }

    /// <exception cref="ArgumentException">The checkpoint and the stream can't be of one download.</exception>
    public static void Ensure(Stream destination, VideoTaskHandle? handle, VideoStreamDownloadOptions options)
    {
        if (!destination.CanWrite)
        {
            throw new ArgumentException("The stream can't be written to.", nameof(destination));
        }

        if (options.ResumeFrom is null)
        {
            return;
        }

        if (destination.CanSeek && !destination.CanRead)
        {
            throw new ArgumentException(
                "To go on from a checkpoint, a stream that can seek must be one to read as well: what it holds is checked first.",
                nameof(destination));
        }

        ResumePoint.Ensure(handle, options);
        if (!destination.CanSeek)
        {
            ResumePoint.EnsurePart(options);
        }
    }

    /// <exception cref="VideoTaskException">It did not end in the whole video.</exception>
    /// <exception cref="VideoDownloadCanceledException">It was given up.</exception>
    public async Task<VideoDownloadResult> RunAsync(CancellationToken cancellationToken)
    {
        using var sink = new StreamSink(_target, TellAsync);
        try
        {
            return await RunAsync(sink, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception)
        {
            throw _context.Errors.Canceled(exception, StateOf(CheckpointOf(sink)));
        }
        catch (VideoTaskException exception) when (exception is not VideoTaskFailedException)
        {
            throw VideoDownloadException.Create(exception, StateOf(DownloadErrors.SparesPart(exception) ? CheckpointOf(sink) : null));
        }
        finally
        {
            _progress.End();
            _prefixHash?.Dispose();
        }
    }

    private async Task<VideoDownloadResult> RunAsync(StreamSink sink, CancellationToken cancellationToken)
    {
        var kept = await ReadKeptAsync(sink, cancellationToken).ConfigureAwait(false);
        using var reader = new ResumingReader(_context, _locator, sink, kept, kept > 0 ? sink.Identity : null);
        await reader.OpenAsync(cancellationToken).ConfigureAwait(false);
        var transfer = new SequentialTransfer(_context, reader, sink, _progress) { ReadPrefix = TakePrefixHash, WantsHash = _wantsHash };
        var sha256 = await transfer.RunAsync(cancellationToken).ConfigureAwait(false);
        if (_options.ExpectedSha256 is { } expected && !expected.Equals(sha256, StringComparison.OrdinalIgnoreCase))
        {
            throw _context.Errors.Invalid($"its SHA-256 is {sha256}, not {expected.ToLowerInvariant()}");
        }

        await _target.FlushAsync(cancellationToken).ConfigureAwait(false);
        _progress.Report(reader.Position, reader.Position, _context.Budget.Attempts, isLast: true);
        DownloadLog.Done(_context.Logger, _context.Handle, reader.Position, _context.Budget.Attempts, reader.ResumedBytes);
        return new()
        {
            Length = reader.Position,
            Sha256 = sha256,
            MediaType = sink.Kind.MediaType() ?? reader.First?.MediaType,
            Container = sink.Kind.ContainerName(),
            FileName = SafeFileName.WithExtension(reader.First?.FileName, sink.Kind),
            ETag = reader.Identity?.ETag,
            FinalUrl = reader.First?.FinalUrl,
            ResumedBytes = reader.ResumedBytes,
            Attempts = _context.Budget.Attempts,
            IsLengthVerified = reader.Total is not null,
            Handle = _context.Handle,
        };
    }

    /// <summary>Takes over what the stream holds of an earlier download.</summary>
    private async Task<long> ReadKeptAsync(StreamSink sink, CancellationToken cancellationToken)
    {
        if (_options.ResumeFrom?.Content is not { } claimed)
        {
            return 0;
        }

        if (_target.Origin is null)
        {
            // What was written is the caller's to keep; only the server can say whether what follows is of the same file.
            _wantsHash = false;
            _locator.IsIndirect |= claimed.IsIndirect;
            sink.TryRestore(claimed);
            return claimed.Length;
        }

        _target.BeginAt(claimed.Origin);
        var kept = await KeptPrefix.ReadAsync(_target, sink, claimed, _options.WantsSha256, cancellationToken).ConfigureAwait(false);
        _prefixHash = kept.Hash;
        if (kept.Length == 0)
        {
            _target.TryTruncate(0);
            return 0;
        }

        _target.Seek(kept.Length);
        _locator.IsIndirect |= claimed.IsIndirect;
        sink.Identify(claimed.Identity, claimed.IsIndirect);
        return kept.Length;
    }

    private ValueTask<IncrementalHash> TakePrefixHash(long length)
    {
        var hash = _prefixHash!;
        _prefixHash = null;
        return ValueTask.FromResult(hash);
    }

    private VideoDownloadState StateOf(VideoDownloadCheckpoint? checkpoint) =>
        new() { Attempts = _context.Budget.Attempts, BytesKept = checkpoint?.BytesKept ?? 0, Checkpoint = checkpoint };

    private ValueTask TellAsync(StreamSink sink, CancellationToken cancellationToken) =>
        CheckpointOf(sink) is { } checkpoint ? _target.TellAsync(checkpoint, cancellationToken) : ValueTask.CompletedTask;

    private VideoDownloadCheckpoint? CheckpointOf(StreamSink sink) =>
        sink.CheckpointOf(_context, _target.Origin ?? _options.ResumeFrom?.Origin ?? 0);
}
