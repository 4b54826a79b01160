namespace VideoTasks.Tests.Client;

/// <summary>A client without a network whose task goes through the given states, or throws; each reading takes no time.</summary>
internal sealed class ScriptedClient(FakeClock clock, params object[] readings) : IVideoTaskClient
{
    private int _next;

    public List<TimeSpan> ReadAt { get; } = [];

    public TimeSpan? PollInterval { get; init; }

    public static VideoTask Task(VideoTaskStatus status, double? progress = null, VideoTaskError? error = null, TimeSpan? retryAfter = null) => new()
    {
        Vendor = "scripted",
        Id = "task-1",
        Status = status,
        RawStatus = status.ToWord(),
        Progress = progress,
        Error = error,
        RetryAfter = retryAfter,
    };

    public Task<VideoTask> GetAsync(string id, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ReadAt.Add(clock.Elapsed);
        return readings[Math.Min(_next++, readings.Length - 1)] switch
        {
            Exception exception => System.Threading.Tasks.Task.FromException<VideoTask>(exception),
            var task => System.Threading.Tasks.Task.FromResult((VideoTask)task),
        };
    }

    public Task<VideoTask> CreateAsync(VideoTaskRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<VideoTaskPage> ListPageAsync(VideoTaskListOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task DeleteAsync(string id, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<VideoTask> CancelAsync(string id, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(TimeProvider) ? clock
        : serviceType == typeof(VideoTaskClientMetadata) ? new VideoTaskClientMetadata { Vendor = "scripted", PollInterval = PollInterval }
        : null;

    public Task<VideoContent> OpenContentAsync(string id, VideoContentOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<VideoDownloadResult> DownloadToAsync(
        string id, Stream destination, VideoStreamDownloadOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

    public Task<VideoDownloadResult> DownloadToFileAsync(
        string id, string path, VideoFileDownloadOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();
}
