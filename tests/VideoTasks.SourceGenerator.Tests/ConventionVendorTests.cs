using System.Text.Json.Nodes;
using VideoTasks.SourceGenerator.Tests.Kiota;
using VideoTasks.Vendors;

namespace VideoTasks.SourceGenerator.Tests;

/// <summary>Documents in the styles that vendors and their tools write, without an overlay, driven against a server of that shape.</summary>
public sealed class ConventionVendorTests : IUsesVendors
{
    private static readonly string[] Files =
    [
        "actions.yaml", "cursor.yaml", "examples.yaml", "headers.yaml", "numbers.yaml", "openai-whole.yaml.gz", "parts.yaml", "predictions.json",
        "projects.yaml",
        "queue.json", "resource-names.yaml", "swagger.json",
    ];

    private static readonly TestVendor WithoutDefault =
        TestVendor.OfFile("Vendors/projects.yaml", Overlay("$.components.parameters.project.schema.default", "remove: true"));

    static IEnumerable<TestVendor> IUsesVendors.Vendors => [.. Files.Select(Vendor), WithoutDefault, TestVendor.OfDocuments("openai")];

    private static readonly VideoTaskRequest Cat = new() { Prompt = "a cat", Model = "m1", Seconds = 5 };

    [Fact]
    public async Task Swagger_2_with_an_envelope_a_query_by_POST_numbered_statuses_and_pages_by_number()
    {
        using var server = StubServer.Start();
        server
            .Answers(
                "POST /api/v1/video/create", JsonAnswer("""{ "code": 0, "msg": "ok", "data": { "task_id": "s1", "status": 0, "progress": 0 } }"""))
            .Answers("POST /api/v1/video/query",
                JsonAnswer("""{ "code": 0, "msg": "ok", "data": { "task_id": "s1", "status": 1, "progress": 30 } }"""),
                JsonAnswer(
                    $$"""{ "code": 0, "msg": "ok", "data": { "task_id": "s1", "status": 2, "progress": 100, "video_url": "{{server.Url}}/v.mp4" } }"""))
            .Answers("GET /api/v1/video/list", JsonAnswer(
                """{ "code": 0, "msg": "ok", "data": { "total": 3, "list": [ { "task_id": "a", "status": 2 }, { "task_id": "b", "status": 3 } ] } }"""))
            .Answers(
                "GET /api/v1/video/list?page=2", JsonAnswer(
                    """{ "code": 0, "msg": "ok", "data": { "total": 3, "list": [ { "task_id": "c", "status": 1 } ] } }"""))
            .Delivers("GET /v.mp4");
        var client = Client("swagger.json", server);

        (await client.CreateWaitDownloadAsync(Cat)).RawStatus.ShouldBe("2");
        var listed = await client.ListAllAsync();

        listed.Select(t => (t.Id, t.Status))
            .ShouldBe([("a", VideoTaskStatus.Completed), ("b", VideoTaskStatus.Failed), ("c", VideoTaskStatus.InProgress)]);
        server.Requests.Where(r => r.Target == "/api/v1/video/query").ShouldAllBe(r => r.Body == """{"task_id":"s1"}""");
        server.Requests.Take(2).ShouldAllBe(r => r.Header("X-API-Key") == VendorDrive.Key);
        JsonNode.Parse(server.Requests[0].Body!)!["seconds"]!.GetValue<string>().ShouldBe("5");
    }

