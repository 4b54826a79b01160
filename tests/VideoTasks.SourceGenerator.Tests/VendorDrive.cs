extern alias library;

using System.Net;
using System.Text;
using VideoTasks.Vendors;
using VideoRequestFieldName = library::VideoTasks.Generated.VideoRequestFieldName;

namespace VideoTasks.SourceGenerator.Tests;

/// <summary>Drives a vendor as a user does: create, wait, download.</summary>
internal static class VendorDrive
{
    public const string Key = "k-123";

    /// <summary>An mp4 as small as one can be: its boxes reach the end and one is <c>moov</c>.</summary>
    public static byte[] Video { get; } =
        [.. Box("ftyp", "isom\0\0\u0002\0isomiso2"), .. Box("moov", new string('m', 100)), .. Box("mdat", new string('d', 5000))];

    public static IResponseBuilder VideoAnswer => Response.Create().WithHeader("Content-Type", "video/mp4").WithBody(Video);

    public static WireMockServer Delivers(this WireMockServer server, string requestLine) => server.Answers(requestLine, VideoAnswer);

    public static VideoTaskClient Client(
        VideoVendor vendor, WireMockServer server, Action<VideoTaskClientOptions>? configure = null)
    {
        var options = new VideoTaskClientOptions { BaseUrl = server.Address, ApiKey = Key, AllowPrivateAddresses = true };
        configure?.Invoke(options);
        return new VideoTaskClient(vendor, options);
    }

    /// <summary>A request without what the vendor's create has no place for.</summary>
    public static VideoTaskRequest Fit(this VideoTaskClient client, VideoTaskRequest request) =>
        Fit(request, client.GetService<VideoVendorDescription>()!.Operations.First(operation => operation.Operation == VideoOperation.Create));

    /// <summary>A request without what an operation has no place for.</summary>
    public static VideoTaskRequest Fit(VideoTaskRequest request, VideoOperationDescription operation)
    {
        bool Takes(VideoRequestFieldName name) =>
            operation.Request.Any(field => field.Name == name) || operation.Request.All(field => field.Location == VideoParameterLocation.Path);
        return request with
        {
            Prompt = Takes(VideoRequestFieldName.Prompt) ? request.Prompt : null,
            Model = Takes(VideoRequestFieldName.Model) ? request.Model : null,
            Seconds = Takes(VideoRequestFieldName.Seconds) ? request.Seconds : null,
            Size = Takes(VideoRequestFieldName.Size)
                || (Takes(VideoRequestFieldName.Width) && Takes(VideoRequestFieldName.Height)) ? request.Size : null,
        };
    }

    /// <summary>
    /// Creates a task of what the vendor has a place for, reads it until it ends, and downloads its video, which must be the server's.
    /// </summary>
    public static async Task<VideoTask> CreateWaitDownloadAsync(this VideoTaskClient client, VideoTaskRequest request)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var created = await client.CreateAsync(client.Fit(request), cancellation);
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
        file.ToArray().ShouldBe(VendorDrive.Video);
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

    private static byte[] Box(string type, string content) =>
        [
            .. BitConverter.GetBytes(IPAddress.HostToNetworkOrder(8 + content.Length)), .. Encoding.ASCII
            .GetBytes(type), .. Encoding.ASCII
            .GetBytes(content)];
}
