using VideoTasks.Vendors;

namespace VideoTasks;

/// <content>The operations that end in a file.</content>
public sealed partial class VideoTaskClient
{
    /// <inheritdoc/>
    public Task<VideoContent> OpenContentAsync(string id, VideoDownloadOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new();
        return VideoDownloader.OpenAsync(SourceOf(id, options), options, _options.TimeProvider, _logger, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<VideoDownloadResult> DownloadToAsync(
        string id, Stream destination, VideoDownloadOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new();
        return VideoDownloader.ToStreamAsync(SourceOf(id, options), destination, options, _options.TimeProvider, _logger, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<VideoDownloadResult> DownloadToFileAsync(
        string id, string path, VideoDownloadOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new();
        return VideoDownloader.ToFileAsync(SourceOf(id, options), path, options, _options.TimeProvider, _logger, cancellationToken);
    }

    private VendorContentSource SourceOf(string id, VideoDownloadOptions options)
    {
        DemandId(id);
        return new(this, _http, _requests, _exchange.ContextOf(new(VideoOperation.Content, id)), options);
    }
}
