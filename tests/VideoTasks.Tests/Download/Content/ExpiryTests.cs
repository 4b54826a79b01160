using System.Globalization;
using System.Net;

namespace VideoTasks.Tests.Download.Content;

/// <summary>Faults 26, 28 and 29: links that expire, servers that are busy, keys that stop working.</summary>
public sealed class ExpiryTests
{
    private static readonly byte[] Video = DownloadFixture.Mp4();

    [Theory]
    [InlineData(403, true)]
    [InlineData(410, true)]
    [InlineData(401, false)]
    [InlineData(404, false)]
    [InlineData(400, false)]
    public async Task A_link_that_expires_half_way_is_asked_for_anew_and_goes_on_at_the_same_byte(int status, bool redirects)
    {
        await using var cdn = new FaultServer(exchange => exchange.Request.Number switch
        {
            1 => exchange.ServeAsync(Video, new() { CutAfter = 150_000 }),
            _ when exchange.Request.Target.EndsWith("sig=1", StringComparison.Ordinal) =>
                exchange.RespondAsync(status, "application/xml", "<Error><Code>ExpiredToken</Code></Error>"u8.ToArray()),
            _ => exchange.ServeAsync(Video),
        });
        await using var fixture = new DownloadFixture(exchange => redirects
            ? exchange.RedirectAsync($"{cdn.Url}/file.mp4?sig={exchange.Request.Number}")
            : exchange.JsonAsync($$"""{"video_url":"{{cdn.Url}}/file.mp4?sig={{exchange.Request.Number}}"}"""));

        await fixture.DemandAsync(Video);

        fixture.Server.ContentRequests.Count.ShouldBe(2);
        cdn.ContentRequests[^1].Target.ShouldEndWith("sig=2");

        // A link of its own may lead to a file of its own, whatever its validators say: the last bytes are compared.
        cdn.ContentRequests[^1].Range.ShouldBe("bytes=133616-");
        cdn.Requests.ShouldAllBe(request => !request.Text.Contains(DownloadFixture.Key));
    }

    [Fact]
    public async Task A_fresh_link_to_another_file_starts_over()
    {
        var other = DownloadFixture.Mp4(seed: 5);
        await using var cdn = new FaultServer(exchange => exchange.Request.Number switch
        {
            1 => exchange.ServeAsync(Video, new() { CutAfter = 150_000 }),
            2 => exchange.HeadAsync(403, ("Content-Length", "0")),
            _ => exchange.ServeAsync(other, new() { ETag = "\"v2\"" }),
        });
        await using var fixture = new DownloadFixture(exchange => exchange.RedirectAsync($"{cdn.Url}/file.mp4?sig={exchange.Request.Number}"));

        await fixture.DemandAsync(other);
    }

    [Fact]
    public async Task A_link_that_is_refused_for_ever_is_an_error_and_the_part_is_kept()
    {
        await using var cdn = new FaultServer(exchange => exchange.Request.Number == 1
            ? exchange.ServeAsync(Video, new() { CutAfter = 150_000 })
            : exchange.HeadAsync(403, ("Content-Length", "0")));
        await using var fixture = new DownloadFixture(exchange => exchange.RedirectAsync($"{cdn.Url}/file.mp4?sig=top-secret-signature"));

        var error = await fixture.DemandErrorAsync(VideoTaskErrorReason.Expired);

        error.Message.ShouldNotContain("top-secret");
        error.State!.BytesKept.ShouldBe(150_000);
        (await File.ReadAllTextAsync(fixture.Target + ".part.json", TestContext.Current.CancellationToken)).ShouldNotContain("top-secret");
    }

    [Theory]
    [InlineData(429, null)]
    [InlineData(503, null)]
    [InlineData(503, "1")]
    [InlineData(500, null)]
    [InlineData(408, null)]
    [InlineData(425, null)]
    public async Task A_busy_server_is_asked_again(int status, string? retryAfter)
    {
        await using var fixture = new DownloadFixture(exchange => exchange.Request.Number is 1 or 3
            ? exchange.JsonAsync("""{"error":{"message":"busy"}}""", status, retryAfter is null ? [] : [("Retry-After", retryAfter)])
            : exchange.ServeAsync(Video, new() { CutAfter = exchange.Request.Number == 2 ? 100_000 : null }));
        var started = TimeProvider.System.GetTimestamp();

        await fixture.DemandAsync(Video);

        fixture.Server.ContentRequests.Count.ShouldBe(4);
        fixture.Server.ContentRequests[3].Range.ShouldBe("bytes=100000-");
        TimeProvider.System.GetElapsedTime(started).ShouldBeGreaterThan(TimeSpan.FromSeconds(retryAfter is null ? 0 : 1.9));
    }

    [Fact]
    public async Task Retry_after_as_a_date_is_obeyed()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.Request.Number == 1
            ? exchange.HeadAsync(
                503, ("Retry-After", DateTimeOffset.UtcNow.AddSeconds(2).ToString("R", CultureInfo.InvariantCulture)), ("Content-Length", "0"))
            : exchange.ServeAsync(Video));
        var started = TimeProvider.System.GetTimestamp();

        await fixture.DemandAsync(Video);

        // The header has whole seconds only.
        TimeProvider.System.GetElapsedTime(started).ShouldBeGreaterThan(TimeSpan.FromSeconds(0.8));
    }

    [Fact]
    public async Task A_longer_pause_than_is_allowed_is_an_error_that_says_how_long()
    {
        await using var fixture =
            new DownloadFixture(exchange => exchange.JsonAsync("""{"error":{"message":"busy"}}""", 429, ("Retry-After", "3600")));

        var error = await fixture.DemandErrorAsync<VideoTaskException>();

        error.RetryAfter.ShouldBe(TimeSpan.FromHours(1));
        fixture.Server.ContentRequests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_server_that_stays_busy_is_given_up()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.HeadAsync(503, ("Content-Length", "0")));

        var error = await fixture.DemandErrorAsync<VideoTaskException>();

        error.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        fixture.Server.ContentRequests.Count.ShouldBe(DownloadFixture.Quick.MaxFailuresInARow);
    }

    [Fact]
    public async Task A_key_that_stops_working_in_the_middle_is_an_error_and_the_part_is_kept()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.Request.Number == 1
            ? exchange.ServeAsync(Video, new() { CutAfter = 150_000 })
            : exchange.JsonAsync("""{"error":{"message":"invalid key","code":"unauthorized"}}""", 401));

        var error = await fixture.DemandErrorAsync(VideoTaskErrorReason.Unauthorized);

        error.State!.BytesKept.ShouldBe(150_000);
        fixture.Server.ContentRequests.Count.ShouldBe(2);
    }
}
