using System.Net;
using System.Text;
using VideoTasks.Tests.Client;

namespace VideoTasks.Tests.Download.Content;

/// <summary>Bodies that are no video have an end in time and in size, however they come.</summary>
public sealed class BodyLimitTests
{
    private static readonly byte[] Video = DownloadFixture.Mp4();

    // Pauses vary by chance, so none of them is as long as one of these: how often a part is saved, how long a head, a body and a call may take.
    private static readonly TimeSpan[] Limits =
    [
        TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(100),
        new VideoFileDownloadOptions().StallTimeout / 8, DownloadFixture.Quick.StallTimeout / 8, TimeSpan.FromDays(20), TimeSpan.FromDays(20) / 8,
    ];

    private static readonly VideoFileDownloadOptions Small = DownloadFixture.Quick with { MaxBytes = 5_000_000 };

    [Theory]
    [InlineData(404, VideoTaskErrorReason.NotFound)]
    [InlineData(403, VideoTaskErrorReason.Unauthorized)]
    [InlineData(500, VideoTaskErrorReason.Unavailable)]
    public async Task An_error_that_drips_is_told_by_its_status(int status, VideoTaskErrorReason reason)
    {
        var time = new FakeClock();
        await using var fixture = new DownloadFixture(
            exchange => DripAsync(exchange, status, "{\"error\":{\"message\":\"", time), options: new() { TimeProvider = time });
        var options = DownloadFixture.Quick with { ReadyTimeout = TimeSpan.Zero, MaxFailuresInARow = 2 };

        var error = await AdvanceAsync(time, ShouldFail.DownloadAsync(reason, () => fixture.DownloadAsync(options)));

        error.StatusCode.ShouldBe((HttpStatusCode)status);
    }