    [Fact]
    public async Task Numbers_that_the_description_names_and_a_header_that_is_new_in_each_request()
    {
        using var server = StubServer.Start();
        server
            .Answers("POST /openapi/v2/video/text/generate", JsonAnswer("""{ "ErrCode": 0, "ErrMsg": "success", "Resp": { "video_id": 3081234 } }"""))
            .Answers("GET /openapi/v2/video/result/3081234",
                JsonAnswer("""{ "ErrCode": 0, "ErrMsg": "Success", "Resp": { "id": 3081234, "status": 5, "url": "" } }"""),
                JsonAnswer(
                    $$"""{ "ErrCode": 0, "ErrMsg": "Success", "Resp": { "id": 3081234, "outputHeight": 720, "outputWidth": 1280, "status": 1, "url": "{{server.Url}}/v.mp4" } }"""))
            .Delivers("GET /v.mp4");
        var client = Client("numbers.yaml", server);

        var task = await client.CreateWaitDownloadAsync(Cat);

        (task.Width, task.Height, task.RawStatus).ShouldBe((1280, 720, "1"));
        client.GetService<VideoVendorDescription>()!.StatusWords["7"].ShouldBe(VideoTaskStatus.Failed);
        client.GetService<VideoVendorDescription>()!.StatusWords["6"].ShouldBe(VideoTaskStatus.Expired);
        var traces = server.Requests.Take(3).Select(r => Guid.Parse(r.Header("Ai-trace-id")!)).ToList();
        traces.Distinct().Count().ShouldBe(3);
        server.Requests[0].Header("API-KEY").ShouldBe(VendorDrive.Key);
    }

    [Fact]
    public async Task A_project_in_every_path_has_the_documents_default_and_the_callers_value()
    {
        const string running = """{ "id": "p1", "status": "rendering", "progress": null, "output": null, "error": null }""";
        foreach (var project in (string[])["default", "my project"])
        {
            var path = $"/v2/projects/{Uri.EscapeDataString(project)}/videos";
            using var server = StubServer.Start();
            server
                .Answers($"POST {path}", JsonAnswer(running, 202))
                .Answers($"GET {path}/p1",
                    JsonAnswer(running),
                    JsonAnswer(
                        $$"""{ "id": "p1", "status": "completed", "created_at": "2025-01-01T00:00:00Z", "output": { "url": "{{server.Url}}/v.mp4", "duration": 4.0, "width": 1280, "height": 720 }, "error": null }"""))
                .Delivers($"GET {path}/p1/content")
                .Answers(
                    $"GET {path}?limit=2", JsonAnswer(
                        """{ "videos": [ { "id": "a", "status": "completed" }, { "id": "b", "status": "failed" } ], "total": 3 }"""))
                .Answers($"GET {path}?limit=2&offset=2", JsonAnswer("""{ "videos": [ { "id": "c", "status": "queued" } ], "total": 3 }"""));
            var client = VendorDrive.Client(VendorBuild.Of(Vendor("projects.yaml")), server, o =>
            {
                if (project != "default")
                {
                    o.PathParameters["project_id"] = project;
                }
            });

            var task = await client.CreateWaitDownloadAsync(Cat);

            (task.DurationSeconds, task.Width).ShouldBe((4, 1280));
            (await client.ListAllAsync(new() { PageSize = 2 })).Select(t => t.Id).ShouldBe(["a", "b", "c"]);
        }
    }

    [Fact]
    public async Task A_parameter_that_nothing_gives_a_value_is_named_by_the_exception()
    {
        using var server = StubServer.Start();
        var client = VendorDrive.Client(VendorBuild.Of(WithoutDefault, doubt: "VT013"), server);

        var error = await Should.ThrowAsync<VideoTaskException>(() => client.GetAsync("p1", TestContext.Current.CancellationToken));

        error.Reason.ShouldBe(VideoTaskErrorReason.Configuration);
        error.Message.ShouldContain("PathParameters[\"project_id\"]");
        client.GetService<VideoVendorDescription>()!.Operations.ShouldAllBe(o => o.Parameters.Any(p => p.Name == "project_id" && p.Value == null));
    }

