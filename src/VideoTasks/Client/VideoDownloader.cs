using Microsoft.Extensions.Logging;
using VideoTasks.Download.Content;
using VideoTasks.Download.Files;
using VideoTasks.Download.Formats;
using VideoTasks.Download.Streams;

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

    public static Task<VideoDownloadResult> ToStreamAsync(
        IContentSource source, Stream destination, VideoDownloadOptions options, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(destination);
        VideoDownloadOptions.Validate(options);
        StreamDownload.Demand(destination, source.Handle, options);
        return new StreamDownload(new ContentSession(source, options, time, logger), destination).RunAsync(cancellationToken);
    }

    public static async Task<VideoContent> OpenAsync(
        IContentSource source, VideoDownloadOptions options, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        VideoDownloadOptions.Validate(options);
        var session = new ContentSession(source, options, time, logger);
        var sink = new StreamSink(target: null);
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
