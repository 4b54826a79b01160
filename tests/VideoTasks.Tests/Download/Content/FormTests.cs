using System.Text.Json;

namespace VideoTasks.Tests.Download.Content;

/// <summary>Faults 19 to 22 and 27, and the forms that content comes in.</summary>
public sealed class FormTests
{
    private static readonly byte[] Video = DownloadFixture.Mp4();

    [Theory]
    [InlineData("""{"video_url":"URL","expires_at":1}""", "application/json")]
    [InlineData("""{"url":"URL"}""", "application/json; charset=utf-8")]
    [InlineData("""{"code":200,"data":{"output":{"video_url":"URL","cover_url":"https://cover.example/x.jpg"}}}""", "application/json")]
    [InlineData("""  {"video_url":"URL"}""", "video/mp4")]
    [InlineData("""{"video_url":"URL"}""", null)]
    [InlineData("\"URL\"", "application/json")]
    [InlineData("""{"code":200,"data":{"resultJson":"{\"resultUrls\":[\"URL\"]}"}}""", "application/json")]
    public async Task Json_that_names_the_file_is_followed_without_the_key(string json, string? mediaType)
    {
        await using var cdn =
            new FaultServer(exchange => exchange.ServeAsync(Video, new() { CutAfter = exchange.Request.Number == 1 ? 100_000 : null }));
        await using var named = new DownloadFixture(exchange => exchange.RespondAsync(200, mediaType ?? "", System.Text.Encoding.UTF8.GetBytes(
            json.Replace("URL", $"{cdn.Url}/file.mp4?X-Signature=secret", StringComparison.Ordinal))));

        var result = await named.DemandAsync(Video);

        result.FinalUrl!.AbsoluteUri.ShouldBe($"{cdn.Url}/file.mp4");
        named.Server.ContentRequests.Count.ShouldBe(1);
        cdn.ContentRequests[0].Target.ShouldBe("/v1/file.mp4?X-Signature=secret");
        cdn.ContentRequests[1].Range.ShouldBe("bytes=100000-");
        cdn.Requests.ShouldAllBe(request => !request.Text.Contains(DownloadFixture.Key));
    }

