using Microsoft.Extensions.Logging;
using VideoTasks.Download;

namespace VideoTasks;

/// <summary>The three ways to a video, for whatever source: a file, a stream to write to, a stream to read from.</summary>
internal static class VideoDownloader
{
    public static Task<VideoDownloadResult> ToFileAsync(
        IContentSource source, string path, VideoDownloadOptions options, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        VideoDownloadOptions.Validate(options);
        return new FileDownload(new ContentSession(source, options, time, logger), path).RunAsync(cancellationToken);
    }

    public static async Task<VideoDownloadResult> ToStreamAsync(
        IContentSource source, Stream destination, VideoDownloadOptions options, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(destination);
        VideoDownloadOptions.Validate(options);
        var session = new ContentSession(source, options, time, logger);
        var progress = new ProgressReporter(options, time);
        using var sink = new StreamSink(destination);
        using var reader = new ResumingReader(session, sink, 0, null);
        try
        {
            await reader.OpenAsync(cancellationToken).ConfigureAwait(false);
            var sha256 = await new SequentialTransfer(session, reader, sink, progress).RunAsync(cancellationToken).ConfigureAwait(false);
            if (options.ExpectedSha256 is { } expected && !expected.Equals(sha256, StringComparison.OrdinalIgnoreCase))
            {
                throw session.Errors.Invalid($"its SHA-256 is {sha256}, not {expected.ToLowerInvariant()}");
            }

            await destination.FlushAsync(cancellationToken).ConfigureAwait(false);
            progress.Report(reader.Position, reader.Position, session.Budget.Attempts, isLast: true);
            DownloadLog.Done(logger, source.Handle, reader.Position, session.Budget.Attempts, 0);
            return new()
            {
                Length = reader.Position,
                Sha256 = sha256,
                MediaType = reader.First!.MediaType,
                Container = reader.First.Kind.ContainerName(),
                FileName = reader.First.FileName,
                ETag = reader.First.Identity.ETag,
                FinalUrl = reader.First.FinalUrl,
                Attempts = session.Budget.Attempts,
                IsLengthVerified = reader.Total is not null,
                Handle = source.Handle,
            };
        }
        catch (VideoTaskException exception)
        {
            exception.Download = new(session.Budget.Attempts, 0, null);
            throw;
        }
    }

    public static async Task<VideoContent> OpenAsync(
        IContentSource source, VideoDownloadOptions options, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        VideoDownloadOptions.Validate(options);
        var session = new ContentSession(source, options, time, logger);
        var sink = new StreamSink(null);
        var reader = new ResumingReader(session, sink, 0, null);
        try
        {
            await reader.OpenAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            reader.Dispose();
            if (exception is VideoTaskException known)
            {
                known.Download = new(session.Budget.Attempts, 0, null);
            }

            throw;
        }

        var first = reader.First!;
        return new(new VideoContentStream(reader, sink, session, cancellationToken))
        {
            Length = reader.Total,
            MediaType = first.MediaType,
            Container = first.Kind.ContainerName(),
            FileName = first.FileName,
            ETag = first.Identity.ETag,
            FinalUrl = first.FinalUrl,
        };
    }
}
