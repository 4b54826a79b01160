using System.Buffers;
using System.Security.Cryptography;
using VideoTasks.Download.Content;
using VideoTasks.Download.Formats;
using VideoTasks.Download.Transfer;

namespace VideoTasks.Download.Files;

/// <summary>A download into a file: the part file, the transfer, the checks, and the rename at the end.</summary>
internal sealed class FileDownload(DownloadContext context, ContentLocator locator, VideoFileDownloadOptions options, string path)
{
    private readonly ProgressReporter _progress = new(context);

    /// <exception cref="VideoTaskException">It did not end in the whole file.</exception>
    public async Task<VideoDownloadResult> RunAsync(CancellationToken cancellationToken)
    {
        var target = FileTarget.Of(path, options);
        if (!target.IsDirectory)
        {
            using var part = PartFile.Open(target.Path, context.Handle, options);
            return await RunAsync(part, null, cancellationToken).ConfigureAwait(false);
        }

        // The server names the file, so it is asked before it is known what there is to go on with.
        ContentBody? opened = null;
        try
        {
            opened = await locator.OpenAsync(ContentRequest.Whole, cancellationToken).ConfigureAwait(false);
            var name = FileTarget.NameFor(opened!, context.Handle);
            using var part = target.OpenFree(name, context.Handle, options);
            if (part.Map.Count > 0)
            {
                opened!.Dispose();
                opened = null;
            }

            var given = opened;
            opened = null;
            return await RunAsync(part, given, cancellationToken).ConfigureAwait(false);
        }
        catch (VideoTaskException exception) when (exception is not (VideoTaskFailedException or VideoDownloadException { State: not null }))
        {
            throw VideoDownloadException.Create(exception, new() { Attempts = context.Budget.Attempts });
        }
        catch (OperationCanceledException exception) when (exception is not VideoDownloadCanceledException)
        {
            throw context.Errors.Canceled(exception, new() { Attempts = context.Budget.Attempts });
        }
        finally
        {
            opened?.Dispose();
        }
    }

    private async Task<VideoDownloadResult> RunAsync(PartFile part, ContentBody? opened, CancellationToken cancellationToken)
    {
        locator.IsIndirect |= part.IsIndirect;
        part.KeepSaved(context.Time);
        try
        {
            var transferred = await TransferAsync(part, opened, cancellationToken).ConfigureAwait(false);
            var length = part.Map.Prefix;
            if (options.ExpectedSha256 is { } expected && !expected.Equals(transferred.Sha256, StringComparison.OrdinalIgnoreCase))
            {
                throw context.Errors.Invalid($"its SHA-256 is {transferred.Sha256}, not {expected.ToLowerInvariant()}");
            }

            _progress.Report(length, length, context.Budget.Attempts, isLast: true);
            Complete(part, length);
            DownloadLog.Done(context.Logger, context.Handle, length, context.Budget.Attempts, transferred.ResumedBytes);
            return ResultOf(part, transferred, length);
        }
        catch (Exception exception)
        {
            var kept = part.Abandon(options.KeepPartial && DownloadErrors.SparesPart(exception));
            var state = new VideoDownloadState { Attempts = context.Budget.Attempts, BytesKept = kept, PartialPath = kept > 0 ? part.Path : null };
            if (exception is OperationCanceledException canceled)
            {
                throw context.Errors.Canceled(canceled, state);
            }

            if (exception is VideoTaskException known and not VideoTaskFailedException)
            {
                throw VideoDownloadException.Create(known, state);
            }

            throw;
        }
        finally
        {
            _progress.End();
        }
    }

    private async Task<Transferred> TransferAsync(PartFile part, ContentBody? opened, CancellationToken cancellationToken)
    {
        if (options.Connections > 1 || (part.Identity?.Length is { } known && part.Map.Gaps(known).Count > 1))
        {
            var parallel = new ParallelTransfer(context, locator, part, _progress);
            if (await parallel.TryRunAsync(opened, cancellationToken).ConfigureAwait(false) is { } done)
            {
                return done;
            }

            opened = parallel.Rest;
            part.Map.Truncate(part.Handle, part.Map.Prefix);
        }

        using var sink = new FileSink(part);
        using var reader = new ResumingReader(context, locator, sink, part.Map.Prefix, part.Identity);
        if (opened is not null)
        {
            reader.Adopt(opened);
        }

        await reader.OpenAsync(cancellationToken).ConfigureAwait(false);
        var transfer = new SequentialTransfer(context, reader, sink, _progress) { ReadPrefix = length => HashPrefixAsync(part, length) };
        var sha256 = await transfer.RunAsync(cancellationToken).ConfigureAwait(false);
        return new(sha256, reader.First, reader.Total is not null, reader.ResumedBytes);
    }

    private void Complete(PartFile part, long length)
    {
        try
        {
            part.Complete(length, part.Target, options);
        }
        catch (Exception exception) when (TargetErrors.IsFileError(exception))
        {
            throw TargetErrors.Of(part.Target, exception);
        }
    }

    private VideoDownloadResult ResultOf(PartFile part, Transferred transferred, long length)
    {
        var kind = KindOf(part.Target);
        return new()
        {
            Path = part.Target,
            Length = length,
            Sha256 = transferred.Sha256,
            MediaType = kind.MediaType() ?? transferred.First?.MediaType,
            Container = kind.ContainerName(),
            FileName = SafeFileName.WithExtension(transferred.First?.FileName, kind),
            ETag = part.Identity?.ETag,
            FinalUrl = transferred.First?.FinalUrl,
            ResumedBytes = transferred.ResumedBytes,
            Attempts = context.Budget.Attempts,
            IsLengthVerified = transferred.IsLengthKnown,
            Handle = context.Handle,
        };
    }

    private static ContentKind KindOf(string path)
    {
        Span<byte> head = stackalloc byte[ContentSniffer.Length];
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return ContentSniffer.Sniff(head[..RandomAccess.Read(file, head, 0)]);
    }

    private static async ValueTask<IncrementalHash> HashPrefixAsync(PartFile part, long length)
    {
        var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        try
        {
            await HashAsync(part, hash, 0, length).ConfigureAwait(false);
            return hash;
        }
        catch
        {
            hash.Dispose();
            throw;
        }
    }

    internal static async ValueTask HashAsync(PartFile part, IncrementalHash hash, long from, long to)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(TransferBuffers.Length);
        try
        {
            for (var offset = from; offset < to;)
            {
                var count = await RandomAccess.ReadAsync(part.Handle, buffer.AsMemory(0, (int)Math.Min(buffer.Length, to - offset)), offset)
                    .ConfigureAwait(false);
                hash.AppendData(buffer.AsSpan(0, count));
                offset += count > 0 ? count : throw new VideoDownloadException(ErrorMessages.Cut(part.Path));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}

/// <summary>What a transfer came to.</summary>
/// <param name="Sha256">The hash; null when it was not to be computed.</param>
/// <param name="First">The first answer; null when none was needed.</param>
/// <param name="IsLengthKnown">Whether the server said how long the file is.</param>
/// <param name="ResumedBytes">What was there before and was not fetched again.</param>
internal sealed record Transferred(string? Sha256, ContentBody? First, bool IsLengthKnown, long ResumedBytes);
