namespace VideoTasks;

/// <summary>Waiting for tasks, and what else can be said with the members of <see cref="IVideoTaskClient"/>.</summary>
public static class VideoTaskClientExtensions
{
    /// <summary>Starts a task from a finished one. Like a create, it is never repeated blindly.</summary>
    /// <param name="client">The vendor's client.</param>
    /// <param name="id">The vendor's id of the finished task.</param>
    /// <param name="request">What to make; its <see cref="VideoTaskRequest.Source"/> is set here.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="VideoTaskException">The vendor has no such operation (<see cref="VideoTaskErrorReason.NotSupported"/>), or says
    /// no.</exception>
    /// <exception cref="ArgumentException">The request has a source already, and another one.</exception>
    public static Task<VideoTask> RemixAsync(
        this IVideoTaskClient client, string id, VideoTaskRequest request, CancellationToken cancellationToken = default) =>
        StartFromAsync(client, VideoOperation.Remix, id, request, cancellationToken);

    /// <summary>Starts a task that changes a finished one's video as the prompt says. Like a create, it is never repeated blindly.</summary>
    /// <param name="client">The vendor's client.</param>
    /// <param name="id">The vendor's id of the finished task.</param>
    /// <param name="request">What to make; its <see cref="VideoTaskRequest.Source"/> is set here.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="VideoTaskException">The vendor has no such operation (<see cref="VideoTaskErrorReason.NotSupported"/>), or says
    /// no.</exception>
    /// <exception cref="ArgumentException">The request has a source already, and another one.</exception>
    public static Task<VideoTask> EditAsync(
        this IVideoTaskClient client, string id, VideoTaskRequest request, CancellationToken cancellationToken = default) =>
        StartFromAsync(client, VideoOperation.Edit, id, request, cancellationToken);

    /// <summary>Starts a task that goes on where a finished one's video ends. Like a create, it is never repeated blindly.</summary>
    /// <param name="client">The vendor's client.</param>
    /// <param name="id">The vendor's id of the finished task.</param>
    /// <param name="request">What to make; its <see cref="VideoTaskRequest.Source"/> is set here.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="VideoTaskException">The vendor has no such operation (<see cref="VideoTaskErrorReason.NotSupported"/>), or says
    /// no.</exception>
    /// <exception cref="ArgumentException">The request has a source already, and another one.</exception>
    public static Task<VideoTask> ExtendAsync(
        this IVideoTaskClient client, string id, VideoTaskRequest request, CancellationToken cancellationToken = default) =>
        StartFromAsync(client, VideoOperation.Extend, id, request, cancellationToken);

    /// <summary>Reads the account's tasks, page after page, in the vendor's order and each of them once.</summary>
    /// <param name="client">The vendor's client.</param>
    /// <param name="options">Which tasks; null for all.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="VideoTaskException">The vendor has no such operation (<see cref="VideoTaskErrorReason.NotSupported"/>), or says
    /// no.</exception>
    /// <exception cref="ArgumentException">The options have a number that can't be.</exception>
    public static IAsyncEnumerable<VideoTask> ListAsync(
        this IVideoTaskClient client, VideoTaskListOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        options = options is null ? new() : options with { };
        VideoTaskListOptions.Validate(options);
        return VideoTaskList.ReadAsync(client, options, cancellationToken);
    }

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
        options = options is null ? new() : options with { };
        VideoTaskWaitOptions.Validate(options);
        return VideoTaskWait.WaitAsync(client, id, options, cancellationToken);
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
        options = options is null ? new() : options with { };
        VideoTaskWaitOptions.Validate(options);
        return VideoTaskWait.WatchAsync(client, id, options, cancellationToken);
    }

    /// <summary>Whether the vendor's document has an operation; false where the client says nothing about itself.</summary>
    public static bool Supports(this IVideoTaskClient client, VideoOperation operation) =>
        client.GetService<VideoTaskClientMetadata>()?.Operations.Contains(operation) == true;

    /// <summary>What stands behind the client, by its type: see <see cref="IVideoTaskClient.GetService"/>.</summary>
    /// <typeparam name="TService">The type that is wanted.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="serviceKey">Tells services of one type apart; null for the only one.</param>
    /// <returns>The service; null when there is none.</returns>
    public static TService? GetService<TService>(this IVideoTaskClient client, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.GetService(typeof(TService), serviceKey) is TService service ? service : default;
    }

    /// <summary>Puts decorators around the client.</summary>
    public static VideoTaskClientBuilder AsBuilder(this IVideoTaskClient client) => new(client);

    private static Task<VideoTask> StartFromAsync(
        IVideoTaskClient client, VideoOperation operation, string id, VideoTaskRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(request);
        var source = new VideoTaskSource { Id = id, Operation = operation };
        return request.Source is null || request.Source == source
            ? client.CreateAsync(request with { Source = source }, cancellationToken)
            : throw new ArgumentException(
                $"The request's Source says {request.Source.Operation} of {request.Source.Id}: leave it out here, or call CreateAsync.",
                nameof(request));
    }
}
