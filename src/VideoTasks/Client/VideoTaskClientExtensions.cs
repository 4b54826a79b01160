namespace VideoTasks;

/// <summary>Waiting for tasks, and what else can be said with the members of <see cref="IVideoTaskClient"/>.</summary>
public static class VideoTaskClientExtensions
{
    /// <summary>Reads a task until it ends, and returns it.</summary>
    /// <param name="client">The vendor's client.</param>
    /// <param name="id">The vendor's id of the task.</param>
    /// <param name="options">How to wait; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the wait, not the task.</param>
    /// <exception cref="VideoTaskFailedException">The task failed or was cancelled, and the options don't say to return it all the same.</exception>
    /// <exception cref="VideoTaskException">
    /// The task expired, and the options don't say to return it all the same (<see cref="VideoTaskErrorReason.Expired"/>); or the vendor says no.
    /// </exception>
    /// <exception cref="VideoTaskTimeoutException">The limit of the wait passed first; the exception holds the handle to go on with.</exception>
    public static Task<VideoTask> WaitAsync(
        this IVideoTaskClient client, string id, VideoTaskWaitOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentException.ThrowIfNullOrEmpty(id);
        return VideoTaskWait.WaitAsync(client, id, options is null ? new() : options with { }, cancellationToken);
    }

    /// <summary>The task each time that it changes, from its present state to its end.</summary>
    /// <param name="client">The vendor's client.</param>
    /// <param name="id">The vendor's id of the task.</param>
    /// <param name="options">How to wait; null for the defaults. <see cref="VideoTaskWaitOptions.ThrowOnFailure"/> does not apply: the last state is
    /// yielded.</param>
    /// <param name="cancellationToken">Ends the wait, not the task.</param>
    /// <exception cref="VideoTaskTimeoutException">The limit of the wait passed before the end.</exception>
    public static IAsyncEnumerable<VideoTask> WatchAsync(
        this IVideoTaskClient client, string id, VideoTaskWaitOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentException.ThrowIfNullOrEmpty(id);
        return VideoTaskWait.WatchAsync(client, id, options is null ? new() : options with { }, cancellationToken);
    }

    /// <summary>Whether the vendor's document has an operation.</summary>
    public static bool Supports(this IVideoTaskClient client, VideoOperation operation)
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.Vendor.Supports(operation);
    }
}