    [Fact]
    public async Task A_prompt_among_the_parts_of_a_content_and_an_image_beside_it()
    {
        using var server = StubServer.Start();
        server
            .Answers("POST /api/v3/contents/generations/tasks", JsonAnswer("""{ "id": "cgt-1" }"""))
            .Answers("GET /api/v3/contents/generations/tasks/cgt-1",
                JsonAnswer("""{ "id": "cgt-1", "status": "running" }"""),
                JsonAnswer(
                    $$"""{ "id": "cgt-1", "status": "succeeded", "content": { "video_url": "{{server.Url}}/v.mp4" }, "duration": 5, "framespersecond": 24 }"""))
            .Answers(
                "GET /api/v3/contents/generations/tasks", JsonAnswer(
                    $$"""{ "total": 2, "items": [ { "id": "a", "status": "succeeded", "content": { "video_url": "{{server.Url}}/v.mp4" } } ] }"""))
            .Answers(
                "GET /api/v3/contents/generations/tasks?page_num=2", JsonAnswer(
                    """{ "total": 2, "items": [ { "id": "b", "status": "expired" } ] }"""))
            .Delivers("GET /v.mp4");
        var client = Client("parts.yaml", server);

        await client.CreateWaitDownloadAsync(Cat with { InputReferences = [VideoInputReference.FromUrl(new("https://img.test/a.png"))] });

        JsonNode.DeepEquals(JsonNode.Parse(server.Requests[0].Body!), JsonNode.Parse("""
            { "model": "m1", "duration": 5, "content": [ { "type": "text", "text": "a cat" }, { "type": "image_url", "image_url": { "url": "https://img.test/a.png" } } ] }
            """)).ShouldBeTrue(server.Requests[0].Body);
        var listed = await client.ListAllAsync();
        listed.Select(t => t.Id).ShouldBe(["a", "b"]);
        listed[0].VideoUrl.ShouldNotBeNull();
    }

    [Fact]
    public async Task Examples_in_the_place_of_schemas()
    {
        using var server = StubServer.Start();
        server
            .Answers("POST /v1/video/generations", JsonAnswer("""{ "task_id": "abc", "status": "queued" }"""))
            .Answers("GET /v1/video/generations/abc",
                JsonAnswer("""{ "task_id": "abc", "status": "processing", "url": "" }"""),
                JsonAnswer(
                    $$"""{ "task_id": "abc", "status": "succeeded", "url": "{{server.Url}}/v.mp4", "metadata": { "duration": 5, "width": 1280, "height": 720 } }"""))
            .Delivers("GET /v.mp4");
        var client = Client("examples.yaml", server);

        await client.CreateWaitDownloadAsync(Cat with { InputReferences = [VideoInputReference.FromUrl(new("https://img.test/a.png"))] });

        JsonNode.DeepEquals(
            JsonNode.Parse(server.Requests[0].Body!), JsonNode
                .Parse("""{ "model": "m1", "prompt": "a cat", "duration": 5, "image": "https://img.test/a.png" }"""))
            .ShouldBeTrue(server.Requests[0].Body);
    }

    [Fact]
    public async Task A_key_in_the_query_numbers_with_names_and_a_cursor()
    {
        using var server = StubServer.Start()
            .Answers(
                "GET /api/v1/video/tasks?limit=1&api_key=k-123", JsonAnswer(
                    """{ "items": [ { "taskId": "a", "status": 2 } ], "next_cursor": "c 2" }"""))
            .Answers(
                "GET /api/v1/video/tasks?cursor=c%202&limit=1&api_key=k-123", JsonAnswer(
                    """{ "items": [ { "taskId": "b", "status": 3 } ], "next_cursor": null }"""));
        var client = Client("cursor.yaml", server);

        var listed = await client.ListAllAsync(new() { PageSize = 1 });

        listed.Select(t => (t.Id, t.Status)).ShouldBe([("a", VideoTaskStatus.Completed), ("b", VideoTaskStatus.Failed)]);
    }

