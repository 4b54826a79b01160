namespace VideoTasks.SourceGenerator.Tests;

/// <summary>Drives a vendor as a user does: create, wait, download.</summary>
internal static class VendorDrive
{
    public const string Key = "k-123";

    public static VideoTaskClient Client(VideoTasks.Vendors.VideoVendor vendor, SampleServer server, Action<VideoTaskClientOptions>? configure = null)
    {
        var options = new VideoTaskClientOptions { BaseUrl = server.Address, ApiKey = Key, AllowPrivateAddresses = true };
        configure?.Invoke(options);
        return VideoTaskClient.Create(vendor, options);
    }

    /// <summary>Creates a task, reads it until it ends, and downloads its video, which must be the server's.</summary>
    public static async Task<VideoTask> CreateWaitDownloadAsync(this VideoTaskClient client, VideoTaskRequest request)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var created = await client.CreateAsync(request, cancellation);
        created.IsTerminal.ShouldBeFalse();
        var task = await client.GetAsync(created.Id, cancellation);
        task.IsTerminal.ShouldBeFalse();
        for (var i = 0; i < 5 && !task.IsTerminal; i++)
        {
            task = await client.GetAsync(created.Id, cancellation);
        }

        task.Status.ShouldBe(VideoTaskStatus.Completed);
        using var file = new MemoryStream();
        await client.DownloadToAsync(created.Id, file, new() { AllowPrivateAddresses = true }, cancellation);
        file.ToArray().ShouldBe(SampleServer.Video);
        return task;
    }

    public static async Task<List<VideoTask>> ListAllAsync(this VideoTaskClient client, VideoTaskListOptions? options = null)
    {
        var tasks = new List<VideoTask>();
        await foreach (var task in client.ListAsync(options, TestContext.Current.CancellationToken))
        {
            tasks.Add(task);
        }

        return tasks;
    }
}
