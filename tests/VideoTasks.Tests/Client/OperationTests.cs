using VideoTasks.Calls;
using VideoTasks.Tests.Servers;
using VideoTasks.Tests.Vendors;
using VideoTasks.Vendors;

namespace VideoTasks.Tests.Client;

public sealed class OperationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_create_sends_the_body_and_the_key_and_gives_a_task()
    {
        using var server = StubServer.Start(JsonAnswer("""{"id":"v1","status":"queued"}"""));

        var task = await TestClients.Of(server).CreateAsync(new() { Prompt = "a cat", Model = "sora-2" }, Token);

        task.Handle.ToString().ShouldBe("flat/v1");
        task.Status.ShouldBe(VideoTaskStatus.Queued);
        var request = server.Requests.ShouldHaveSingleItem();
        (request.Method, request.Target, request.Body).ShouldBe(("POST", "/v1/videos", """{"prompt":"a cat","model":"sora-2"}"""));
        request.Header("Authorization").ShouldBe($"Bearer {TestClients.Key}");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public async Task A_create_without_the_prompt_that_the_vendor_demands_is_refused_before_it_is_sent(string? prompt)
    {
        using var server = StubServer.Start(JsonAnswer("""{"id":"v1","status":"queued"}"""));
        var client = new VideoTaskClient("hingnet", new() { ApiKey = TestClients.Key, BaseUrl = server.Address });
        var request = new VideoTaskRequest
        {
            Prompt = prompt, Model = "upscaler", InputReferences = [VideoInputReference.FromUrl(new("https://cdn.example/cat.png"))],
        };

        var error = await ShouldFail.WithAsync(VideoTaskErrorReason.InvalidRequest, () => client.CreateAsync(request, Token));

        error.Message.ShouldContain("hingnet requires the prompt ('prompt') in POST /v1/videos");
        server.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("sora-2:task_01", "/v1/videos/sora-2%3Atask_01")]
    [InlineData("projects/p/operations/o", "/v1/videos/projects%2Fp%2Foperations%2Fo")]
    [InlineData("a?b#c&d=e", "/v1/videos/a%3Fb%23c%26d%3De")]
    [InlineData("100%2F", "/v1/videos/100%252F")]
    [InlineData("AAA+/==", "/v1/videos/AAA%2B%2F%3D%3D")]
    [InlineData("视频 1", "/v1/videos/%E8%A7%86%E9%A2%91%201")]
    [InlineData("...", "/v1/videos/...")]
    public async Task An_id_is_one_segment_of_the_path_whatever_it_holds(string id, string target)
    {
        using var server = StubServer.Start(JsonAnswer("""{"status":"queued"}"""));

        var task = await TestClients.Of(server).GetAsync(id, Token);

        task.Id.ShouldBe(id);
        server.Requests.ShouldHaveSingleItem().Target.ShouldBe(target);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    public async Task An_id_that_would_mean_another_address_is_refused(string id)
    {
        using var server = StubServer.Start(JsonAnswer("{}"));

        await Should.ThrowAsync<ArgumentException>(() => TestClients.Of(server).GetAsync(id, Token));

        server.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "/v1/videos/x")]
    [InlineData("/", "/v1/videos/x")]
    [InlineData("/v1", "/v1/videos/x")]
    [InlineData("/v1/", "/v1/videos/x")]
    [InlineData("/v1/videos", "/v1/videos/x")]
    [InlineData("/v2", "/v2/videos/x")]
    [InlineData("/openai/v1", "/openai/v1/videos/x")]
    [InlineData("/gateway", "/gateway/v1/videos/x")]
    public async Task A_base_url_works_with_and_without_the_version(string path, string target)
    {
        using var server = StubServer.Start(JsonAnswer("""{"status":"queued"}"""));

        await TestClients.Of(server, options => options.BaseUrl = new(server.Address, path)).GetAsync("x", Token);

        server.Requests.ShouldHaveSingleItem().Target.ShouldBe(target);
    }

    [Theory]
    [InlineData("https://models.example", "/v1/videos/{id}", "http://h/v1", "http://h/")]
    [InlineData("https://models.example", "/v1/videos/{id}", "http://h", "http://h/")]
    [InlineData("https://models.example", "/v1/videos/{id}", "http://h/proxy/v1", "http://h/proxy")]
    [InlineData("https://ark.example/api/v3", "/contents/generations/tasks/{id}", "http://h", "http://h/api/v3")]
    [InlineData("https://ark.example/api/v3", "/contents/generations/tasks/{id}", "http://h/api/v3", "http://h/api/v3")]
    public void A_version_in_the_paths_is_written_once_too(string server, string path, string given, string expected)
    {
        VideoOperationDescription get = new() { Operation = VideoOperation.Get, Method = "GET", Path = path };
        var vendor = FlatVendor.Describe("v") with { BaseUrl = new(server), Operations = [get] };

        VendorBaseUrl.Resolve(vendor, new(given)).AbsoluteUri.ShouldBe(expected);
    }

    [Fact]
    public async Task A_list_goes_through_all_pages()
    {
        using var server = StubServer.Start(
            JsonAnswer("""{"object":"list","data":[{"id":"a","status":"queued"},{"id":"b","status":"completed"}],"has_more":true,"last_id":"b"}"""),
            JsonAnswer("""{"object":"list","data":[{"id":"c","status":"failed"}],"has_more":false}"""));

        var tasks = new List<VideoTask>();
        await foreach (var task in TestClients.Of(server).ListAsync(new() { PageSize = 2 }, Token))
        {
            tasks.Add(task);
        }

        tasks.Select(task => (task.Id, task.Status))
            .ShouldBe([("a", VideoTaskStatus.Queued), ("b", VideoTaskStatus.Completed), ("c", VideoTaskStatus.Failed)]);
        server.Requests.Select(request => request.Target).ShouldBe(["/v1/videos?limit=2", "/v1/videos?after=b&limit=2"]);
    }

    [Theory]
    [InlineData("""[{"id":"a"},{"id":"b"}]""")]
    [InlineData("""{"data":{"items":[{"id":"a"},{"id":"b"}],"total":2}}""")]
    [InlineData("""{"code":0,"message":"ok","data":[{"task_id":"a"},{"task_id":"b"}]}""")]
    [InlineData("""{"generations":[{"id":"a"},{"id":"b"}],"has_more":false}""")]
    public async Task A_list_is_found_in_any_envelope(string body)
    {
        using var server = StubServer.Start(JsonAnswer(body));

        var ids = new List<string>();
        await foreach (var task in TestClients.Of(server).ListAsync(cancellationToken: Token))
        {
            ids.Add(task.Id);
        }

        ids.ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task A_list_that_never_ends_stops_when_it_repeats_itself()
    {
        using var server = StubServer.Start(JsonAnswer("""{"data":[{"id":"a"}],"has_more":true}"""));

        var count = 0;
        await foreach (var _ in TestClients.Of(server).ListAsync(cancellationToken: Token))
        {
            count++;
        }

        count.ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"id":"v1","object":"video.deleted","deleted":true}""", 200)]
    [InlineData("", 204)]
    [InlineData("", 200)]
    public async Task A_delete_takes_any_answer_that_is_no_error(string body, int status)
    {
        using var server = StubServer.Start(JsonAnswer(body, status));

        await TestClients.Of(server).DeleteAsync("v1", Token);

        server.Requests.ShouldHaveSingleItem().Method.ShouldBe("DELETE");
    }

    [Fact]
    public async Task A_delete_that_had_arrived_before_it_was_repeated_succeeds()
    {
        using var server = StubServer.Start(JsonAnswer("{}", 503), JsonAnswer("""{"error":{"code":"video_not_found"}}""", 404));

        await TestClients.Of(server).DeleteAsync("v1", Token);

        server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_cancel_that_answers_with_ok_is_followed_by_a_reading()
    {
        using var server = StubServer.Start(JsonAnswer("""{"ok":true}"""), JsonAnswer("""{"id":"v1","status":"cancelled"}"""));

        var task = await TestClients.Of(server).CancelAsync("v1", Token);

        task.Status.ShouldBe(VideoTaskStatus.Canceled);
        server.Requests.Select(request => request.Method).ShouldBe(["POST", "GET"]);
    }

    [Fact]
    public async Task A_finished_video_is_edited_and_extended_by_naming_it_in_the_body()
    {
        using var server = StubServer.Start(JsonAnswer("""{"id":"video_2","status":"queued"}"""));
        var client = new VideoTaskClient("openai", new() { ApiKey = TestClients.Key, BaseUrl = server.Address });

        (await client.EditAsync("video_1", new() { Prompt = "at night" }, Token)).Id.ShouldBe("video_2");
        (await client.ExtendAsync("video_1", new() { Prompt = "and on", Seconds = 4 }, Token)).Id.ShouldBe("video_2");

        server.Requests.Select(request => $"{request.Method} {request.Target}").ShouldBe(["POST /v1/videos/edits", "POST /v1/videos/extensions"]);
        server.Requests.ShouldAllBe(request => request.Body!.Contains("video_1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_edit_whose_outcome_is_unknown_is_sent_once_and_not_advised_again()
    {
        using var server = StubServer.Start(JsonAnswer("""{"error":{"message":"oops"}}""", 500));
        var client = new VideoTaskClient("openai", new() { ApiKey = TestClients.Key, BaseUrl = server.Address });

        var error = await ShouldFail.WithAsync(
            VideoTaskErrorReason.Unavailable, () => client.EditAsync("video_1", new() { Prompt = "at night" }, Token));

        error.Message.ShouldContain("may have been created all the same");
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_operation_that_the_document_lacks_is_a_typed_error()
    {
        using var server = StubServer.Start(JsonAnswer("{}"));

        var error = await ShouldFail.WithAsync(
            VideoTaskErrorReason.NotSupported, () => TestClients.Of(server).RemixAsync("v1", new() { Prompt = "x" }, Token));

        error.Message.ShouldBe("flat has no 'remix' operation in its document; it has: create, get, list, delete, cancel.");
    }

    [Fact]
    public void A_vendor_without_a_server_wants_a_base_url() =>
        ShouldFail.With(
            VideoTaskErrorReason.Configuration, () => new VideoTaskClient(new FlatVendor(FlatVendor.Describe("nowhere") with { BaseUrl = null })))
            .Message.ShouldContain("give a base URL");

    [Fact]
    public void An_unknown_vendor_is_a_typed_error_that_names_the_known_ones() =>
        ShouldFail.With(
            VideoTaskErrorReason.Configuration, () => new VideoTaskClient("acme-that-nobody-knows")).Message.ShouldStartWith(
                "There is no vendor 'acme-that-nobody-knows'.");
}