    [Fact]
    public async Task A_required_header_with_one_value_is_sent_and_alternatives_make_one_task()
    {
        const string id = "17f20503-6c24-4c16-946b-35dbbce2af2f";
        using var server = StubServer.Start();
        server
            .Answers("POST /v1/text_to_video", JsonAnswer($$"""{ "id": "{{id}}" }"""))
            .Answers($"GET /v1/tasks/{id}",
                JsonAnswer($$"""{ "id": "{{id}}", "status": "RUNNING", "progress": 0.4 }"""),
                JsonAnswer(
                    $$"""{ "id": "{{id}}", "status": "SUCCEEDED", "createdAt": "2024-06-27T19:49:32.334Z", "output": ["{{server.Url}}/v.mp4"] }"""))
            .Delivers("GET /v.mp4");

        await Client("headers.yaml", server).CreateWaitDownloadAsync(Cat);

        server.Requests.Take(3).ShouldAllBe(r => r.Header("X-Api-Version") == "2024-11-06");
        JsonNode.Parse(server.Requests[0].Body!)!["promptText"]!.GetValue<string>().ShouldBe("a cat");
    }

    [Fact]
    public async Task Predictions_that_never_say_video_with_an_open_input_and_the_URL_of_the_next_page()
    {
        using var server = StubServer.Start();
        server
            .Answers("POST /v1/predictions", JsonAnswer("""{ "id": "r1", "status": "starting", "input": { "prompt": "a cat" } }""", 201))
            .Answers("GET /v1/predictions/r1",
                JsonAnswer("""{ "id": "r1", "status": "processing" }"""),
                JsonAnswer($$"""{ "id": "r1", "status": "succeeded", "output": ["{{server.Url}}/v.mp4"] }"""))
            .Answers(
                "GET /v1/predictions", JsonAnswer(
                    """{ "next": "https://elsewhere.example/v1/predictions?cursor=c2", "results": [ { "id": "a", "status": "succeeded" } ] }"""))
            .Answers("GET /v1/predictions?cursor=c2", JsonAnswer("""{ "next": null, "results": [ { "id": "b", "status": "canceled" } ] }"""))
            .Delivers("GET /v.mp4");
        var client = VendorDrive.Client(VendorBuild.Of(Vendor("predictions.json"), doubt: "VT017"), server);

        await client.CreateWaitDownloadAsync(Cat with { AdditionalProperties = new() { ["version"] = "v9" } });

        JsonNode.Parse(server.Requests[0].Body!)!["input"]!["prompt"]!.GetValue<string>().ShouldBe("a cat");
        (await client.ListAllAsync()).Select(t => t.Status).ShouldBe([VideoTaskStatus.Completed, VideoTaskStatus.Canceled]);
    }

    [Fact]
    public async Task A_queue_with_a_state_a_result_and_the_word_Key()
    {
        const string path = "/acme/video/text-to-video";
        using var server = StubServer.Start();
        server
            .Answers($"POST {path}", JsonAnswer("""{ "status": "IN_QUEUE", "request_id": "f1" }"""))
            .Answers($"GET {path}/requests/f1/status",
                JsonAnswer("""{ "status": "IN_PROGRESS", "request_id": "f1" }"""),
                JsonAnswer("""{ "status": "COMPLETED", "request_id": "f1" }"""))
            .Answers($"GET {path}/requests/f1", JsonAnswer($$"""{ "video": { "url": "{{server.Url}}/v.mp4", "content_type": "video/mp4" } }"""))
            .Delivers("GET /v.mp4");

        await Client("queue.json", server).CreateWaitDownloadAsync(Cat);

        server.Requests[0].Header("Authorization").ShouldBe("Key " + VendorDrive.Key);
        JsonNode.Parse(server.Requests[0].Body!)!["duration"]!.GetValue<string>().ShouldBe("5");
    }

