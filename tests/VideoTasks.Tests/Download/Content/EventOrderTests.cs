namespace VideoTasks.Tests.Download.Content;

/// <summary>Answers that are each allowed, in orders that are rare.</summary>
public sealed class EventOrderTests
{
    private static readonly byte[] Video = DownloadFixture.Mp4(3_000_000);
    private static readonly byte[] Other = DownloadFixture.Mp4(3_000_000, seed: 2);

    [Fact]
    public async Task A_validator_that_comes_with_the_second_answer_is_asked_for_from_then_on()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(
            Video, new() { ETag = exchange.Request.Number == 1 ? null : "\"late\"", CutAfter = exchange.Request.Number < 3 ? 1_000_000 : null }));

        await fixture.DemandAsync(Video);

        fixture.Server.ContentRequests.Select(request => request.IfRange).ShouldBe([null, null, "\"late\""]);
        fixture.Server.ContentRequests[2].Range.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_file_that_changes_after_its_validator_came_late_is_read_anew()
    {
        // Its bytes at the seam are those of the first one: only the validator tells.
        var changed = Other.ToArray();
        Video.AsSpan(1_900_000, 200_000).CopyTo(changed.AsSpan(1_900_000));
        await using var fixture = new DownloadFixture(exchange => exchange.Request.Number switch
        {
            1 => exchange.ServeAsync(Video, new() { ETag = null, CutAfter = 1_000_000 }),
            2 => exchange.ServeAsync(Video, new() { ETag = "\"v1\"", CutAfter = 1_016_384 }),
            _ => exchange.ServeAsync(changed, new() { ETag = "\"v2\"", IgnoresIfRange = true }),
        });

        await fixture.DemandAsync(changed);
    }

    [Theory]
    [InlineData(520)]
    [InlineData(522)]
    [InlineData(529)]
    [InlineData(599)]
    public async Task A_proxys_own_trouble_passes_like_any_other(int status)
    {
        await using var fixture = new DownloadFixture(exchange => exchange.Request.Number < 3
            ? exchange.RespondAsync(status, "text/html", "<html>trouble</html>"u8.ToArray())
            : exchange.ServeAsync(Video));

        await fixture.DemandAsync(Video);
    }

    [Fact]
    public async Task A_file_that_reaches_its_server_late_is_waited_for_however_often_the_vendor_names_it()
    {
        await using var cdn = new FaultServer(exchange => exchange.Request.Number <= 8
            ? exchange.RespondAsync(404, "application/xml", "<Error><Code>NoSuchKey</Code></Error>"u8.ToArray())
            : exchange.ServeAsync(Video));
        await using var fixture = new DownloadFixture(exchange => exchange.JsonAsync($$"""{"video_url":"{{cdn.Url}}/file.mp4"}"""));

        await fixture.DemandAsync(Video, DownloadFixture.Quick with { ReadyTimeout = TimeSpan.FromSeconds(60) });

        cdn.Requests.Count.ShouldBe(9);
    }

    [Fact]
    public async Task What_one_connection_is_told_to_wait_all_of_them_wait()
    {
        var video = DownloadFixture.Mp4(20_000_000);
        var refused = new System.Collections.Concurrent.ConcurrentQueue<long>();
        var early = 0;
        await using var fixture = new DownloadFixture(async exchange =>
        {
            if (exchange.Request.Number is 3 or 4)
            {
                refused.Enqueue(Environment.TickCount64);
                await exchange.RespondAsync(429, "text/plain", default, ("Retry-After", "1"));
                return;
            }

            // Requests that were on their way already don't count.
            if (refused.TryPeek(out var at) && Environment.TickCount64 - at is > 300 and < 900)
            {
                Interlocked.Increment(ref early);
            }

            await exchange.ServeAsync(video);
        });

        await fixture.DemandAsync(video, DownloadFixture.Quick with { Connections = 4 });

        refused.ShouldNotBeEmpty();
        early.ShouldBe(0);
    }

    [Fact]
    public async Task Every_request_says_what_it_comes_from()
    {
        await using var cdn = new FaultServer(exchange => exchange.ServeAsync(Video));
        await using var fixture = new DownloadFixture(exchange => exchange.RedirectAsync($"{cdn.Url}/file.mp4"));

        await fixture.DemandAsync(Video);

        fixture.Server.Requests.Concat(cdn.Requests).ShouldAllBe(request => request.Headers["User-Agent"].StartsWith("VideoTasks/"));
    }

    [Fact]
    public async Task A_416_to_a_request_for_everything_is_no_fault_of_the_request()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.HeadAsync(416, ("Content-Range", "bytes */0"), ("Content-Length", "0")));

        var error = await ShouldFail.DownloadAsync(VideoTaskErrorReason.ContentInvalid, () => fixture.DownloadAsync());

        error.Message.ShouldContain("416, though no range was asked for");
        fixture.Server.ContentRequests.Count.ShouldBe(1);
        fixture.Files.ShouldBeEmpty();
    }
}
