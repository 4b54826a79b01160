using System.Text.Json.Nodes;
using VideoTasks.SourceGenerator.Tests.Kiota;

namespace VideoTasks.SourceGenerator.Tests;

/// <summary>
/// Shapes of gateways that no other document here has, each from create to the file, without an overlay where the document alone says enough.
/// </summary>
public sealed class UnseenVendorTests : IUsesVendors
{
    static IEnumerable<TestVendor> IUsesVendors.Vendors =>
        Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Vendors"), "unseen-*").Select(file => TestVendor.OfFile(file));

    private static readonly VideoTaskRequest Cat = new() { Prompt = "a cat", Model = "m1", Seconds = 5, Size = "1280x720" };

    [Fact]
    public async Task A_file_by_the_id_of_a_generation_within_the_job()
    {
        using var server = StubServer.Start()
            .Answers("POST /video/generations/jobs?api-version=preview", JsonAnswer(
                """{ "object": "video.generation.job", "id": "task_1", "status": "queued", "created_at": 1741791428, "generations": [], "n_seconds": 5, "width": 1280, "height": 720 }""",
                201))
            .Answers("GET /video/generations/jobs/task_1?api-version=preview",
                JsonAnswer("""{ "id": "task_1", "status": "preprocessing", "created_at": 1741791428, "generations": [] }"""),
                JsonAnswer(
                    """{ "id": "task_1", "status": "succeeded", "created_at": 1741791428, "finished_at": 1741791500, "generations": [ { "id": "gen_9", "job_id": "task_1", "width": 1280, "height": 720, "n_seconds": 5 } ], "failure_reason": null }"""))
            .Delivers("GET /video/generations/gen_9/content/video?api-version=preview");

        var task = await Client("azure", server).CreateWaitDownloadAsync(Cat);

        task.CompletedAt.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1741791500));
        Body(server)["n_seconds"]!.GetValue<int>().ShouldBe(5);
        Body(server)["width"]!.GetValue<int>().ShouldBe(1280);
        server.Requests.ShouldAllBe(r => r.Header("api-key") == VendorDrive.Key);
    }

    [Theory]
    [InlineData("Location", "{self}/videos/v%2F1")]
    [InlineData("Location", "/videos/v%2F1")]
    [InlineData("Operation-Location", "https://api.location.example/videos/v%2F1?api-version=1")]
    public async Task A_task_whose_id_stands_in_a_header_of_an_empty_answer(string header, string value)
    {
        using var server = StubServer.Start();
        server
            .Answers(
                "POST /videos", JsonAnswer("", 202).WithHeader(header, value.Replace("{self}", server.Url, StringComparison.Ordinal))
                    .WithHeader("Retry-After", "7"))
            .Answers("GET /videos/v%2F1",
                JsonAnswer("""{ "status": "Running", "percentComplete": 40, "createdDateTime": "2026-01-02T03:04:05Z" }"""),
                JsonAnswer(
                    $$"""{ "status": "Succeeded", "percentComplete": 100, "result": { "videoUrl": "{{server.Url}}/v.mp4", "durationSeconds": 5.0 } }"""))
            .Delivers("GET /v.mp4");
        var client = Client("location", server);

        (await client.CreateAsync(client.Fit(Cat), TestContext.Current.CancellationToken)).Id.ShouldBe("v/1");
        (await client.CreateWaitDownloadAsync(Cat)).DurationSeconds.ShouldBe(5);
    }

    [Fact]
    public async Task Nothing_in_the_answer_that_could_be_an_id_is_an_error()
    {
        using var server = StubServer.Start().Answers("POST /videos", JsonAnswer("", 202).WithHeader("Location", "/elsewhere/1"));

        var client = Client("location", server);
        await Should.ThrowAsync<VideoTaskException>(() => client.CreateAsync(client.Fit(Cat), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_state_between_the_endpoint_and_the_id()
    {
        using var server = StubServer.Start();
        server
            .Answers("POST /wan-2-2-t2v/run", JsonAnswer("""{ "id": "r-1-u1", "status": "IN_QUEUE" }"""))
            .Answers("GET /wan-2-2-t2v/status/r-1-u1",
                JsonAnswer("""{ "id": "r-1-u1", "status": "IN_PROGRESS", "delayTime": 100, "executionTime": 0 }"""),
                JsonAnswer(
                    $$"""{ "id": "r-1-u1", "status": "COMPLETED", "delayTime": 100, "executionTime": 40000, "output": { "video_url": "{{server.Url}}/v.mp4", "cost": 0.2 } }"""))
            .Answers("POST /wan-2-2-t2v/cancel/r-1-u1", JsonAnswer("""{ "id": "r-1-u1", "status": "CANCELLED" }"""))
            .Delivers("GET /v.mp4");
        var client = Client("runpod", server);

        var task = await client.CreateWaitDownloadAsync(Cat);

        Body(server)["input"]!["prompt"]!.GetValue<string>().ShouldBe("a cat");
        Body(server)["input"]!["size"]!.GetValue<string>().ShouldBe("1280*720");
        task.DurationSeconds.ShouldBeNull();
        (await client.CancelAsync(task.Id, TestContext.Current.CancellationToken)).Status.ShouldBe(VideoTaskStatus.Canceled);
    }

    [Fact]
    public async Task A_message_that_says_succeed_around_a_task_that_runs()
    {
        const string answer =
            """{ "code": 0, "message": "SUCCEED", "request_id": "q1", "data": { "task_id": "k1", "task_status": "STATE", "created_at": 1722769557708, "updated_at": 1722769557708, "task_result": RESULT } }""";
        string Of(string state, string result = "null") =>
            answer.Replace("STATE", state, StringComparison.Ordinal).Replace("RESULT", result, StringComparison.Ordinal);
        using var server = StubServer.Start();
        server
            .Answers("POST /v1/videos/text2video", JsonAnswer(Of("submitted")))
            .Answers("GET /v1/videos/text2video/k1",
                JsonAnswer(Of("processing")),
                JsonAnswer(Of("succeed", $$"""{ "videos": [ { "id": "w1", "url": "{{server.Url}}/v.mp4", "duration": "5.1" } ] }""")))
            .Answers(
                "GET /v1/videos/text2video?pageSize=30", JsonAnswer(
                    """{ "code": 0, "message": "SUCCEED", "data": [ { "task_id": "k1", "task_status": "succeed" } ] }"""))
            .Delivers("GET /v.mp4");
        var client = Client("kling", server);

        var task = await client.CreateWaitDownloadAsync(Cat with { Model = "kling-v1" });

        task.Id.ShouldBe("k1");
        task.CreatedAt.ShouldBe(DateTimeOffset.FromUnixTimeMilliseconds(1722769557708));
        task.DurationSeconds.ShouldBe(5.1);
        Body(server).ToJsonString().ShouldBe("""{"duration":"5","model_name":"kling-v1","prompt":"a cat"}""");
        server.Requests[0].Header("Authorization").ShouldBe("Bearer " + VendorDrive.Key);
    }

    [Fact]
    public async Task An_authorization_that_is_a_parameter_with_a_placeholder()
    {
        using var server = StubServer.Start();
        server
            .Answers("POST /text2video", JsonAnswer(
                """{ "task_id": "t1", "state": "created", "model": "viduq1", "prompt": "a cat", "duration": 5, "created_at": "2025-01-01T15:41:31.968916Z" }"""))
            .Answers("GET /tasks/t1/creations",
                JsonAnswer("""{ "state": "queueing", "err_code": "", "creations": [] }"""),
                JsonAnswer(
                    $$"""{ "state": "success", "err_code": "", "credits": 4, "creations": [ { "id": "c1", "url": "{{server.Url}}/v.mp4", "cover_url": "{{server.Url}}/c.png", "watermarked_url": "{{server.Url}}/w.mp4" } ] }"""))
            .Answers("POST /tasks/t1/cancel", JsonAnswer("{}"))
            .Delivers("GET /v.mp4");
        var client = Client("vidu", server);

        await client.CreateWaitDownloadAsync(Cat with { Model = "viduq1" });
        await client.CancelAsync("t1", TestContext.Current.CancellationToken);

        server.Requests.Where(r => r.Target != "/v.mp4").ShouldAllBe(r => r.Header("Authorization") == "Token " + VendorDrive.Key);
    }

    [Fact]
    public async Task A_form_in_and_a_video_out()
    {
        using var server = StubServer.Start();
        server
            .Answers("POST /generate/2.2/t2v", JsonAnswer("""{ "video_id": "p1" }"""))
            .Answers("GET /videos/p1",
                JsonAnswer("""{ "id": "p1", "status": "started", "url": null, "progress": 10 }"""),
                JsonAnswer($$"""{ "id": "p1", "status": "finished", "url": "{{server.Url}}/v.mp4", "progress": 100 }"""))
            .Delivers("GET /v.mp4");

        await Client("pika", server).CreateWaitDownloadAsync(Cat);

        server.Requests[0].Header("Content-Type").ShouldNotBeNull().ShouldStartWith("application/x-www-form-urlencoded");
        server.Requests[0].Body!.Split('&').ShouldContain("promptText=a%20cat");
        server.Requests[0].Body!.Split('&').ShouldContain("duration=5");
        server.Requests[0].Header("X-API-KEY").ShouldBe(VendorDrive.Key);
    }

    [Fact]
    public async Task A_long_running_operation_with_a_name_and_done()
    {
        using var server = StubServer.Start();
        server
            .Answers("POST /v1/videos:generate?key=k-123", JsonAnswer("""{ "name": "operations/op1", "metadata": { "progressPercent": 0 } }"""))
            .Answers("GET /v1/operations/op1?key=k-123",
                JsonAnswer(
                    """{ "name": "operations/op1", "done": false, "metadata": { "progressPercent": 50, "createTime": "2026-01-01T00:00:00Z" } }"""),
                JsonAnswer(
                    $$"""{ "name": "operations/op1", "done": true, "response": { "@type": "x", "generatedVideos": [ { "video": { "uri": "{{server.Url}}/v.mp4", "mimeType": "video/mp4" } } ] } }"""))
            .Answers(
                "GET /v1/operations/bad?key=k-123", JsonAnswer(
                    """{ "name": "operations/bad", "done": true, "error": { "code": 3, "message": "The prompt was refused." } }"""))
            .Delivers("GET /v.mp4?key=k-123")
            .Delivers("GET /v.mp4");
        var client = Client("lro", server);

        await client.CreateWaitDownloadAsync(Cat);

        var failed = await client.GetAsync("operations/bad", TestContext.Current.CancellationToken);
        (failed.Status, failed.Error?.Message).ShouldBe((VideoTaskStatus.Failed, "The prompt was refused."));
    }

    [Fact]
    public async Task A_job_and_its_result_that_is_a_link()
    {
        const string id = "0d6a2b0e-5b0e-4b57-8a5f-5a1d4c8a0001";
        const string job =
            $$"""{ "job": { "id": "{{id}}", "state": "STATE", "progress": 0.5, "createdAt": "2026-01-01T00:00:00Z", "error": null } }""";
        using var server = StubServer.Start();
        server
            .Answers("POST /jobs", JsonAnswer(job.Replace("STATE", "pending", StringComparison.Ordinal), 202))
            .Answers($"GET /jobs/{id}",
                JsonAnswer(job.Replace("STATE", "active", StringComparison.Ordinal)),
                JsonAnswer(job.Replace("STATE", "done", StringComparison.Ordinal)))
            .Answers(
                $"GET /jobs/{id}/result", JsonAnswer(
                    $$"""{ "url": "{{server.Url}}/v.mp4", "contentType": "video/mp4", "expiresAt": "2026-01-01T01:00:00Z" }"""))
            .Delivers("GET /v.mp4");

        await Client("jobs", server).CreateWaitDownloadAsync(Cat);

        JsonNode.DeepEquals(
            Body(server), JsonNode.Parse(
                """{ "type": "text_to_video", "params": { "prompt": "a cat", "model": "m1", "duration": 5, "width": 1280, "height": 720 } }"""))
            .ShouldBeTrue(server.Requests[0].Body);
    }

    [Fact]
    public async Task The_attributes_of_a_resource()
    {
        const string body =
            """{ "data": { "id": "a1", "type": "video-renders", "attributes": { "status": "STATE", "progress": 40, "prompt": "a cat", "createdAt": "2026-01-01T00:00:00Z", "videoUrl": URL, "duration": 5.5 }, "links": { "self": "/video-renders/a1" } } }""";
        string Of(string state, string url = "null") =>
            body.Replace("STATE", state, StringComparison.Ordinal).Replace("URL", url, StringComparison.Ordinal);
        using var server = StubServer.Start();
        server
            .Answers("POST /video-renders", JsonAnswer(Of("queued"), 202))
            .Answers("GET /video-renders/a1", JsonAnswer(Of("rendering")), JsonAnswer(Of("rendered", $"\"{server.Url}/v.mp4\"")))
            .Delivers("GET /v.mp4");

        var task = await Client("jsonapi", server).CreateWaitDownloadAsync(Cat);

        (task.Id, task.DurationSeconds, task.Prompt).ShouldBe(("a1", 5.5, "a cat"));
        JsonNode.DeepEquals(
            Body(server), JsonNode.Parse(
                """{ "data": { "type": "video-renders", "attributes": { "model": "m1", "prompt": "a cat", "seconds": 5 } } }"""))
            .ShouldBeTrue(server.Requests[0].Body);
        server.Requests[0].Header("Content-Type").ShouldBe("application/vnd.api+json");
    }

    [Fact]
    public async Task A_response_within_the_response()
    {
        using var server = StubServer.Start();
        server
            .Answers(
                "POST /generate", JsonAnswer("""{ "success": true, "message": "Created", "response": { "message": "Queued", "id": "s1" } }""", 201))
            .Answers("GET /generate/s1",
                JsonAnswer(
                    """{ "success": true, "message": "OK", "response": { "id": "s1", "status": "fetching", "url": null, "created": "2026-01-01T00:00:00.000Z" } }"""),
                JsonAnswer(
                    $$"""{ "success": true, "message": "OK", "response": { "id": "s1", "status": "done", "url": "{{server.Url}}/v.mp4", "poster": "{{server.Url}}/p.jpg", "duration": 5, "renderTime": 2345.6, "created": "2026-01-01T00:00:00.000Z" } }"""))
            .Answers(
                "GET /generate/s2", JsonAnswer(
                    """{ "success": true, "message": "OK", "response": { "id": "s2", "status": "failed", "error": "no such font" } }"""))
            .Delivers("GET /v.mp4");
        var client = Client("shotstack", server);

        (await client.CreateWaitDownloadAsync(Cat)).CreatedAt.ShouldBe(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        (await client.GetAsync("s2", TestContext.Current.CancellationToken)).Error!.Message.ShouldBe("no such font");
    }

    [Fact]
    public async Task The_file_itself_when_it_is_ready_is_a_doubt_that_is_told_and_can_be_downloaded()
    {
        using var server = StubServer.Start()
            .Answers("POST /v2beta/text-to-video", JsonAnswer("""{ "id": "g1" }"""))
            .Answers("GET /v2beta/text-to-video/result/g1",
                JsonAnswer("""{ "id": "g1", "status": "in-progress" }""", 202),
                VendorDrive.VideoAnswer);
        var client = VendorDrive.Client(VendorBuild.Of(TestVendor.OfFile("Vendors/unseen-stability.yaml"), doubt: "VT002"), server);

        var created = await client.CreateAsync(client.Fit(Cat), TestContext.Current.CancellationToken);
        using var file = new MemoryStream();
        await client.DownloadToAsync(created.Id, file, new() { AllowPrivateAddresses = true }, TestContext.Current.CancellationToken);

        file.ToArray().ShouldBe(VendorDrive.Video);
    }

    [Fact]
    public async Task URLs_of_the_vendor_itself_are_no_video()
    {
        using var server = StubServer.Start();
        var body =
            $$"""{ "code": 200, "message": "success", "data": { "id": "u1", "model": "acme/wan", "urls": { "get": "{{server.Url}}/predictions/u1/result" }, "outputs": OUT, "status": "STATE", "created_at": "2026-01-01T00:00:00Z", "error": "", "executionTime": 1200 } }""";
        string Of(string state, string outputs) =>
            body.Replace("STATE", state, StringComparison.Ordinal).Replace("OUT", outputs, StringComparison.Ordinal);
        server
            .Answers("POST /acme/wan-2.2/t2v-720p", JsonAnswer(Of("created", "[]")))
            .Answers("GET /predictions/u1/result",
                JsonAnswer(Of("processing", "[]")),
                JsonAnswer(Of("completed", $$"""["{{server.Url}}/v.mp4"]""")))
            .Delivers("GET /v.mp4");
        var client = Client("wavespeed", server);

        (await client.CreateAsync(client.Fit(Cat), TestContext.Current.CancellationToken)).VideoUrl.ShouldBeNull();
        var task = await client.CreateWaitDownloadAsync(Cat);

        task.VideoUrl!.AbsolutePath.ShouldBe("/v.mp4");
        task.DurationSeconds.ShouldBeNull();
        Body(server)["size"]!.GetValue<string>().ShouldBe("1280*720");
    }

    [Fact]
    public async Task JSON_within_JSON()
    {
        using var server = StubServer.Start();
        server
            .Answers("POST /api/v1/jobs/createTask", JsonAnswer("""{ "code": 200, "msg": "success", "data": { "taskId": "x1" } }"""))
            .Answers("GET /api/v1/jobs/recordInfo?taskId=x1",
                JsonAnswer(
                    """{ "code": 200, "msg": "success", "data": { "taskId": "x1", "model": "sora-2", "state": "waiting", "param": "{}", "resultJson": "", "failCode": null, "failMsg": null, "createTime": 1757584164490 } }"""),
                JsonAnswer(
                    $$"""{ "code": 200, "msg": "success", "data": { "taskId": "x1", "model": "sora-2", "state": "success", "param": "{\"model\":\"sora-2\"}", "resultJson": "{\"resultUrls\":[\"{{server.Url}}/v.mp4\"]}", "failCode": null, "failMsg": null, "costTime": 8, "completeTime": 1757584173824, "createTime": 1757584164490 } }"""))
            .Answers("GET /api/v1/jobs/recordInfo?taskId=x2", JsonAnswer(
                """{ "code": 200, "msg": "success", "data": { "taskId": "x2", "state": "fail", "resultJson": "", "failCode": "422", "failMsg": "refused" } }"""))
            .Delivers("GET /v.mp4");
        var client = Client("kie", server);

        var task = await client.CreateWaitDownloadAsync(Cat);

        task.CompletedAt.ShouldBe(DateTimeOffset.FromUnixTimeMilliseconds(1757584173824));
        var failed = await client.GetAsync("x2", TestContext.Current.CancellationToken);
        (failed.Status, failed.Error?.Code, failed.Error?.Message).ShouldBe((VideoTaskStatus.Failed, "422", "refused"));
    }

    [Fact]
    public async Task The_videos_beside_the_task()
    {
        using var server = StubServer.Start();
        server
            .Answers("POST /v3/async/txt2video", JsonAnswer("""{ "task_id": "n1" }"""))
            .Answers("GET /v3/async/task-result?task_id=n1",
                JsonAnswer(
                    """{ "extra": { "seed": "1" }, "task": { "task_id": "n1", "task_type": "WAN", "status": "TASK_STATUS_PROCESSING", "reason": "", "eta": 10, "progress_percent": 30 }, "images": [], "videos": [] }"""),
                JsonAnswer(
                    $$"""{ "extra": {}, "task": { "task_id": "n1", "task_type": "WAN", "status": "TASK_STATUS_SUCCEED", "reason": "", "eta": 0, "progress_percent": 100 }, "images": [], "videos": [ { "video_url": "{{server.Url}}/v.mp4", "video_url_ttl": "3600", "video_type": "mp4" } ] }"""))
            .Delivers("GET /v.mp4");

        await Client("novita", server).CreateWaitDownloadAsync(Cat);

        Body(server)["prompts"]![0]!["prompt"]!.GetValue<string>().ShouldBe("a cat");
    }

    [Fact]
    public async Task Flags_in_the_place_of_a_state()
    {
        using var server = StubServer.Start();
        server
            .Answers("POST /video/create", JsonAnswer("""{ "ok": true, "video_id": "f1" }"""))
            .Answers("GET /video/f1",
                JsonAnswer(
                    $$"""{ "ok": true, "video_id": "f1", "is_completed": false, "is_failed": false, "percent_complete": 12.5, "mp4_url": null, "thumbnail_url": "{{server.Url}}/t.jpg", "failure_reason": null }"""),
                JsonAnswer(
                    $$"""{ "ok": true, "video_id": "f1", "is_completed": true, "is_failed": false, "percent_complete": 100, "mp4_url": "{{server.Url}}/v.mp4", "thumbnail_url": "{{server.Url}}/t.jpg", "failure_reason": null }"""))
            .Answers("GET /video/f2", JsonAnswer(
                """{ "ok": true, "video_id": "f2", "is_completed": true, "is_failed": true, "percent_complete": 60, "mp4_url": null, "failure_reason": "refused" }"""))
            .Answers("GET /video/f3", JsonAnswer(
                """{ "ok": true, "video_id": "f3", "is_completed": false, "is_failed": true, "percent_complete": 60, "mp4_url": null, "failure_reason": "refused" }"""))
            .Delivers("GET /v.mp4");
        var client = Client("flags", server);

        await client.CreateWaitDownloadAsync(Cat with { InputReferences = [VideoInputReference.FromUrl(new("https://img.test/a.png"))] });

        Body(server)["first_frame"]!.GetValue<string>().ShouldBe("https://img.test/a.png");
        foreach (var id in new[] { "f2", "f3" })
        {
            var failed = await client.GetAsync(id, TestContext.Current.CancellationToken);
            (failed.Status, failed.Error?.Message).ShouldBe((VideoTaskStatus.Failed, "refused"));
        }
    }

    [Fact]
    public async Task Ids_in_a_list_of_a_body_and_numbers_with_names_in_Chinese()
    {
        using var server = StubServer.Start();
        server
            .Answers(
                "POST /openapi/videoTask/submit", JsonAnswer(
                    """{ "success": true, "errorCode": "", "errorMsg": "", "result": { "taskId": "b1" } }"""))
            .Answers("POST /openapi/videoTask/getResult",
                JsonAnswer(
                    """{ "success": true, "errorCode": "", "errorMsg": "", "result": [ { "taskId": "b1", "taskStatus": 1, "videoUrl": "", "coverUrl": "", "failReason": "" } ] }"""),
                JsonAnswer(
                    $$"""{ "success": true, "errorCode": "", "errorMsg": "", "result": [ { "taskId": "b1", "taskStatus": 2, "videoUrl": "{{server.Url}}/v.mp4", "coverUrl": "{{server.Url}}/c.jpg", "failReason": "" } ] }"""))
            .Delivers("GET /v.mp4");
        var client = Client("body", server);

        await client.CreateWaitDownloadAsync(Cat);

        server.Requests[1].Body!.ShouldBe("""{"taskIds":["b1"]}""");
        JsonNode.DeepEquals(
            Body(server), JsonNode.Parse("""{ "modelName": "m1", "promptText": "a cat", "videoDuration": 5, "videoSize": "1280x720" }"""))
            .ShouldBeTrue(server.Requests[0].Body);
    }

    [Fact]
    public async Task An_id_that_is_an_ARN()
    {
        const string arn = "arn:aws:bedrock:us-east-1:111122223333:async-invoke/abc";
        const string path = "/async-invoke/arn%3Aaws%3Abedrock%3Aus-east-1%3A111122223333%3Aasync-invoke%2Fabc";
        using var server = StubServer.Start();
        server
            .Answers("POST /async-invoke", JsonAnswer($$"""{ "invocationArn": "{{arn}}" }"""))
            .Answers($"GET {path}",
                JsonAnswer(
                    $$"""{ "invocationArn": "{{arn}}", "modelArn": "arn:aws:bedrock:us-east-1::foundation-model/nova", "status": "InProgress", "submitTime": "2026-01-01T00:00:00Z" }"""),
                JsonAnswer(
                    $$"""{ "invocationArn": "{{arn}}", "status": "Completed", "submitTime": "2026-01-01T00:00:00Z", "endTime": "2026-01-01T00:01:00Z", "output": { "videoUrl": "{{server.Url}}/v.mp4" } }"""))
            .Answers(
                "GET /async-invoke", JsonAnswer(
                    $$"""{ "asyncInvokeSummaries": [ { "invocationArn": "{{arn}}", "status": "Completed" } ], "nextToken": null }"""))
            .Delivers("GET /v.mp4");
        var client = Client("async", server);

        (await client.CreateWaitDownloadAsync(Cat)).Id.ShouldBe(arn);
        (await client.ListAllAsync()).Single().Id.ShouldBe(arn);
        JsonNode.DeepEquals(Body(server), JsonNode.Parse("""{ "modelId": "m1", "modelInput": { "prompt": "a cat", "durationSeconds": 5 } }"""))
            .ShouldBeTrue(server.Requests[0].Body);
    }

    [Fact]
    public async Task The_version_that_is_not_deprecated()
    {
        using var server = StubServer.Start();
        server
            .Answers("POST /v2/videos", JsonAnswer("""{ "id": "n1", "phase": "Scheduled" }"""))
            .Answers("GET /v2/videos/n1",
                JsonAnswer("""{ "id": "n1", "phase": "Rendering" }"""),
                JsonAnswer(
                    $$"""{ "id": "n1", "phase": "Delivered", "video": { "href": "{{server.Url}}/v.mp4", "thumbnailHref": "{{server.Url}}/t.jpg", "durationMs": 5000 } }"""))
            .Delivers("GET /v.mp4");

        (await Client("versions", server).CreateWaitDownloadAsync(Cat)).DurationSeconds.ShouldBe(5);
    }

    private static VideoTaskClient Client(string name, WireMockServer server) =>
        VendorDrive.Client(VendorBuild.Of(TestVendor.OfFile($"Vendors/unseen-{name}.yaml")), server);

    private static JsonNode Body(WireMockServer server) => JsonNode.Parse(server.Requests[0].Body!)!;
}
