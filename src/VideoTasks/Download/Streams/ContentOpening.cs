using VideoTasks.Download.Content;
using VideoTasks.Download.Formats;
using VideoTasks.Download.Transfer;

namespace VideoTasks.Download.Streams;

/// <summary>Opens content to be read: whole, from a checkpoint on, or a range of it.</summary>
internal sealed class ContentOpening(DownloadContext context, ContentLocator locator)
{
    private readonly VideoContentOptions _options = context.Options;

    /// <summary>Opens the content, and returns it once its headers are there.</summary>
    public async Task<VideoContent> RunAsync(CancellationToken cancellationToken)
    {
        // The caller's token is for the opening; what is read later has tokens of its own.
        var lifetime = new CancellationTokenSource();
        var registration = cancellationToken.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), lifetime);
        var isOpen = false;
        try
        {
            var content = await OpenAsync(lifetime).ConfigureAwait(false);
            isOpen = true;
            return content;
        }
        catch (VideoTaskException exception) when (exception is not VideoTaskFailedException)
        {
            throw VideoDownloadException.Create(exception, new() { Attempts = context.Budget.Attempts });
        }
        catch (OperationCanceledException exception) when (cancellationToken.IsCancellationRequested)
        {
            throw context.Errors.Canceled(
                new OperationCanceledException(exception.Message, exception, cancellationToken), new() { Attempts = context.Budget.Attempts });
        }
        finally
        {
            await registration.DisposeAsync().ConfigureAwait(false);
            if (!isOpen)
            {
                lifetime.Dispose();
            }
        }
    }

    private async Task<VideoContent> OpenAsync(CancellationTokenSource lifetime)
    {
        var (offset, limit) = await FindRangeAsync(lifetime.Token).ConfigureAwait(false);
        var sink = new StreamSink(target: null);
        var reader = CreateReader(sink, offset, limit);
        try
        {
            await reader.OpenAsync(lifetime.Token).ConfigureAwait(false);
            var first = reader.First;
            var kind = first?.Kind ?? ContentKind.Empty;
            if (first is { From: > 0 } && !IsMedia(first.MediaType))
            {
                kind = (await PeekAsync(ContentSniffer.Length, reader.Identity, lifetime.Token).ConfigureAwait(false)).Kind;
            }

            var stream = new VideoContentStream(context, reader, sink, lifetime) { Offset = offset, Limit = limit };
            return new OpenedContent(stream)
            {
                Length = stream.LengthOrNull,
                Offset = offset,
                TotalLength = reader.Total,
                MediaType = kind.MediaType() ?? first?.MediaType,
                Container = kind.ContainerName(),
                FileName = SafeFileName.WithExtension(first?.FileName, kind),
                ETag = reader.Identity?.ETag,
                FinalUrl = first?.FinalUrl,
            };
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    private ResumingReader CreateReader(StreamSink sink, long offset, long? limit)
    {
        if (_options.ResumeFrom?.Content is { } claimed)
        {
            sink.TryRestore(claimed);
            locator.IsIndirect |= claimed.IsIndirect;
            return new(context, locator, sink, offset, claimed.Identity);
        }

        var reader = new ResumingReader(context, locator, sink, 0, null);
        if (_options.Range is not null)
        {
            reader.Narrow(offset, limit);
        }

        return reader;
    }

    private async ValueTask<(long From, long? Limit)> FindRangeAsync(CancellationToken cancellationToken)
    {
        if (_options.ResumeFrom is { } checkpoint)
        {
            return (checkpoint.BytesKept, null);
        }

        if (_options.Range is not { } range)
        {
            return (0, null);
        }

        if (range.From is { } from)
        {
            return (from, range.To + 1);
        }

        // Where the last bytes begin can only be told from the length.
        var length = (await PeekAsync(1, null, cancellationToken).ConfigureAwait(false)).Identity.Length
            ?? throw context.Errors.Unusable("the server does not say how long it is, so that its last bytes can't be told");
        return (Math.Max(0, length - range.To!.Value), null);
    }

    /// <summary>Asks for the first bytes only, and reads none of them.</summary>
    private async ValueTask<ContentBody> PeekAsync(int count, EntityValidators? known, CancellationToken cancellationToken)
    {
        var content = await locator.OpenAsync(new(0, count, known), cancellationToken).ConfigureAwait(false);
        content!.Dispose();
        return content;
    }

    private static bool IsMedia(string? mediaType) => mediaType is not null
        && (mediaType.StartsWith("video/", StringComparison.OrdinalIgnoreCase) || mediaType.StartsWith("image/", StringComparison.OrdinalIgnoreCase));
}
