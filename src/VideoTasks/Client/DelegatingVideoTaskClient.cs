namespace VideoTasks;

/// <summary>
/// A client around another one, to override what it does differently: a budget, a cache, a log. Each member calls the inner client's. Remix, edit and
/// extend go through <see cref="CreateAsync"/>, and a list through <see cref="ListPageAsync"/>.
/// </summary>
public class DelegatingVideoTaskClient : IVideoTaskClient
{
    /// <summary>A client around <paramref name="innerClient"/>.</summary>
    /// <param name="innerClient">The client that does the work.</param>
    protected DelegatingVideoTaskClient(IVideoTaskClient innerClient)
    {
        ArgumentNullException.ThrowIfNull(innerClient);
        InnerClient = innerClient;
    }

    /// <summary>The client that does the work.</summary>
    protected IVideoTaskClient InnerClient { get; }

    /// <inheritdoc/>
    public virtual Task<VideoTask> CreateAsync(VideoTaskRequest request, CancellationToken cancellationToken = default) =>
        InnerClient.CreateAsync(request, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<VideoTask> GetAsync(string id, CancellationToken cancellationToken = default) =>
        InnerClient.GetAsync(id, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<VideoTaskPage> ListPageAsync(VideoTaskListOptions? options = null, CancellationToken cancellationToken = default) =>
        InnerClient.ListPageAsync(options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<VideoTask> CancelAsync(string id, CancellationToken cancellationToken = default) =>
        InnerClient.CancelAsync(id, cancellationToken);

    /// <inheritdoc/>
    public virtual Task DeleteAsync(string id, CancellationToken cancellationToken = default) =>
        InnerClient.DeleteAsync(id, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<VideoContent> OpenContentAsync(
        string id, VideoContentOptions? options = null, CancellationToken cancellationToken = default) =>
        InnerClient.OpenContentAsync(id, options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<VideoDownloadResult> DownloadToAsync(
        string id, Stream destination, VideoStreamDownloadOptions? options = null, CancellationToken cancellationToken = default) =>
        InnerClient.DownloadToAsync(id, destination, options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<VideoDownloadResult> DownloadToFileAsync(
        string id, string path, VideoFileDownloadOptions? options = null, CancellationToken cancellationToken = default) =>
        InnerClient.DownloadToFileAsync(id, path, options, cancellationToken);

    /// <summary>This client where the type is one of its own, and what the inner one says otherwise.</summary>
    /// <inheritdoc/>
    public virtual object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is null && serviceType.IsInstanceOfType(this) ? this : InnerClient.GetService(serviceType, serviceKey);
    }
}
