using VideoTasks.Cli.Output;
using VideoTasks.Emulator;
using VideoTasks.Vendors;

namespace VideoTasks.Cli.Demo;

/// <summary>One vendor from a task to a verified file.</summary>
internal sealed class DemoTask(VideoEmulator emulator, VideoVendor vendor, string directory, Action<string, double> show)
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(300);
    private readonly string _name = vendor.Description.Name;
    private VideoTask? _task;
    private VideoDownloadResult? _download;

    /// <summary>Runs to the end; only cancellation is thrown.</summary>
    public async Task<DemoResult> RunAsync(CancellationToken token)
    {
        try
        {
            await MakeAsync(token);
            show("verified", 100);
            return Result(null);
        }
        catch (Exception exception) when (exception is VideoTaskException or IOException or UnauthorizedAccessException)
        {
            show("failed", 100);
            return Result(Lines.Join(exception.Message));
        }
    }

    private async Task MakeAsync(CancellationToken token)
    {
        var client = new VideoTaskClient(vendor, new() { BaseUrl = emulator.GetBaseUrl(_name), ApiKey = emulator.ApiKey });
        var id = client.Supports(VideoOperation.Create) ? await CreateAsync(client, token) : emulator.AddTask(_name);
        var wait = new VideoTaskWaitOptions { PollInterval = PollInterval, MaxPollInterval = PollInterval, Progress = new Report<VideoTask>(Show) };
        _task = await client.WaitAsync(id, wait, token);
        var options = new VideoFileDownloadOptions { Progress = new Report<VideoDownloadProgress>(Show) };
        _download = await client.DownloadToFileAsync(id, Path.Combine(directory, $"{_name}.mp4"), options, token);
    }

    private async Task<string> CreateAsync(VideoTaskClient client, CancellationToken token)
    {
        var request = new VideoTaskRequest { Prompt = "A test pattern, slowly counting", Model = "sora-2", Seconds = 4, Size = "720x1280" };
        _task = await client.CreateAsync(request, token);
        Show(_task);
        return _task.Id;
    }

    private void Show(VideoTask task) => show(TaskText.State(task), (task.Progress ?? 0) * 0.8);

    private void Show(VideoDownloadProgress progress) =>
        show($"downloading {Lines.Bytes(progress.BytesReceived)}", 80 + ((progress.Percent ?? 0) / 5));

    private DemoResult Result(string? problem)
    {
        var expected = _task is null ? null : emulator.GetSha256(_name, _task.Id);
        if (problem is null && _download?.Sha256 != expected)
        {
            problem = $"the file's SHA-256 is not the emulator's {expected}";
        }

        return new(_name, _task, _download, expected, problem);
    }
}
