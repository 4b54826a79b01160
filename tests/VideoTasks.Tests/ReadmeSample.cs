using Microsoft.Extensions.DependencyInjection;

namespace VideoTasks.Tests;

/// <summary>The README's samples: the README repeats each region word for word.</summary>
internal static class ReadmeSample
{
    public static async Task<VideoDownloadResult> MakeAVideoAsync(string apiKey, Uri? baseUrl, string path)
    {
        #region use
        var client = new VideoTaskClient("hingnet", new() { ApiKey = apiKey, BaseUrl = baseUrl }); // null: the vendor's own URL

        var task = await client.CreateAsync(new() { Model = "sora-2", Prompt = "A cat plays the piano", Seconds = 4, Size = "720x1280" });
        Console.WriteLine(task.Handle); // hingnet/video_…: all that another process needs to go on

        task = await client.WaitAsync(task.Id);
        Console.WriteLine($"{task.Status}, {task.DurationSeconds} s, {task.Width} × {task.Height}");

        var file = await client.DownloadToFileAsync(task.Id, path);
        Console.WriteLine($"{file.Length} bytes, SHA-256 {file.Sha256}");
        #endregion
        return file;
    }

    public static async Task<VideoTask> InAContainerAsync(IServiceCollection services, VideoTaskHandle handle)
    {
        #region container
        services.AddVideoTasks(); // the key of each vendor is read from the configuration: VideoTasks:hingnet:ApiKey
        await using var provider = services.BuildServiceProvider();

        var clients = provider.GetRequiredService<IVideoTaskClientFactory>();
        var task = await clients.GetAsync(handle);
        #endregion
        return task;
    }

    public static void WithAccounts(IServiceCollection services)
    {
        #region accounts
        services.AddVideoTasks(videos => videos.AddClient("hingnet-eu", "hingnet")) // a second account, VideoTasks:hingnet-eu:ApiKey
            .HttpClient.AddStandardResilienceHandler(); // whatever sends requests again: a create goes out once all the same
        #endregion
    }

    public static async Task<string?> IntoAStreamAsync(IVideoTaskClient client, string id, Stream destination, string? before)
    {
        #region stream
        var options = new VideoStreamDownloadOptions { ResumeFrom = before is null ? null : VideoDownloadCheckpoint.Parse(before) };
        try
        {
            await client.DownloadToAsync(id, destination, options); // whole and checked, or an exception
            return null;
        }
        catch (Exception exception) when (VideoDownloadState.TryGet(exception, out var state)) // failed or canceled
        {
            return state.Checkpoint?.ToString(); // keep it beside the bytes; the next process goes on at the same one
        }

        #endregion
    }
}
