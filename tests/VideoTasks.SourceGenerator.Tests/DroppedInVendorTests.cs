using System.Security.Cryptography;
using VideoTasks.SourceGenerator.Tests.Kiota;

namespace VideoTasks.SourceGenerator.Tests;

/// <summary>
/// Documents of real vendors dropped in whole, each driven from create to a verified file against a server that plays the vendor's own samples.
/// </summary>
public sealed class DroppedInVendorTests : IUsesVendors
{
    private const string Key = "k-123";

    private const string LumaOverlay = """
        overlay: 1.0.0
        info: { title: Luma, version: 1.0.0 }
        actions:
          - target: $
            update:
              x-video-fields: { prompt: /request/prompt, error_message: /failure_reason }
        """;

    private const string SiliconflowOverlay = """
        overlay: 1.0.0
        info: { title: SiliconFlow, version: 1.0.0 }
        actions:
          - target: $
            update:
              x-video-poll-interval: 5
              x-video-fields: { error_message: /reason }
        """;

    static IEnumerable<TestVendor> IUsesVendors.Vendors =>
    [
        .. new[] { "skyengine", "anyfast", "new-api", "openrouter", "openai" }.Select(name => TestVendor.OfDocuments(name)),
        TestVendor.OfDocuments("luma", LumaOverlay), TestVendor.OfDocuments("siliconflow", SiliconflowOverlay),
    ];