    [Fact]
    public async Task A_relative_url_leads_to_the_vendor_and_takes_the_key_along()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.Request.Target.StartsWith("/files", StringComparison.Ordinal)
            ? exchange.ServeAsync(Video)
            : exchange.JsonAsync("""{"url":"/files/1/content"}"""));

        await fixture.DemandAsync(Video);

        fixture.Server.ContentRequests[1].Headers["Authorization"].ShouldContain(DownloadFixture.Key);
    }

    [Fact]
    public async Task The_url_in_the_task_is_used_where_there_is_no_content_operation()
    {
        await using var cdn = new FaultServer(exchange => exchange.ServeAsync(Video));
        await using var fixture = new DownloadFixture(
            exchange => exchange.JsonAsync("{}", 404), taskFields: $$""","video_url":"{{cdn.Url}}/file.mp4" """,
            vendor: new ContentVendor(hasContent: false));

        await fixture.DemandAsync(Video);

        cdn.Requests.Single().Text.ShouldNotContain(DownloadFixture.Key);
        fixture.Server.ContentRequests.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_url_in_the_task_is_tried_where_the_content_operation_knows_nothing()
    {
        await using var cdn = new FaultServer(exchange => exchange.ServeAsync(Video));
        await using var fixture = new DownloadFixture(
            exchange => exchange.JsonAsync(
                """{"error":{"message":"not supported for this model"}}""", 404), taskFields: $$""","video_url":"{{cdn.Url}}/file.mp4" """);

        await fixture.DemandAsync(Video);
    }

    [Theory]
    [InlineData(3_000)]
    [InlineData(3_000_000)]
    public async Task Base64_in_json_is_decoded(int length)
    {
        var video = DownloadFixture.Mp4(length);
        var json = JsonSerializer.Serialize(new { id = "video_1", data = new[] { new { b64_json = Convert.ToBase64String(video) } } });
        await using var fixture = new DownloadFixture(exchange => exchange.JsonAsync(json));

        var result = await fixture.DemandAsync(video);

        result.FinalUrl.ShouldBeNull();
    }

    [Fact]
    public async Task Base64_with_escaped_slashes_is_decoded()
    {
        var text = Convert.ToBase64String(DownloadFixture.Mp4(2_000_000)).Replace("/", "\\/", StringComparison.Ordinal);
        var json = $$"""{"video":"data:video\/mp4;base64,{{text}}"}""";
        await using var fixture = new DownloadFixture(exchange => exchange.JsonAsync(json));

        await fixture.DemandAsync(DownloadFixture.Mp4(2_000_000));
    }

    [Fact]
    public async Task A_cut_in_the_middle_of_base64_starts_over()
    {
        var video = DownloadFixture.Mp4(2_000_000);
        var json = System.Text.Encoding.UTF8.GetBytes($$"""{"video_base64":"{{Convert.ToBase64String(video)}}"}""");
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(
            json, new() { MediaType = "application/json", IgnoresRange = true, CutAfter = exchange.Request.Number == 1 ? 1_500_000 : null }));

        await fixture.DemandAsync(video);
    }

    [Fact]
    public async Task A_data_url_in_the_task_is_decoded()
    {
        var video = DownloadFixture.Mp4(3_000);
        await using var fixture = new DownloadFixture(
            exchange => exchange.JsonAsync("{}", 404), taskFields: $$""","video_url":"data:video/mp4;base64,{{Convert.ToBase64String(video)}}" """,
            vendor: new ContentVendor(hasContent: false));

        await fixture.DemandAsync(video);
    }

    [Fact]
    public async Task A_data_url_without_base64_is_decoded()
    {
        var video = DownloadFixture.Mp4(3_000);
        var encoded = string.Concat(video.Select(value => value == (byte)'+' ? "+" : $"%{value:X2}"));
        await using var fixture = new DownloadFixture(exchange => exchange.JsonAsync($$"""{"video_url":"data:video/mp4,{{encoded}}"}"""));

        await fixture.DemandAsync(video);
    }

    [Theory]
    [InlineData("""{"code":"fail","message":"upstream gave up"}""", "(fail: upstream gave up)")]
    [InlineData("""{"code":500,"msg":"see https://cdn.example/v.mp4?sig=secret","data":null}""", "(500: see https://cdn.example/v.mp4?…)")]
    public async Task What_the_vendor_says_instead_of_the_video_is_told_without_a_signature(string json, string quote)
    {
        await using var fixture = new DownloadFixture(exchange => exchange.JsonAsync(json));

        var error = await fixture.DemandErrorAsync<VideoDownloadException>(DownloadFixture.Quick with { ReadyTimeout = TimeSpan.Zero });

        error.Message.ShouldContain(quote);
    }

    [Theory]
    [InlineData("""{"error":{"message":"boom","code":"server_error"}}""", 200)]
    [InlineData("""{"error":{"message":"no such video","code":"video_not_found"}}""", 404)]
    [InlineData("""{"error":{"message":"bad key","code":"unauthorized"}}""", 401)]
    public async Task Json_that_is_an_error_is_an_error(string json, int status)
    {
        await using var fixture = new DownloadFixture(exchange => exchange.JsonAsync(json, status));

        var error = await fixture.DemandErrorAsync<VideoDownloadException>(DownloadFixture.Quick with { ReadyTimeout = TimeSpan.Zero });

        ((int?)error.StatusCode).ShouldBe(status);
        (error.Error?.Code).ShouldNotBeNull();
        error.State.ShouldNotBeNull();
        fixture.Files.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("<!DOCTYPE html><html><body>Please log in</body></html>", "text/html")]
    [InlineData("<!DOCTYPE html><html><body>Please log in</body></html>", "video/mp4")]
    [InlineData("<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>", "application/xml")]
    [InlineData("upstream request timed out", "video/mp4")]
    public async Task A_page_or_a_text_is_never_saved_as_a_video(string body, string mediaType)
    {
        await using var fixture = new DownloadFixture(exchange => exchange.RespondAsync(200, mediaType, System.Text.Encoding.UTF8.GetBytes(body)));

        var error = await fixture.DemandErrorAsync(VideoTaskErrorReason.ContentInvalid);

        error.RawBody.ShouldNotBeNull();
        fixture.Files.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_page_in_two_bytes_a_letter_is_a_page()
    {
        byte[] page = [0xFF, 0xFE, .. System.Text.Encoding.Unicode.GetBytes("<html>Please log in</html>")];
        await using var fixture = new DownloadFixture(exchange => exchange.RespondAsync(200, "video/mp4", page));

        await fixture.DemandErrorAsync(VideoTaskErrorReason.ContentInvalid);
    }

    [Theory]
    [InlineData(200, "<html>Please log in</html>")]
    [InlineData(204, "")]
    [InlineData(304, "")]
    public async Task What_was_received_outlives_a_login_page_or_nothing_in_place_of_the_rest(int status, string body)
    {
        var isThrough = false;
        await using var fixture =
            new DownloadFixture(exchange => exchange.Request.Number == 1 ? exchange.ServeAsync(Video, new() { CutAfter = 150_000 })
            : isThrough ? exchange.ServeAsync(Video)
            : status == 200 ? exchange.RespondAsync(status, "text/html", System.Text.Encoding.UTF8.GetBytes(body))
            : exchange.HeadAsync(status));
        var error = await fixture.DemandErrorAsync(VideoTaskErrorReason.ContentInvalid);
        error.State!.BytesKept.ShouldBe(150_000);

        isThrough = true;
        var result = await fixture.DemandAsync(Video);

        result.ResumedBytes.ShouldBe(150_000);
    }

    [Theory]
    [InlineData(407)]
    [InlineData(511)]
    public async Task A_login_that_the_network_wants_is_not_taken_for_the_vendors(int status)
    {
        await using var fixture = new DownloadFixture(exchange => exchange.RespondAsync(status, "text/html", "<html></html>"u8.ToArray()));

        var error = await fixture.DemandErrorAsync(VideoTaskErrorReason.Unavailable);

        error.Message.ShouldContain("Log in to the network");
    }

    [Theory]
    [InlineData("application/octet-stream")]
    [InlineData("text/plain")]
    [InlineData("application/json")]
    [InlineData(null)]
    public async Task A_video_is_a_video_whatever_its_label(string? mediaType)
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video, new() { MediaType = mediaType }));

        var result = await fixture.DemandAsync(Video);

        result.MediaType.ShouldBe("video/mp4");
        result.Container.ShouldBe("mp4");
    }

    [Theory]
    [InlineData("""{"error":{"message":"video is not ready","code":"video_not_ready"}}""", 404)]
    [InlineData("""{"error":{"message":"task is still processing"}}""", 400)]
    [InlineData("""{"id":"video_1","status":"completed","video_url":null}""", 200)]
    [InlineData("{}", 404)]
    [InlineData("""{"status":"processing"}""", 202)]
    public async Task A_completed_video_that_is_not_ready_is_waited_for(string json, int status)
    {
        await using var fixture =
            new DownloadFixture(exchange => exchange.Request.Number < 4 ? exchange.JsonAsync(json, status) : exchange.ServeAsync(Video));

        await fixture.DemandAsync(Video);

        fixture.Server.ContentRequests.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_video_that_never_gets_ready_is_an_error_after_the_limit()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.JsonAsync("""{"id":"video_1","status":"completed","video_url":null}"""));

        await fixture.DemandErrorAsync(VideoTaskErrorReason.NotReady, DownloadFixture.Quick with { ReadyTimeout = TimeSpan.FromMilliseconds(200) });

        fixture.Files.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("processing", typeof(VideoDownloadException), VideoTaskErrorReason.NotReady)]
    [InlineData("failed", typeof(VideoTaskFailedException), VideoTaskErrorReason.TaskFailed)]
    [InlineData("expired", typeof(VideoDownloadException), VideoTaskErrorReason.Expired)]
    public async Task A_task_without_a_video_is_not_waited_for(string status, Type expected, VideoTaskErrorReason reason)
    {
        await using var fixture =
            new DownloadFixture(exchange => exchange.JsonAsync("""{"error":{"code":"video_not_ready","message":"not ready"}}""", 404), status);

        var error = await fixture.DemandErrorAsync<VideoTaskException>();

        error.ShouldBeOfType(expected);
        error.Reason.ShouldBe(reason);
        fixture.Server.ContentRequests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_variant_is_asked_for_and_its_container_checked()
    {
        byte[] image = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, .. new byte[200], 0, 0, 0, 0, .. "IEND"u8, 1, 2, 3, 4];
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(image, new() { MediaType = "image/png" }));

        var result = await fixture.DemandAsync(image, DownloadFixture.Quick with { Variant = "thumbnail" });

        result.Container.ShouldBe("png");
        fixture.Server.ContentRequests.Single().Target.ShouldEndWith("/content?variant=thumbnail");
    }
}
