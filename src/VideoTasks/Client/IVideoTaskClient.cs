namespace VideoTasks;

/// <summary>
/// The tasks of one vendor. Every member that talks to the vendor throws a <see cref="VideoTaskException"/> when the vendor or the network
/// says no, and <see cref="OperationCanceledException"/> when the caller cancels. What else can be done with a client is said by extension methods:
/// see <see cref="VideoTaskClientExtensions"/>. A decorator derives from <see cref="DelegatingVideoTaskClient"/>.
/// </summary>
public partial interface IVideoTaskClient
{
    /// <summary>
    /// Starts a task: a new one, or with <see cref="VideoTaskRequest.Source"/> one from a finished task. It costs money, so it is never sent a second
    /// time when its outcome is unknown.
    /// </summary>
    /// <exception cref="VideoTaskException">The vendor has no such operation (<see cref="VideoTaskErrorReason.NotSupported"/>), or says
    /// no.</exception>
    Task<VideoTask> CreateAsync(VideoTaskRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads a task. The result has the id that was asked for, whatever the body says.</summary>
    /// <exception cref="VideoTaskException">The vendor knows no such task (<see cref="VideoTaskErrorReason.NotFound"/>), or says no.</exception>
    Task<VideoTask> GetAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Reads one page of the account's tasks, in the vendor's order.</summary>
    /// <param name="options">Where the page begins, and how large it is; null for the beginning.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="VideoTaskException">The vendor has no such operation (<see cref="VideoTaskErrorReason.NotSupported"/>), or says
    /// no.</exception>
    /// <exception cref="ArgumentException">The options have a continuation token of another list, or a number that can't be.</exception>
    Task<VideoTaskPage> ListPageAsync(VideoTaskListOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Stops a task, and returns it as it stands afterwards.</summary>
    /// <exception cref="VideoTaskException">The vendor has no such operation (<see cref="VideoTaskErrorReason.NotSupported"/>), or says
    /// no.</exception>
    Task<VideoTask> CancelAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Deletes a task and its video.</summary>
    /// <exception cref="VideoTaskException">The vendor has no such operation (<see cref="VideoTaskErrorReason.NotSupported"/>), or says
    /// no.</exception>
    Task DeleteAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>
    /// What stands behind the client, through whatever is around it: <see cref="VideoTaskClientMetadata"/>, the <see cref="TimeProvider"/> that
    /// waits go by, <see cref="Vendors.VideoVendorDescription"/>, any decorator by its type; and <c>IRequestAdapter</c>, a new one each time, for the
    /// vendor's own typed client: <c>new HingnetClient(client.GetService&lt;IRequestAdapter&gt;()!)</c>. That sends the key to the vendor's
    /// origins only, and what it reads throws for no value that a type can't hold; but it goes past all decorators.
    /// </summary>
    /// <param name="serviceType">The type that is wanted.</param>
    /// <param name="serviceKey">Tells services of one type apart, where a decorator has several; null for the only one.</param>
    /// <returns>The service; null when there is none.</returns>
    object? GetService(Type serviceType, object? serviceKey = null);
}