    [Fact]
    public async Task Skyengine_with_its_full_document_and_no_overlay()
    {
        using var server = StubServer.Start();
        server
            .Answers(
                "POST /v1/videos", JsonAnswer("""{ "id": "video_123456789", "created_at": 1741570283, "model": "sora-2", "size": "720x1280" }"""))
            .Answers("GET /v1/videos/video_123456789", JsonAnswer(
                """{ "id": "video_123456789", "object": "video", "created_at": 1741570283, "completed_at": 1741570300, "model": "sora-2", "status": "completed", "progress": 100, "seconds": "4", "size": "720x1280" }"""))
            .Answers(
                "GET /v1/videos/video_123456789/content", JsonAnswer($$"""{ "video_url": "{{server.Url}}/cdn/v.mp4", "expires_at": 1741573900 }"""))
            .Delivers("GET /cdn/v.mp4");

        var task = await DriveAsync("skyengine", server, new() { Prompt = "a cat", Model = "sora-2", Seconds = 4, Size = "720x1280" });

        task.ShouldSatisfyAllConditions(
            t => t.Status.ShouldBe(VideoTaskStatus.Completed),
            t => t.Progress.ShouldBe(100),
            t => t.DurationSeconds.ShouldBe(4),
            t => (t.Width, t.Height).ShouldBe((720, 1280)),
            t => t.CreatedAt.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1741570283)));
        var create = server.Requests[0];
        create.Header("Content-Type").ShouldNotBeNull().ShouldStartWith("multipart/form-data; boundary=");
        create.Body!.ShouldContain("a cat");
        create.Body!.ShouldContain("name=\"seconds\"");
    }

    [Fact]
    public async Task Anyfast_with_its_three_documents_and_no_overlay()
    {
        using var server = StubServer.Start();
        server
            .Answers("POST /v1/videos", JsonAnswer(
                """{ "id": "sora-2:task_01/k7", "object": "video", "model": "sora-2", "status": "queued", "progress": 0, "created_at": 1773220330, "seconds": "12", "size": "1280x720" }"""))
            .Answers("GET /v1/videos/sora-2%3Atask_01%2Fk7",
                JsonAnswer(
                    """{ "id": "sora-2:task_01/k7", "object": "video", "model": "sora-2", "status": "in_progress", "progress": 0, "prompt": "A cat", "seconds": "12", "size": "1280x720", "created_at": 1773220330, "completed_at": null, "expires_at": null, "error": null }"""),
                JsonAnswer(
                    """{ "id": "sora-2:task_01/k7", "object": "video", "model": "sora-2", "status": "completed", "progress": 100, "seconds": "12", "size": "1280x720", "created_at": 1773220330 }"""))
            .Answers("GET /v1/videos/sora-2%3Atask_01%2Fk7/content", JsonAnswer(
                $$"""{ "id": "sora-2:task_01/k7", "object": "video", "model": "sora-2", "status": "completed", "progress": 100, "url": "{{server.Url}}/cdn/x.mp4", "video_url": "{{server.Url}}/cdn/x.mp4", "size": "small", "seconds": "12", "created_at": 1773220330 }"""))
            .Delivers("GET /cdn/x.mp4");

        var task = await DriveAsync("anyfast", server, new() { Prompt = "A cat", Model = "sora-2", Seconds = 12 });

        task.DurationSeconds.ShouldBe(12);
        task.Id.ShouldBe("sora-2:task_01/k7");
    }

    [Fact]
    public async Task New_api_with_its_relay_document_and_no_overlay()
    {
        using var server = StubServer.Start()
            .Answers("POST /v1/videos", JsonAnswer(
                """{ "id": "sora-2-123456", "object": "video", "model": "sora-2", "status": "queued", "progress": 0, "created_at": 1764347090922, "seconds": "8" }"""))
            .Answers("GET /v1/videos/sora-2-123456", JsonAnswer(
                """{ "id": "sora-2-123456", "task_id": "sora-2-123456", "object": "video", "model": "sora-2", "status": "succeeded", "progress": 100, "created_at": 1764347090922, "seconds": "8", "size": "1080p", "error": null }"""))
            .Delivers("GET /v1/videos/sora-2-123456/content");

        var task = await DriveAsync("new-api", server, new() { Prompt = "cute cat dance", Model = "sora-2", Seconds = 8 });

        task.CreatedAt.ShouldBe(DateTimeOffset.FromUnixTimeMilliseconds(1764347090922));
        task.RawStatus.ShouldBe("succeeded");
    }

    [Fact]
    public async Task OpenRouter_with_its_whole_document_and_no_overlay()
    {
        using var server = StubServer.Start();
        server
            .Answers(
                "POST /api/v1/videos", JsonAnswer(
                    """{ "generation_id": "gen-xyz789", "id": "job-abc123", "polling_url": "/api/v1/videos/job-abc123", "status": "pending" }""",
                    202))
            .Answers("GET /api/v1/videos/job-abc123", JsonAnswer(
                $$"""{ "generation_id": "gen-xyz789", "id": "job-abc123", "polling_url": "/api/v1/videos/job-abc123", "status": "completed", "unsigned_urls": ["{{server.Url}}/v.mp4"], "usage": { "cost": 0.5 } }"""))
            .Delivers("GET /api/v1/videos/job-abc123/content");

        var task =
            await DriveAsync(
                "openrouter", server, new() { Prompt = "A mountain", Model = "google/veo-3.1", Seconds = 8, InputReferences = [
                    VideoInputReference.FromUrl(new("https://img.test/a.png"))] });

        task.VideoUrl.ShouldNotBeNull();
        server.Requests[0].Body!.ShouldBe(
            """{"model":"google/veo-3.1","prompt":"A mountain","duration":8,"input_references":[{"type":"image_url","image_url":{"url":"https://img.test/a.png"}}]}""");
    }

    [Fact]
    public async Task OpenAI_without_an_overlay()
    {
        using var server = StubServer.Start()
            .Answers("POST /v1/videos", JsonAnswer(
                """{ "id": "video_123", "object": "video", "model": "sora-2", "status": "queued", "progress": 0, "created_at": 1712697600, "size": "1024x1792", "seconds": "8", "quality": "standard" }"""))
            .Answers("GET /v1/videos/video_123", JsonAnswer(
                """{ "id": "video_123", "object": "video", "model": "sora-2", "status": "completed", "progress": 100, "created_at": 1712697600, "size": "1024x1792", "seconds": "8" }"""))
            .Delivers("GET /v1/videos/video_123/content");

        var task =
            await DriveAsync(
                "openai", server, new() { Prompt = "A calico cat", Model = "sora-2", Seconds = 8, Size = "1024x1792", InputReferences = [
                    VideoInputReference.FromUrl(new("https://img.test/a.png"))] });

        (task.Width, task.Height).ShouldBe((1024, 1792));
        var body = System.Text.Json.Nodes.JsonNode.Parse(server.Requests[0].Body!)!;
        body["seconds"]!.GetValue<string>().ShouldBe("8");
        body["input_reference"]!["image_url"]!.GetValue<string>().ShouldBe("https://img.test/a.png");
        body["model"]!.GetValue<string>().ShouldBe("sora-2");
    }

    [Fact]
    public async Task Luma_with_a_short_overlay()
    {
        const string id = "123e4567-e89b-12d3-a456-426614174000";
        using var server = StubServer.Start();
        var generation =
            $$"""{ "id": "{{id}}", "state": "completed", "failure_reason": null, "created_at": "2023-06-01T12:00:00Z", "assets": { "video": "{{server.Url}}/video.mp4" }, "model": "ray-2", "request": { "prompt": "A serene lake", "aspect_ratio": "16:9", "loop": true } }""";
        server
            .Answers(
                "POST /dream-machine/v1/generations/video", JsonAnswer(generation.Replace("completed", "dreaming", StringComparison.Ordinal), 201))
            .Answers($"GET /dream-machine/v1/generations/{id}", JsonAnswer(generation))
            .Delivers("GET /video.mp4");

        var task = await DriveAsync("luma", server, new() { Prompt = "A serene lake", Model = "ray-2", Seconds = 5 }, LumaOverlay);

        task.CreatedAt.ShouldBe(new DateTimeOffset(2023, 6, 1, 12, 0, 0, TimeSpan.Zero));
        task.Prompt.ShouldBe("A serene lake");
        var body = System.Text.Json.Nodes.JsonNode.Parse(server.Requests[0].Body!)!;
        body["model"]!.GetValue<string>().ShouldBe("ray-2");
        body["duration"]!.GetValue<string>().ShouldBe("5s");
    }

    [Fact]
    public async Task Siliconflow_with_a_short_overlay()
    {
        using var server = StubServer.Start();
        server
            .Answers("POST /v1/video/submit", JsonAnswer("""{ "requestId": "r1" }"""))
            .Answers("POST /v1/video/status",
                JsonAnswer("""{ "status": "InProgress", "reason": "", "results": { "videos": [], "timings": { "inference": 0 }, "seed": 1 } }"""),
                JsonAnswer(
                    $$"""{ "status": "Succeed", "reason": "", "results": { "videos": [ { "url": "{{server.Url}}/s.mp4" } ], "timings": { "inference": 12 }, "seed": 1 } }"""))
            .Delivers("GET /s.mp4");

        var task =
            await DriveAsync(
                "siliconflow", server, new() { Prompt = "a dog", Model = "Wan-AI/Wan2.2-T2V-A14B", Size = "1280x720" }, SiliconflowOverlay);

        task.Id.ShouldBe("r1");
        task.RawStatus.ShouldBe("Succeed");
        server.Requests.Count(r => r.Target == "/v1/video/status" && r.Body == """{"requestId":"r1"}""").ShouldBeGreaterThanOrEqualTo(2);
        server.Requests[0].Body!.ShouldContain("\"image_size\":\"1280x720\"");
    }

    private static async Task<VideoTask> DriveAsync(
        string vendor, WireMockServer server, VideoTaskRequest request, string? overlay = null, string? doubt = null)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var client =
            new VideoTaskClient(
                VendorBuild.Of(
                    TestVendor.OfDocuments(vendor, overlay),
                    doubt: doubt), new() { BaseUrl = server.Address, ApiKey = Key, AllowPrivateAddresses = true });

        var created = await client.CreateAsync(request, cancellation);
        created.IsTerminal.ShouldBeFalse();
        var task = await client.GetAsync(created.Id, cancellation);
        while (!task.IsTerminal)
        {
            task = await client.GetAsync(created.Id, cancellation);
        }

        using var file = new MemoryStream();
        var result = await client.DownloadToAsync(created.Id, file, new() { AllowPrivateAddresses = true }, cancellation);

        file.ToArray().ShouldBe(VendorDrive.Video);
        result.Sha256.ShouldNotBeNull().ShouldBe(Convert.ToHexString(SHA256.HashData(VendorDrive.Video)), StringCompareShould.IgnoreCase);
        server.Requests.Where(r => r.Method == "POST").ShouldAllBe(r => r.Header("Authorization") == "Bearer " + Key);
        return task;
    }
}
