using System.Net;

namespace VideoTasks.Tests.Download.Content;

/// <summary>What the task itself says decides what an error for its content means.</summary>
public sealed class ReadinessTests
{
    private static readonly byte[] Video = DownloadFixture.Mp4();

    [Theory]
    [InlineData(404, """{"error":{"message":"video not found","code":"video_not_found"}}""")]
    [InlineData(404, "<html>not found</html>")]
    [InlineData(400, """{"error":{"message":"invalid request","type":"invalid_request_error"}}""")]
    [InlineData(401, """{"error":{"message":"no access to this resource"}}""")]
    [InlineData(403, "")]
    [InlineData(405, "")]
    [InlineData(409, """{"code":"conflict"}""")]
    [InlineData(410, """{"error":{"code":"video_expired"}}""")]
    [InlineData(422, """{"detail":"wrong state"}""")]
    [InlineData(500, """{"error":{"message":"nil pointer"}}""")]
    [InlineData(204, "")]
    [InlineData(200, "<html>please wait</html>")]
    [InlineData(200, """{"error":{"message":"record not found"}}""")]
    public async Task Whatever_a_vendor_calls_it_the_content_of_a_task_in_progress_is_not_ready(int status, string body)
    {
        await using var fixture = new DownloadFixture(
            exchange =>
                exchange.RespondAsync(status, body.StartsWith('<') ? "text/html" : "application/json", System.Text.Encoding.UTF8.GetBytes(body)),
            status: "processing");

        var error = await fixture.DemandErrorAsync(VideoTaskErrorReason.NotReady);

        error.Message.ShouldStartWith($"test/{DownloadFixture.Id} is processing, so its video is not there yet");
        error.Message.ShouldEndWith("Wait for it to be completed, and download again.");
        error.Task!.Status.ShouldBe(VideoTaskStatus.InProgress);
        error.StatusCode.ShouldBe(status is 204 ? null : (HttpStatusCode)status);
        error.IsTransient.ShouldBeTrue();
    }

    [Theory]
    [InlineData(402, VideoTaskErrorReason.QuotaExceeded)]
    [InlineData(404, VideoTaskErrorReason.NotFound)]
    public async Task What_the_task_does_not_explain_stays_what_it_is(int status, VideoTaskErrorReason reason)
    {
        await using var fixture = new DownloadFixture(
            exchange => exchange.RespondAsync(status, "application/json", "{}"u8.ToArray()), status: status == 402 ? "processing" : "completed");

        await fixture.DemandErrorAsync(reason, DownloadFixture.Quick with { ReadyTimeout = TimeSpan.FromMilliseconds(20) });
    }

    [Fact]
    public async Task A_link_that_does_not_work_yet_is_no_reason_to_create_the_task_again()
    {
        await using var cdn = new FaultServer(exchange => exchange.HeadAsync(403, ("Content-Length", "0")));
        await using var fixture =
            new DownloadFixture(exchange => exchange.JsonAsync($$"""{"video_url":"{{cdn.Url}}/file.mp4"}"""), status: "in_progress");

        await fixture.DemandErrorAsync(VideoTaskErrorReason.NotReady);
    }

    [Theory]
    [InlineData(404, "\"data\":[{\"b64_json\":\"VIDEO\"}]")]
    [InlineData(400, "\"data\":[{\"b64_json\":\"VIDEO\",\"revised_prompt\":\"x\"}]")]
    [InlineData(405, "\"output\":{\"video\":\"data:video/mp4;base64,VIDEO\"}")]
    [InlineData(403, "\"video_url\":\"data:video/mp4;base64,VIDEO\"")]
    [InlineData(501, "\"predictions\":[{\"bytesBase64Encoded\":\"VIDEO\",\"mimeType\":\"video/mp4\"}]")]
    [InlineData(204, "\"result\":{\"base64\":\"VIDEO\"}")]
    [InlineData(200, "\"data\":{\"video_base64\":\"VIDEO\",\"cover\":\"data:image/png;base64,iVBORw0KGgo=\"}")]
    public async Task A_completed_task_that_holds_its_video_is_saved_without_a_wait(int status, string fields)
    {
        fields = "," + fields.Replace("VIDEO", Convert.ToBase64String(Video), StringComparison.Ordinal);
        await using var fixture = new DownloadFixture(
            exchange => exchange.RespondAsync(status, "text/html", status == 200 ? "<html></html>"u8.ToArray() : default), taskFields: fields);

        await fixture.DemandAsync(Video, DownloadFixture.Quick with { MaxFailuresInARow = 2 });

        fixture.Server.ContentRequests.Count.ShouldBeLessThanOrEqualTo(2);
    }

    [Fact]
    public async Task A_completed_task_whose_content_is_refused_is_fetched_from_where_it_says()
    {
        await using var cdn = new FaultServer(exchange => exchange.ServeAsync(Video));
        await using var fixture =
            new DownloadFixture(exchange => exchange.HeadAsync(405, ("Content-Length", "0")), taskFields: $",\"video_url\":\"{cdn.Url}/a.mp4\"");

        await fixture.DemandAsync(Video);
    }

    [Theory]
    [InlineData(403, "the proxy does not let the request through (403)")]
    [InlineData(407, "the proxy wants a login (407)")]
    [InlineData(502, "the proxy does not let the request through (502)")]
    public async Task A_proxy_that_refuses_is_named(int status, string why)
    {
        await using var proxy = new FaultServer(exchange => exchange.HeadAsync(status, ("Content-Length", "0")));
        var vendor = new VideoTaskClient(new ContentVendor(), new()
        {
            BaseUrl = new("https://video.test.example/v1"),
            Proxy = new WebProxy($"http://127.0.0.1:{proxy.Port}") { Credentials = new NetworkCredential("user", "secret-of-the-proxy") },
        });

        var error = await ShouldFail.DownloadAsync(
            VideoTaskErrorReason.ContentUnreachable,
            () => vendor.DownloadToAsync(DownloadFixture.Id, new MemoryStream(), DownloadFixture.QuickStream, TestContext.Current.CancellationToken));

        error.Message.ShouldContain(why);
        error.Message.ShouldNotContain("secret");
        error.Message.ShouldNotContain("127.0.0.1");
    }

    [Theory]
    [InlineData("completed", "ask the vendor", "Wait for it")]
    [InlineData("processing", "Wait for it to be completed", "ask the vendor")]
    public async Task A_task_that_names_no_video_is_waited_for_only_while_it_is_made(string status, string advice, string other)
    {
        await using var fixture = new DownloadFixture(_ => Task.CompletedTask, status, vendor: new ContentVendor(hasContent: false));

        var error = await fixture.DemandErrorAsync(VideoTaskErrorReason.NotReady, DownloadFixture.Quick with { ReadyTimeout = TimeSpan.Zero });

        error.Message.ShouldContain($"is {status} and names no video");
        error.Message.ShouldContain(advice);
        error.Message.ShouldNotContain(other);
    }

    [Theory]
    [InlineData("https://")]
    [InlineData("http://127.0.0.1:99999/x.mp4")]
    public async Task A_task_whose_url_is_none_is_an_error_that_says_so(string url)
    {
        await using var fixture =
            new DownloadFixture(_ => Task.CompletedTask, taskFields: $",\"video_url\":\"{url}\"", vendor: new ContentVendor(hasContent: false));

        await fixture.DemandErrorAsync<VideoTaskException>(DownloadFixture.Quick with { ReadyTimeout = TimeSpan.Zero });
    }
}
