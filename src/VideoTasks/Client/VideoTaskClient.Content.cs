using VideoTasks.Download.Content;
using VideoTasks.Download.Files;
using VideoTasks.Download.Streams;

namespace VideoTasks;

/// <content>The operations that end in a file.</content>
public sealed partial class VideoTaskClient
{
    /// <inheritdoc/>
    public Task<VideoContent> OpenContentAsync(string id, VideoDownloadOptions? options = null, CancellationToken cancellationToken = default)
    {
        var session = CreateSession(id, options);
        return VideoContentStream.OpenAsync(session, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<VideoDownloadResult> DownloadToAsync(
        string id, Stream destination, VideoDownloadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(destination);
        var session = CreateSession(id, options);
        StreamDownload.Ensure(destination, session.Source.Handle, session.Options);
        return new StreamDownload(session, destination).RunAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task<VideoDownloadResult> DownloadToFileAsync(
        string id, string path, VideoDownloadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var session = CreateSession(id, options);
        return new FileDownload(session, path).RunAsync(cancellationToken);
    }

    private ContentSession CreateSession(string id, VideoDownloadOptions? given)
    {
        EnsureId(id);
        var options = given is null ? new() : given with { };
        VideoDownloadOptions.Validate(options);
        var context = _exchange.ContextOf(new(VideoOperation.Content, id));
        var source = new VendorContentSource(token => GetAsync(id, token), _http, _requests, context, options, _options.TimeProvider);
        return new(source, options, _options.TimeProvider, _logger);
    }
}
