using VideoTasks.Tests.Client;
using VideoTasks.Tests.Servers;

namespace VideoTasks.Tests.Calls;

public sealed class ErrorTableTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(404, """{"error":{"message":"Video not found or not ready","code":"video_not_found"}}""", VideoTaskErrorReason.NotFound)]
    [InlineData(404, """{"error":{"message":"Video is not ready","code":"video_not_ready"}}""", VideoTaskErrorReason.NotReady)]
    [InlineData(404, """{"error":{"message":"Video has expired","code":"video_expired"}}""", VideoTaskErrorReason.Expired)]
    [InlineData(404, """{"error":{"message":"no","code":"unauthorized"}}""", VideoTaskErrorReason.Unauthorized)]
    [InlineData(400, """{"code":"task_not_exist","message":"task_not_exist","data":null}""", VideoTaskErrorReason.NotFound)]
    [
        InlineData(
            400,
            """{"error":{"message":"Task is not completed yet, current status: IN_PROGRESS","type":"invalid_request_error"}}""",
            VideoTaskErrorReason.NotReady)]
    [InlineData(410, """{"error":{"message":"video result has expired","type":"invalid_request_error"}}""", VideoTaskErrorReason.Expired)]
    [InlineData(401, "\"Invalid token\"", VideoTaskErrorReason.Unauthorized)]
    [InlineData(403, "\"Forbidden\"", VideoTaskErrorReason.Unauthorized)]
    [InlineData(401, """{"error":"Incorrect API key provided"}""", VideoTaskErrorReason.Unauthorized)]
    [InlineData(401, "", VideoTaskErrorReason.Unauthorized)]
    [InlineData(400, """{"error":{"code":404,"message":"no"}}""", VideoTaskErrorReason.NotFound)]
    [InlineData(400, """{"error":{"code":410,"message":"no"}}""", VideoTaskErrorReason.Expired)]
    [InlineData(400, """{"error":{"code":401,"message":"no"}}""", VideoTaskErrorReason.Unauthorized)]
    [InlineData(400, """{"error":{"code":400,"message":"no"}}""", VideoTaskErrorReason.InvalidRequest)]
    [InlineData(402, """{"detail":"pay"}""", VideoTaskErrorReason.QuotaExceeded)]
    [InlineData(429, """{"error":{"message":"Insufficient account quota","code":"insufficient_user_quota"}}""", VideoTaskErrorReason.QuotaExceeded)]
    [
        InlineData(
            429,
            """{"error":{"message":"You exceeded your current quota, please check your plan","code":"insufficient_quota"}}""",
            VideoTaskErrorReason.QuotaExceeded)]
    [InlineData(403, """{"code":"insufficient_user_quota","message":"用户额度不足"}""", VideoTaskErrorReason.QuotaExceeded)]
    [InlineData(429, """{"error":{"message":"slow down"}}""", VideoTaskErrorReason.RateLimited)]
    [
        InlineData(
            400,
            """{"error":{"message":"prompt is required","type":"invalid_request_error","param":"prompt","code":null}}""",
            VideoTaskErrorReason.InvalidRequest)]
    [InlineData(400, """{"code":"InvalidParameter","message":"size","request_id":"r"}""", VideoTaskErrorReason.InvalidRequest)]
    [InlineData(400, """{"code":"InvalidApiKey","message":"No API-key provided.","request_id":"r"}""", VideoTaskErrorReason.Unauthorized)]
    [
        InlineData(
            422,
            """{"detail":[{"loc":["body","prompt"],"msg":"field required","type":"value_error.missing"}]}""",
            VideoTaskErrorReason.InvalidRequest)]
    [InlineData(413, "<html>413 Request Entity Too Large</html>", VideoTaskErrorReason.InvalidRequest)]
    [InlineData(404, "<html><body>nginx</body></html>", VideoTaskErrorReason.NotFound)]
    [InlineData(404, "404 page not found", VideoTaskErrorReason.NotFound)]
    [InlineData(500, """{"error":{"message":"model not found in cache"}}""", VideoTaskErrorReason.Unavailable)]
    [InlineData(502, "<html>Bad Gateway</html>", VideoTaskErrorReason.Unavailable)]
    [InlineData(503, "", VideoTaskErrorReason.Unavailable)]
    [InlineData(418, "{", VideoTaskErrorReason.InvalidRequest)]
    [InlineData(200, """{"base_resp":{"status_code":1004,"status_msg":"login fail"}}""", VideoTaskErrorReason.Unauthorized)]
    [InlineData(200, """{"base_resp":{"status_code":1002,"status_msg":"rate limit"}}""", VideoTaskErrorReason.RateLimited)]
    [InlineData(200, """{"code":401,"message":"Invalid token","data":null}""", VideoTaskErrorReason.Unauthorized)]
    [InlineData(200, """{"code":500,"msg":"internal error"}""", VideoTaskErrorReason.Unavailable)]
    [InlineData(200, """{"success":false,"error":{"code":"not_found","message":"no such job"}}""", VideoTaskErrorReason.NotFound)]
    [InlineData(200, "<html>Welcome to the hotel WiFi</html>", VideoTaskErrorReason.InvalidResponse)]
    [InlineData(200, "", VideoTaskErrorReason.InvalidResponse)]
    [InlineData(200, "{\"id\":", VideoTaskErrorReason.InvalidResponse)]
    public async Task An_answer_is_the_typed_error_that_its_code_says_and_then_its_words_and_then_its_status(
        int status, string body, VideoTaskErrorReason reason)
    {
        using var server = StubServer.Start(Text(body, body.StartsWith('<') ? "text/html" : "application/json", status));

        var error =
            await Should.ThrowAsync<VideoTaskException>(() => TestClients.Of(server, options => options.MaxRetries = 0).GetAsync("v1", Token));

        error.Reason.ShouldBe(reason);
        error.Vendor.ShouldBe("flat");
        error.Handle.ShouldBe(new VideoTaskHandle("flat", "v1"));
        ((int)error.StatusCode!).ShouldBe(status);
        error.Message.Split('\n').Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_key_that_a_vendor_echoes_is_in_no_part_of_the_error()
    {
        var body = $$$"""{"error":{"message":"Incorrect API key provided: {{{TestClients.Key}}}","code":"invalid_api_key"}}""";
        using var server = StubServer.Start(JsonAnswer(body, 401));

        var error = await ShouldFail.WithAsync(VideoTaskErrorReason.Unauthorized, () => TestClients.Of(server).GetAsync("v1", Token));

        error.ToString().ShouldNotContain(TestClients.Key);
        error.RawBody!.ShouldNotContain(TestClients.Key);
        (error.Error?.Message).ShouldBe("Incorrect API key provided: ***");
    }

    [Fact]
    public async Task The_raw_body_of_an_error_is_bounded()
    {
        using var server = StubServer.Start(Text(new string('x', 1_000_000), "text/plain", 500));

        var error = await ShouldFail.WithAsync(
            VideoTaskErrorReason.Unavailable, () => TestClients.Of(server, options => options.MaxRetries = 0).GetAsync("v1", Token));

        error.RawBody!.Length.ShouldBe(4096);
        error.Message.Length.ShouldBeLessThan(600);
    }

    [Fact]
    public async Task A_body_without_end_is_given_up()
    {
        using var server = StubServer.Start(Response.Create().WithHeader("Content-Type", "application/json").WithBody(new byte[100_000]));

        var error = await ShouldFail.WithAsync(
            VideoTaskErrorReason.InvalidResponse, () => TestClients.Of(server, options => options.MaxResponseBytes = 50_000).GetAsync("v1", Token));

        error.Message.ShouldContain("larger than 50000 bytes");
    }

    [Fact]
    public async Task A_create_that_fails_at_once_without_an_id_says_why()
    {
        using var server = StubServer.Start(JsonAnswer("""{"status":"failed","error":{"code":"moderation_blocked","message":"no"}}"""));

        var error = await Should.ThrowAsync<VideoTaskFailedException>(() => TestClients.Of(server).CreateAsync(new() { Prompt = "x" }, Token));

        (error.Error?.Code).ShouldBe("moderation_blocked");
        error.Task!.Status.ShouldBe(VideoTaskStatus.Failed);
    }

    [Fact]
    public async Task A_create_without_an_id_says_that_the_task_may_exist()
    {
        using var server = StubServer.Start(JsonAnswer("""{"status":"queued"}"""));

        var error = await ShouldFail.WithAsync(
            VideoTaskErrorReason.InvalidResponse, () => TestClients.Of(server).CreateAsync(new() { Prompt = "x" }, Token));

        error.Message.ShouldContain("without an id");
    }

    [Theory]
    [InlineData("\uFEFF{\"status\":\"queued\"}")]
    [InlineData("  \r\n {\"status\":\"queued\",}")]
    [InlineData("{\"status\":\"queued\" /* soon */}")]
    public async Task Json_that_is_nearly_right_is_read_all_the_same(string body)
    {
        using var server = StubServer.Start(Text(body, "text/plain"));

        (await TestClients.Of(server).GetAsync("v1", Token)).Status.ShouldBe(VideoTaskStatus.Queued);
    }

    [Fact]
    public async Task Bytes_that_are_no_utf8_and_half_characters_lose_nothing_else()
    {
        byte[] body = [.. "{\"status\":\"processing\",\"prompt\":\""u8, 0xC3, 0x28, .. "\",\"model\":\"\\ud800x\"}"u8];
        using var server = StubServer.Start(Response.Create().WithHeader("Content-Type", "application/json").WithBody(body));

        var task = await TestClients.Of(server).GetAsync("v1", Token);

        (task.Status, task.Prompt, task.Model).ShouldBe((VideoTaskStatus.InProgress, "\uFFFD(", "\uFFFDx"));
    }
}
