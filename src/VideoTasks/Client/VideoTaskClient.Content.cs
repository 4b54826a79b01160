using VideoTasks.Download.Content;
using VideoTasks.Download.Files;
using VideoTasks.Download.Streams;
using VideoTasks.Download.Transfer;

namespace VideoTasks;

/// <content>The operations that end in a file.</content>
public sealed partial class VideoTaskClient
{
    /// <inheritdoc/>
    public Task<VideoContent> OpenContentAsync(string id, VideoContentOptions? options = null, CancellationToken cancellationToken = default)
    {
        EnsureId(id);
        var given = VideoContentOptions.Copy(options);
        VideoContentOptions.Validate(given);
        var (download, locator) = Prepare(id, given);
        ResumePoint.Ensure(download.Handle, given);
        ResumePoint.EnsurePart(given);
        return new ContentOpening(download, locator).RunAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task<VideoDownloadResult> DownloadToAsync(
        string id, Stream destination, VideoStreamDownloadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(destination);
        EnsureId(id);
        var given = options is null ? new() : options with { };
        VideoStreamDownloadOptions.Validate(given);
        var (download, locator) = Prepare(id, given);
        StreamDownload.Ensure(destination, download.Handle, given);
        return new StreamDownload(download, locator, given, destination).RunAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task<VideoDownloadResult> DownloadToFileAsync(
        string id, string path, VideoFileDownloadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        EnsureId(id);
        var given = options is null ? new() : options with { };
        VideoFileDownloadOptions.Validate(given);
        var (download, locator) = Prepare(id, given);
        return new FileDownload(download, locator, given, path).RunAsync(cancellationToken);
    }

    private (DownloadContext Context, ContentLocator Locator) Prepare(string id, VideoContentOptions options)
    {
        var context = _exchange.ContextOf(new(VideoOperation.Content, id));
        var source = new VendorContentSource(token => GetAsync(id, token), _http, _requests, context, options, _options.TimeProvider);
        var download = new DownloadContext(source.Vendor, source.Handle, options, _options.TimeProvider, _logger, context.Mask);
        return (download, new(source, download));
    }
}
