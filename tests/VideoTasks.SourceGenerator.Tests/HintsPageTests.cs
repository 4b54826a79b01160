using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using VideoTasks.SourceGenerator.Tests.Kiota;
using VideoTasks.Vendors;

namespace VideoTasks.SourceGenerator.Tests;

/// <summary>The vendors that HINTS.md works through, with its own overlays, each driven against a server of that vendor's shape.</summary>
public sealed partial class HintsPageTests : IUsesVendors
{
    static IEnumerable<TestVendor> IUsesVendors.Vendors =>
        [Vendor("minimax.yaml", "MiniMax"), Vendor("dashscope.yaml", "DashScope"), Vendor("veo.yaml", "Veo")];

    private static readonly VideoTaskRequest Cat = new() { Prompt = "a cat", Model = "m1", Seconds = 5, Size = "1280x720" };

    [Fact]
    public async Task MiniMax()
    {
        using var server = StubServer.Start();
        server
            .Answers("POST /v1/video_generation", JsonAnswer("""{ "task_id": "1069", "base_resp": { "status_code": 0, "status_msg": "success" } }"""))
            .Answers("GET /v1/query/video_generation?task_id=1069",
                JsonAnswer(
                    """{ "task_id": "1069", "status": "Processing", "file_id": "", "base_resp": { "status_code": 0, "status_msg": "success" } }"""),
                JsonAnswer(
                    """{ "task_id": "1069", "status": "Success", "file_id": "17684", "video_width": 1920, "video_height": 1080, "base_resp": { "status_code": 0, "status_msg": "success" } }"""))
            .Answers("GET /v1/files/retrieve?file_id=17684", JsonAnswer(
                $$"""{ "file": { "file_id": 17684, "bytes": 0, "download_url": "{{server.Url}}/v.mp4" }, "base_resp": { "status_code": 0, "status_msg": "success" } }"""))
            .Delivers("GET /v.mp4");
        var client = Client("minimax.yaml", "MiniMax", server);

        var task = await client.CreateWaitDownloadAsync(Cat);

        (task.Width, task.Height).ShouldBe((1920, 1080));
        client.GetService<VideoVendorDescription>()!.PollInterval.ShouldBe(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task DashScope()
    {
        const string path = "/api/v1/services/aigc/video-generation/video-synthesis";
        using var server = StubServer.Start();
        server
            .Answers($"POST {path}", JsonAnswer("""{ "output": { "task_status": "PENDING", "task_id": "0385" }, "request_id": "4909" }"""))
            .Answers("GET /api/v1/tasks/0385",
                JsonAnswer(
                    """{ "request_id": "x", "output": { "task_id": "0385", "task_status": "RUNNING", "submit_time": "2025-09-29 14:18:52.331" } }"""),
                JsonAnswer(
                    $$"""{ "request_id": "x", "output": { "task_id": "0385", "task_status": "SUCCEEDED", "submit_time": "2025-09-29 14:18:52.331", "end_time": "2025-09-29 14:20:00.000", "video_url": "{{server.Url}}/v.mp4" } }"""))
            .Answers("GET /api/v1/tasks/gone", JsonAnswer("""{ "request_id": "x", "output": { "task_id": "gone", "task_status": "UNKNOWN" } }"""))
            .Delivers("GET /v.mp4");
        var client = Client("dashscope.yaml", "DashScope", server);

        var task = await client.CreateWaitDownloadAsync(Cat with { InputReferences = [VideoInputReference.FromUrl(new("https://img.test/a.png"))] });

        task.CreatedAt.ShouldBe(new DateTimeOffset(2025, 9, 29, 14, 18, 52, 331, TimeSpan.FromHours(8)));
        (await client.GetAsync("gone", TestContext.Current.CancellationToken)).Status.ShouldBe(VideoTaskStatus.Expired);
        server.Requests[0].Header("X-DashScope-Async").ShouldBe("enable");
        var body = JsonNode.Parse(server.Requests[0].Body!)!;
        body["input"]!["img_url"]!.GetValue<string>().ShouldBe("https://img.test/a.png");
        body["parameters"]!["size"]!.GetValue<string>().ShouldBe("1280*720");
    }

    [Fact]
    public async Task Veo()
    {
        const string name = "models/veo-3/operations/op1";
        using var server = StubServer.Start();
        server
            .Answers("POST /v1beta/models/veo-3:predictLongRunning", JsonAnswer($$"""{ "name": "{{name}}" }"""))
            .Answers($"GET /v1beta/{name}",
                JsonAnswer($$"""{ "name": "{{name}}", "done": false }"""),
                JsonAnswer(
                    $$"""{ "name": "{{name}}", "done": true, "response": { "generateVideoResponse": { "generatedSamples": [ { "video": { "uri": "{{server.Url}}/v.mp4" } } ] } } }"""))
            .Delivers("GET /v.mp4");
        var client = Client("veo.yaml", "Veo", server);

        var task = await client.CreateWaitDownloadAsync(Cat with { Model = "veo-3" });

        task.Id.ShouldBe(name);
        server.Requests.ShouldAllBe(r => r.Header("x-goog-api-key") == VendorDrive.Key);
        JsonNode.Parse(server.Requests[0].Body!)!["instances"]![0]!["prompt"]!.GetValue<string>().ShouldBe("a cat");
    }

    private static VideoTaskClient Client(string document, string vendor, WireMockServer server) =>
        VendorDrive.Client(VendorBuild.Of(Vendor(document, vendor)), server);

    // The overlay that the page shows below the paragraph that begins with the vendor's name.
    private static TestVendor Vendor(string document, string vendor)
    {
        var page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "HINTS.md")).ReplaceLineEndings("\n");
        var start = Paragraph().Matches(page).Single(m => m.Value.Contains(vendor, StringComparison.Ordinal)).Index;
        var block = Block().Match(page, start).Groups["yaml"].Value;
        block.ShouldContain("x-video-");
        return TestVendor.OfFile("Vendors/" + document, "overlay: 1.0.0\ninfo: { title: t, version: 1.0.0 }\nactions:\n" + block);
    }

    [GeneratedRegex(@"^\*\*.*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Paragraph();

    [GeneratedRegex(@"```yaml\n(?<yaml>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Block();
}
