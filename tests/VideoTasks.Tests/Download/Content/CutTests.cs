namespace VideoTasks.Tests.Download.Content;

/// <summary>Faults 1 to 5: connections that end or fall silent.</summary>
public sealed class CutTests
{
    private static readonly byte[] Video = DownloadFixture.Mp4();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(150_000)]
    [InlineData(299_999)]
    public async Task A_cut_is_taken_up_at_the_same_byte(int at)
    {
        await using var fixture =
            new DownloadFixture(exchange => exchange.ServeAsync(Video, new() { CutAfter = exchange.Request.Number == 1 ? at : null }));

        var result = await fixture.DemandAsync(Video);

        result.Attempts.ShouldBe(2);
        fixture.Server.ContentRequests[0].Range.ShouldBeNull();
        fixture.Server.ContentRequests[1].Range.ShouldBe(at <= 1 ? null : $"bytes={at}-");
        fixture.Server.ContentRequests[1].IfRange.ShouldBe(at <= 1 ? null : "\"v1\"");
        fixture.Server.ContentRequests.ShouldAllBe(request => request.Headers["Authorization"] == $"Bearer {DownloadFixture.Key}");
    }

    [Fact]
    public async Task A_server_that_cuts_every_connection_after_a_megabyte_is_read_to_the_end()
    {
        var video = DownloadFixture.Mp4(12_500_000);
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(video, new() { CutAfter = 1_000_000 }));

        var result = await fixture.DemandAsync(video);

        result.Attempts.ShouldBe(13);
        fixture.Server.ContentRequests[12].Range.ShouldBe("bytes=12000000-");
    }

    [Fact]
    public async Task A_server_that_never_gets_ahead_is_given_up_and_the_part_is_kept()
    {
        await using var fixture =
            new DownloadFixture(exchange => exchange.ServeAsync(Video, new() { CutAfter = exchange.Request.Number == 1 ? 100_000 : 0 }));

        var error = await fixture.DemandErrorAsync(VideoTaskErrorReason.Interrupted);

        error.IsTransient.ShouldBeTrue();
        error.Message.ShouldBe(
            $"The video of test/{DownloadFixture.Id} could not be read to its end: the connection broke (The response ended prematurely, "
            + "with at least 200000 additional bytes expected). Download again to go on from the 100,000 bytes that were kept.");
        error.Handle.ShouldBe(new VideoTaskHandle("test", DownloadFixture.Id));
        error.State!.BytesKept.ShouldBe(100_000);
        error.State.Attempts.ShouldBe(fixture.Server.ContentRequests.Count);
        error.State.PartialPath.ShouldBe(fixture.Target + ".part");
        fixture.Files.ShouldBe(["out.mp4.part", "out.mp4.part.json"]);
        (await File.ReadAllTextAsync(fixture.Target + ".part.json", TestContext.Current.CancellationToken)).ShouldNotContain(DownloadFixture.Key);
    }

    [Fact]
    public async Task Headers_that_never_come_are_asked_for_again()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.Request.Number == 1 ? exchange.StallAsync() : exchange.ServeAsync(Video));

        await fixture.DemandAsync(Video, DownloadFixture.Impatient);

        fixture.Server.ContentRequests.Count.ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public async Task A_body_that_stalls_is_taken_up_at_the_same_byte()
    {
        await using var fixture = new DownloadFixture(exchange =>
            exchange.ServeAsync(Video, exchange.Request.Number == 1 ? new() { CutAfter = 100_000, ThenStall = true } : new()));

        await fixture.DemandAsync(Video, DownloadFixture.Impatient);

        fixture.Server.ContentRequests[1].Range.ShouldBe("bytes=100000-");
    }

    [Fact]
    public async Task A_slow_but_steady_body_is_no_stall()
    {
        var video = DownloadFixture.Mp4(20_000);
        await using var fixture = new DownloadFixture(exchange =>
            exchange.ServeAsync(video, new() { Pause = TimeSpan.FromMilliseconds(300), ChunkLength = 1_000 }));

        var result = await fixture.DemandAsync(video, DownloadFixture.Quick with { StallTimeout = TimeSpan.FromSeconds(5) });

        result.Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task Limits_beyond_what_timers_count_to_are_none()
    {
        await using var fixture =
            new DownloadFixture(exchange => exchange.ServeAsync(Video, new() { CutAfter = exchange.Request.Number == 1 ? 100_000 : null }));

        await fixture.DemandAsync(Video, DownloadFixture.Quick with
        {
            StallTimeout = TimeSpan.MaxValue, ReadyTimeout = TimeSpan.MaxValue, MaxRetryDelay = TimeSpan.MaxValue,
        });
    }

    [Fact]
    public async Task A_reset_connection_is_taken_up()
    {
        await using var fixture = new DownloadFixture(exchange =>
            exchange.ServeAsync(Video, exchange.Request.Number == 1 ? new() { CutAfter = 200_000, ThenReset = true } : new()));

        await fixture.DemandAsync(Video);

        fixture.Server.ContentRequests.Count.ShouldBe(2);
    }
}
