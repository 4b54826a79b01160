using Microsoft.Kiota.Abstractions;
using VideoTasks.Vendors;

namespace VideoTasks;

/// <summary>
/// The tasks of one vendor. Every member that talks to the vendor throws a <see cref="VideoTaskException"/> when the vendor or the network
/// says no, and <see cref="OperationCanceledException"/> when the caller cancels.
/// </summary>
public partial interface IVideoTaskClient
{
    /// <summary>What is known about the vendor: its operations, its origin, its words.</summary>
    VideoVendorDescription Vendor { get; }

    /// <summary>The URL that the vendor's operations are below.</summary>
    Uri BaseUrl { get; }

    /// <summary>Starts a task. It costs money, so it is never sent a second time when its outcome is unknown.</summary>
    /// <exception cref="VideoTaskException">The vendor has no such operation (<see cref="VideoTaskErrorReason.NotSupported"/>), or says
    /// no.</exception>
    Task<VideoTask> CreateAsync(VideoTaskRequest request, CancellationToken cancellationToken = default);

    /// <summary>Starts a task from a finished one. Like a create, it is never repeated blindly.</summary>
    /// <exception cref="VideoTaskException">The vendor has no such operation (<see cref="VideoTaskErrorReason.NotSupported"/>), or says
    /// no.</exception>
    Task<VideoTask> RemixAsync(string id, VideoTaskRequest request, CancellationToken cancellationToken = default);

    /// <summary>Starts a task that changes a finished one's video as the prompt says. Like a create, it is never repeated blindly.</summary>
    /// <exception cref="VideoTaskException">The vendor has no such operation (<see cref="VideoTaskErrorReason.NotSupported"/>), or says
    /// no.</exception>
    Task<VideoTask> EditAsync(string id, VideoTaskRequest request, CancellationToken cancellationToken = default);

    /// <summary>Starts a task that goes on where a finished one's video ends. Like a create, it is never repeated blindly.</summary>
    /// <exception cref="VideoTaskException">The vendor has no such operation (<see cref="VideoTaskErrorReason.NotSupported"/>), or says
    /// no.</exception>
    Task<VideoTask> ExtendAsync(string id, VideoTaskRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads a task. The result has the id that was asked for, whatever the body says.</summary>
    /// <exception cref="VideoTaskException">The vendor knows no such task (<see cref="VideoTaskErrorReason.NotFound"/>), or says no.</exception>
    Task<VideoTask> GetAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Reads the account's tasks, page after page, in the vendor's order.</summary>
    /// <exception cref="VideoTaskException">The vendor has no such operation (<see cref="VideoTaskErrorReason.NotSupported"/>), or says
    /// no.</exception>
    IAsyncEnumerable<VideoTask> ListAsync(VideoTaskListOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Deletes a task and its video.</summary>
    /// <exception cref="VideoTaskException">The vendor has no such operation (<see cref="VideoTaskErrorReason.NotSupported"/>), or says
    /// no.</exception>
    Task DeleteAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Stops a task, and returns it as it stands afterwards.</summary>
    /// <exception cref="VideoTaskException">The vendor has no such operation (<see cref="VideoTaskErrorReason.NotSupported"/>), or says
    /// no.</exception>
    Task<VideoTask> CancelAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>
    /// The way to the vendor's own typed client, for calls that only this vendor has: <c>new HingnetClient(client.CreateAdapter())</c>.
    /// It sends the key to the vendor's origins only, and what it reads throws for no value that a type can't hold.
    /// </summary>
    IRequestAdapter CreateAdapter();
}