    [Theory]
    [InlineData("{\"note\":\"")]
    [InlineData("{\"video_url\":\"http")]
    [InlineData("[")]
    public async Task Json_that_drips_is_given_up_before_long(string beginning)
    {
        var time = new FakeClock();
        await using var fixture = new DownloadFixture(exchange => DripAsync(exchange, 200, beginning, time), options: new() { TimeProvider = time });
        var started = time.GetTimestamp();

        var error = await AdvanceAsync(time, ShouldFail.DownloadAsync(VideoTaskErrorReason.Interrupted, () => fixture.DownloadAsync()));

        error.Message.ShouldContain("within 20 seconds");
        time.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(80));
        fixture.Server.ContentRequests.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("{\"note\":\"", "x y ")]
    [InlineData("[", "1,")]
    [InlineData("{\"a\":\"", "QUJD")]
    public async Task Json_without_an_end_is_read_no_further_than_the_largest_video(string beginning, string part)
    {
        var sent = 0L;
        await using var fixture = new DownloadFixture(async exchange =>
        {
            var chunk = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(part, 64 * 1024 / part.Length)));
            await exchange.HeadAsync(200, ("Content-Type", "application/json"));
            await exchange.RawAsync(beginning);
            while (Interlocked.Read(ref sent) < 200_000_000)
            {
                await exchange.SendAsync(chunk);
                Interlocked.Add(ref sent, chunk.Length);
            }
        });

        var error = await ShouldFail.DownloadAsync(VideoTaskErrorReason.ContentTooLarge, () => fixture.DownloadAsync(Small));

        error.Message.ShouldContain("5,000,000");
        Interlocked.Read(ref sent).ShouldBeLessThan(30_000_000);
        fixture.Server.ContentRequests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_video_in_json_that_is_larger_than_allowed_is_refused()
    {
        var large = DownloadFixture.Mp4(8_000_000);
        await using var fixture =
            new DownloadFixture(exchange => exchange.JsonAsync($$"""{"data":[{"b64_json":"{{Convert.ToBase64String(large)}}"}]}"""));

        await fixture.DemandErrorAsync(VideoTaskErrorReason.ContentTooLarge, Small);
        await fixture.DemandAsync(large, Small with { MaxBytes = 8_000_000 });
    }

    [Theory]
    [InlineData("{\"pictures\":\"", 3_000_000)]
    [InlineData("{\"data\":\"AAAAHGZ0eXBtcDQy", 3_000_000)]
    public async Task Json_that_falls_silent_after_its_first_megabyte_is_a_stall(string beginning, int length)
    {
        await using var fixture = new DownloadFixture(async exchange =>
        {
            await exchange.HeadAsync(200, ("Content-Type", "application/json"));
            await exchange.RawAsync(beginning + new string('A', length));
            await exchange.StallAsync();
        });

        await fixture.DemandErrorAsync(VideoTaskErrorReason.Interrupted, DownloadFixture.Impatient with { MaxFailuresInARow = 2 })
            .WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(400)]
    [InlineData(500)]
    public async Task Of_an_error_of_many_megabytes_only_the_beginning_is_read(int status)
    {
        var sent = 0L;
        await using var fixture = new DownloadFixture(async exchange =>
        {
            await exchange.HeadAsync(status, ("Content-Type", "application/json"), ("Content-Length", "60000000"));
            await exchange.RawAsync("{\"error\":{\"message\":\"");
            for (var chunk = new byte[64 * 1024]; sent < 60_000_000; sent += chunk.Length)
            {
                chunk.AsSpan().Fill((byte)'x');
                await exchange.SendAsync(chunk);
            }
        });

        var error = await Should.ThrowAsync<VideoDownloadException>(
            () => fixture.DownloadAsync(DownloadFixture.Quick with { ReadyTimeout = TimeSpan.Zero, MaxFailuresInARow = 1 }));

        error.StatusCode.ShouldBe((HttpStatusCode)status);
        error.RawBody!.Length.ShouldBeLessThanOrEqualTo(4096);
        sent.ShouldBeLessThan(20_000_000);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("Mon, 01 Jan 2024 00:00:00 GMT")]
    [InlineData(null)]
    public async Task Not_ready_is_not_asked_about_all_the_time(string? retryAfter)
    {
        var time = new FakeClock();
        await using var fixture = new DownloadFixture(
            exchange => exchange.JsonAsync("""{"error":{"code":"video_not_ready"}}""", 404, retryAfter is null ? [] : [("Retry-After", retryAfter)]),
            options: new() { TimeProvider = time });
        var options = new VideoFileDownloadOptions { RetryDelay = TimeSpan.Zero, ReadyTimeout = TimeSpan.FromSeconds(30), FlushToDisk = false };

        await PassAsync(time, ShouldFail.DownloadAsync(VideoTaskErrorReason.NotReady, () => fixture.DownloadAsync(options)));

        fixture.Server.ContentRequests.Count.ShouldBeInRange(3, 60);
    }

    [Fact]
    public async Task A_date_to_come_back_at_is_read_by_the_servers_own_clock()
    {
        var time = new FakeClock();
        await using var fixture = new DownloadFixture(
            exchange => exchange.Request.Number == 1
                ? exchange.JsonAsync(
                    """{"error":{"code":"video_not_ready"}}""",
                    404,
                    ("Date", "Mon, 30 Nov 2026 10:00:00 GMT"),
                    ("Retry-After", "Mon, 30 Nov 2026 10:00:07 GMT"))
                : exchange.ServeAsync(Video),
            options: new() { TimeProvider = time });
        var started = time.GetTimestamp();

        await PassAsync(time, fixture.DownloadAsync(DownloadFixture.Quick with { ReadyTimeout = TimeSpan.FromDays(1) }));

        // By the clock of this test the date is eleven months away.
        time.GetElapsedTime(started).ShouldBeInRange(TimeSpan.FromSeconds(7), TimeSpan.FromHours(1));
    }

    [Theory]
    [InlineData("5000000")]
    [InlineData("99999999999999999999")]
    public async Task A_pause_that_no_timer_can_make_ends_with_the_wait_for_the_video(string retryAfter)
    {
        var time = new FakeClock();
        await using var fixture = new DownloadFixture(
            exchange => exchange.JsonAsync("""{"error":{"code":"video_not_ready"}}""", 404, ("Retry-After", retryAfter)),
            options: new() { TimeProvider = time, RequestTimeout = TimeSpan.FromDays(20) });
        var options = DownloadFixture.Quick with
        {
            ReadyTimeout = TimeSpan.FromDays(52), MaxRetryDelay = TimeSpan.MaxValue, StallTimeout = TimeSpan.FromDays(20),
        };

        await PassAsync(time, ShouldFail.DownloadAsync(VideoTaskErrorReason.NotReady, () => fixture.DownloadAsync(options)));
    }

    private static async Task DripAsync(FaultExchange exchange, int status, string beginning, FakeClock time)
    {
        await exchange.HeadAsync(status, ("Content-Type", "application/json"));
        await exchange.RawAsync(beginning);
        while (true)
        {
            await Task.Delay(TimeSpan.FromSeconds(2), time, exchange.CancellationToken);
            await exchange.RawAsync("x");
        }
    }

    /// <summary>Lets the fake clock run until the work is done, a little each time that the work can have noticed.</summary>
    private static async Task<T> AdvanceAsync<T>(FakeClock time, Task<T> work)
    {
        while (!work.IsCompleted)
        {
            await Task.WhenAny(work, Task.Delay(10, TestContext.Current.CancellationToken));
            time.Advance(TimeSpan.FromSeconds(0.2));
        }

        return await work;
    }

    /// <summary>
    /// Lets pauses pass, and nothing else: while an answer is on its way its limits run, and a slow machine's answer must not be late by the clock.
    /// </summary>
    private static async Task<T> PassAsync<T>(FakeClock time, Task<T> work)
    {
        while (!work.IsCompleted)
        {
            if (time.UntilNext(span => !Limits.Contains(span)) is { } pause)
            {
                time.Advance(pause);
            }

            await Task.WhenAny(work, Task.Delay(1, TestContext.Current.CancellationToken));
        }

        return await work;
    }
}
