namespace VideoTasks;

/// <summary>Going on with tasks of which only the handle is known.</summary>
public static class VideoTaskClientFactoryExtensions
{
    /// <summary>The client that a handle names.</summary>
    /// <exception cref="VideoTaskException">
    /// No client has that name, or it is not set up as it has to be (<see cref="VideoTaskErrorReason.Configuration"/>).
    /// </exception>
    public static IVideoTaskClient GetClient(this IVideoTaskClientFactory factory, VideoTaskHandle handle)
    {
        ArgumentNullException.ThrowIfNull(factory);
        return factory.GetClient(handle.Vendor);
    }

    /// <summary>Reads the task that a handle names.</summary>
    /// <exception cref="VideoTaskException">No client has that name, the vendor knows no such task, or says no.</exception>
    public static Task<VideoTask> GetAsync(
        this IVideoTaskClientFactory factory, VideoTaskHandle handle, CancellationToken cancellationToken = default) =>
        factory.GetClient(handle).GetAsync(handle.Id, cancellationToken);

    /// <summary>Reads the task that a handle names until it ends: see
    /// <see cref="VideoTaskClientExtensions.WaitAsync(IVideoTaskClient, string, VideoTaskWaitOptions?, CancellationToken)"/>.</summary>
    /// <exception cref="VideoTaskException">No client has that name, or the wait ends without a video.</exception>
    public static Task<VideoTask> WaitAsync(
        this IVideoTaskClientFactory factory,
        VideoTaskHandle handle,
        VideoTaskWaitOptions? options = null,
        CancellationToken cancellationToken = default) =>
        factory.GetClient(handle).WaitAsync(handle.Id, options, cancellationToken);
}