    [Fact]
    public async Task OpenAIs_whole_document_is_recognised_and_its_video_part_works()
    {
        const string done =
            """{ "id": "video_1", "object": "video", "model": "sora-2", "status": "completed", "progress": 100, "created_at": 1712697600, "seconds": "8", "size": "1024x1792" }""";
        var queued = done.Replace("completed", "queued", StringComparison.Ordinal);
        using var server = StubServer.Start()
            .Answers("POST /v1/videos", JsonAnswer(queued))
            .Answers("GET /v1/videos/video_1", JsonAnswer(queued), JsonAnswer(done))
            .Delivers("GET /v1/videos/video_1/content")
            .Answers(
                "GET /v1/videos?limit=1", JsonAnswer(
                    $$"""{ "object": "list", "data": [ {{done}} ], "has_more": true, "first_id": "video_1", "last_id": "video_1" }"""))
            .Answers("GET /v1/videos?after=video_1&limit=1", JsonAnswer("""{ "object": "list", "data": [], "has_more": false }"""))
            .Answers("POST /v1/videos/video_1/remix", JsonAnswer(queued))
            .Answers("POST /v1/videos/edits", JsonAnswer(queued))
            .Answers("POST /v1/videos/extensions", JsonAnswer(queued))
            .Answers("DELETE /v1/videos/video_1", JsonAnswer("""{ "id": "video_1", "object": "video.deleted", "deleted": true }"""));
        var client = Client("openai-whole.yaml.gz", server);
        var cancellation = TestContext.Current.CancellationToken;

        client.GetService<VideoVendorDescription>()!.Operations.Select(o => o.Operation).ShouldBe([
            VideoOperation.Create, VideoOperation.Get, VideoOperation.Content, VideoOperation.List, VideoOperation.Delete,
            VideoOperation.Remix, VideoOperation.Edit, VideoOperation.Extend]);
        var task = await client.CreateWaitDownloadAsync(Cat);
        (await client.ListAllAsync(new() { PageSize = 1 })).Single().Id.ShouldBe("video_1");
        await client.RemixAsync(task.Id, new() { Prompt = "a cat" }, cancellation);
        await client.EditAsync(task.Id, new() { Prompt = "a cat" }, cancellation);
        await client.ExtendAsync(task.Id, new() { Prompt = "a cat", Seconds = 4 }, cancellation);
        await client.DeleteAsync(task.Id, cancellation);

        task.Height.ShouldBe(1792);
        server.Requests.Where(r => r.Method == "POST")
            .ShouldAllBe(r => r.Header("Authorization") == "Bearer " + VendorDrive.Key && r.Body!.Contains("a cat", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_value_that_the_typed_model_can_not_hold_does_not_stand_beside_its_default()
    {
        using var server = StubServer.Start()
            .Answers("POST /acme/video/text-to-video", JsonAnswer("""{ "status": "IN_QUEUE", "request_id": "f1" }"""));

        await Client("queue.json", server).CreateAsync(
            new() { Prompt = "a cat", AdditionalProperties = new() { ["aspect_ratio"] = "21:9" } }, TestContext.Current.CancellationToken);

        server.Requests[0].Body!.ShouldContain("\"aspect_ratio\":\"21:9\"");
        server.Requests[0].Body!.ShouldNotContain("16:9");
    }

    [Fact]
    public async Task An_action_in_the_query_and_a_constant_in_every_body()
    {
        using var server = StubServer.Start();
        server
            .Answers(
                "POST /submit?Action=CVSync2AsyncSubmitTask&Version=2022-08-31", JsonAnswer(
                    """{ "code": 10000, "data": { "task_id": "7" }, "message": "Success", "status": 10000 }"""))
            .Answers("POST /result?Action=CVSync2AsyncGetResult&Version=2022-08-31",
                JsonAnswer("""{ "code": 10000, "data": { "status": "generating" }, "message": "Success" }"""),
                JsonAnswer($$"""{ "code": 10000, "data": { "status": "done", "video_url": "{{server.Url}}/v.mp4" }, "message": "Success" }"""))
            .Delivers("GET /v.mp4");

        await VendorDrive.Client(VendorBuild.Of(Vendor("actions.yaml"), doubt: "VT009"), server).CreateWaitDownloadAsync(Cat);

        JsonNode.Parse(server.Requests[0].Body!)!["req_key"]!.GetValue<string>().ShouldBe("acme_t2v_v30");
        JsonNode.DeepEquals(JsonNode.Parse(server.Requests[1].Body!), JsonNode.Parse("""{ "req_key": "acme_t2v_v30", "task_id": "7" }"""))
            .ShouldBeTrue(server.Requests[1].Body);
    }

    [Fact]
    public async Task An_id_that_is_a_resources_name_fills_the_path_and_stays_whole_in_the_body()
    {
        const string name = "projects/p1/locations/us-central1/publishers/google/models/veo-3/operations/op1";
        const string model = "/v1/projects/p1/locations/us-central1/publishers/google/models/veo-3";
        using var server = StubServer.Start();
        server
            .Answers($"POST {model}:predictLongRunning", JsonAnswer($$"""{ "name": "{{name}}" }"""))
            .Answers($"POST {model}:fetchPredictOperation",
                JsonAnswer($$"""{ "name": "{{name}}", "done": false }"""),
                JsonAnswer($$"""{ "name": "{{name}}", "done": true, "response": { "videos": [ { "gcsUri": "{{server.Url}}/v.mp4" } ] } }"""))
            .Delivers("GET /v.mp4");
        var client =
            VendorDrive.Client(VendorBuild.Of(Vendor("resource-names.yaml"), doubt: "VT013"), server, o => o.PathParameters["project"] = "p1");

        (await client.CreateWaitDownloadAsync(Cat with { Model = "veo-3" })).Id.ShouldBe(name);

        JsonNode.Parse(server.Requests[1].Body!)!["operationName"]!.GetValue<string>().ShouldBe(name);
    }

    [Fact]
    public async Task A_file_goes_out_as_a_part_with_the_length_of_the_whole_body()
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(path, "the bytes of an image", TestContext.Current.CancellationToken);
            using var server = StubServer.Start().Answers("POST /v1/videos", JsonAnswer("""{ "id": "x1", "status": "queued" }"""));

            await VendorDrive.Client(VendorBuild.Of(TestVendor.OfDocuments("openai")), server)
                .CreateAsync(Cat with { InputReferences = [VideoInputReference.FromFile(path)] }, TestContext.Current.CancellationToken);

            server.Requests[0].Header("Content-Type").ShouldNotBeNull().ShouldStartWith("multipart/form-data; boundary=");
            server.Requests[0].Body!.ShouldContain("the bytes of an image");
            server.Requests[0].Body!.ShouldContain("name=\"prompt\"");
            long.Parse(server.Requests[0].Header("Content-Length")!, System.Globalization.CultureInfo.InvariantCulture)
                .ShouldBe(server.Requests[0].Body!.Length);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void What_was_looked_at_and_not_taken_is_known_with_the_reason()
    {
        var vendor = VendorBuild.Of(Vendor("headers.yaml"));

        var refused = vendor.Explain()!.Refused.Single(r => r.Path == "/v1/image_to_video");
        (refused.Operation, refused.Method).ShouldBe((VideoOperation.Create, "POST"));
        refused.Why.Reason.ShouldContain("POST /v1/text_to_video fits better");
        refused.Why.Source.ShouldNotBeNull();
        vendor.Description.Operations[0].Parameters.ShouldBe(
            [new() { Location = VideoParameterLocation.Header, Name = "X-Api-Version", Value = "2024-11-06" }]);
        vendor.Explain()!.Operations[0].Parameters.ShouldHaveSingleItem().Reason.ShouldBe("the document's default");
    }

    private static VideoTaskClient Client(string file, WireMockServer server) => VendorDrive.Client(VendorBuild.Of(Vendor(file)), server);

    private static TestVendor Vendor(string file) => TestVendor.OfFile("Vendors/" + file);

    private static string Overlay(string target, string action) => $$"""
        overlay: 1.0.0
        info: { title: t, version: 1.0.0 }
        actions:
          - target: {{target}}
            {{action}}
        """;
}
