using VideoTasks.Download.Content;
using VideoTasks.Download.Files;
using VideoTasks.Download.Streams;
using VideoTasks.Download.Transfer;

namespace VideoTasks;

/// <content>The operations that end in a file.</content>
public sealed partial class VideoTaskClient
{
    /// <inheritdoc/>
    public Task<VideoContent> OpenContentAsync(string id, VideoDownloadOptions? options = null, CancellationToken cancellationToken = default)
    {
        var (download, locator) = Prepare(id, options);
        return VideoContentStream.OpenAsync(download, locator, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<VideoDownloadResult> DownloadToAsync(
        string id, Stream destination, VideoDownloadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(destination);
        var (download, locator) = Prepare(id, options);
        StreamDownload.Ensure(destination, download.Handle, download.Options);
        return new StreamDownload(download, locator, destination).RunAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task<VideoDownloadResult> DownloadToFileAsync(
        string id, string path, VideoDownloadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var (download, locator) = Prepare(id, options);
        return new FileDownload(download, locator, path).RunAsync(cancellationToken);
    }

    private (DownloadContext Context, ContentLocator Locator) Prepare(string id, VideoDownloadOptions? given)
    {
        EnsureId(id);
        var options = given is null ? new() : given with { };
        VideoDownloadOptions.Validate(options);
        var context = _exchange.ContextOf(new(VideoOperation.Content, id));
        var source = new VendorContentSource(token => GetAsync(id, token), _http, _requests, context, options, _options.TimeProvider);
        var download = new DownloadContext(source.Vendor, source.Handle, options, _options.TimeProvider, _logger, context.Mask);
        return (download, new(source, download));
    }
}
