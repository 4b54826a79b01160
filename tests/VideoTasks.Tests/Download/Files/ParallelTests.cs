using VideoTasks.Download.Files;

namespace VideoTasks.Tests.Download.Files;

/// <summary>Fault 42: several connections, and servers that don't play along.</summary>
public sealed class ParallelTests
{
    private static readonly byte[] Video = DownloadFixture.Mp4(20_000_000);
    private static readonly byte[] Other = DownloadFixture.Mp4(20_000_000, seed: 2);
    private static readonly VideoFileDownloadOptions Four = DownloadFixture.Quick with { Connections = 4 };

    [Fact]
    public async Task Ranges_are_fetched_side_by_side_and_make_the_file()
    {
        await using var fixture =
            new DownloadFixture(exchange => exchange.ServeAsync(Video, new() { Pause = TimeSpan.FromMilliseconds(1), ChunkLength = 256 * 1024 }));

        var result = await fixture.DemandAsync(Video, Four);

        result.IsLengthVerified.ShouldBeTrue();
        fixture.Server.ContentRequests.Count.ShouldBeGreaterThan(4);
        fixture.Server.ContentRequests.ShouldAllBe(request => request.Range != null);
        fixture.Server.ContentRequests.Skip(1).ShouldAllBe(request => request.IfRange == "\"v1\"");
    }

    [Fact]
    public async Task The_attempts_are_the_requests_of_all_connections()
    {
        await using var fixture =
            new DownloadFixture(exchange => exchange.ServeAsync(Video, new() { CutAfter = exchange.Request.Number % 3 == 0 ? 100_000 : null }));
        var reports = new System.Collections.Concurrent.ConcurrentQueue<VideoDownloadProgress>();

        var result =
            await fixture.DemandAsync(
                Video, Four with { ProgressInterval = TimeSpan.Zero, Progress = new Reporter<VideoDownloadProgress>(reports.Enqueue) });

        result.Attempts.ShouldBe(fixture.Server.ContentRequests.Count);
        result.Attempts.ShouldBeGreaterThan(4);
        reports.Last().Attempt.ShouldBe(result.Attempts);
        reports.ShouldAllBe(report => report.Attempt >= 1 && report.Attempt <= result.Attempts);
    }

    [Fact]
    public async Task Connections_that_lengthen_the_file_at_the_same_time_are_no_cut()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video));

        for (var round = 0; round < 12; round++)
        {
            await fixture.DemandAsync(Video, Four with { Connections = 8, ComputeSha256 = false });
        }
    }

    [Theory]
    [InlineData(100)]
    [InlineData(500_000)]
    [InlineData(1_048_577)]
    public async Task Small_files_are_fetched_as_well(int length)
    {
        var video = DownloadFixture.Mp4(length + 200);
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(video));

        await fixture.DemandAsync(video, Four);
    }

    [Theory]
    [InlineData("\"v1\"")]
    [InlineData(null)]
    public async Task A_server_without_ranges_is_read_over_one_connection(string? etag)
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video, new() { IgnoresRange = true, ETag = etag }));

        await fixture.DemandAsync(Video, Four);

        fixture.Server.ContentRequests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Without_a_validator_one_connection_is_used()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video, new() { ETag = null }));

        await fixture.DemandAsync(Video, Four);

        fixture.Server.ContentRequests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_server_that_honours_only_some_ranges_is_read_to_the_end()
    {
        await using var fixture =
            new DownloadFixture(exchange => exchange.ServeAsync(Video, new() { IgnoresRange = exchange.Request.Number % 3 == 0 }));

        await fixture.DemandAsync(Video, Four);
    }

    [Fact]
    public async Task Cut_connections_lose_nothing()
    {
        await using var fixture =
            new DownloadFixture(exchange => exchange.ServeAsync(Video, new() { CutAfter = exchange.Request.Number % 2 == 0 ? 300_000 : null }));

        await fixture.DemandAsync(Video, Four);
    }

    [Fact]
    public async Task A_connection_that_is_slowed_to_nothing_holds_nobody_up()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(
            Video, exchange.Request.Number == 3 ? new() { CutAfter = 100_000, ThenStall = true } : new()));
        var started = TimeProvider.System.GetTimestamp();

        await fixture.DemandAsync(Video, Four);

        // Without help from the others it would take as long as the stall limit.
        TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(DownloadFixture.Quick.StallTimeout);
    }

    [Fact]
    public async Task An_etag_that_changes_between_the_pieces_starts_over_and_mixes_nothing()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.Request.Number < 4
            ? exchange.ServeAsync(Video)
            : exchange.ServeAsync(Other, new() { ETag = "\"v2\"" }));

        await fixture.DemandAsync(Other, Four);
    }

    [Fact]
    public async Task An_etag_that_changes_although_if_range_is_ignored_mixes_nothing()
    {
        await using var fixture = new DownloadFixture(async exchange =>
        {
            var file = exchange.Request.Number < 4 ? Video : Other;
            var (from, to) = exchange.Request.Bytes ?? (0, null);
            var end = (int)Math.Min(file.Length, (to ?? file.Length) + 1);
            await exchange.RespondAsync(
                206, "video/mp4", file.AsMemory((int)from, end - (int)from),
                ("ETag", exchange.Request.Number < 4 ? "\"v1\"" : "\"v2\""), ("Content-Range", $"bytes {from}-{end - 1}/{file.Length}"));
        });

        await fixture.DemandAsync(Other, Four);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("W/\"v1\"")]
    public async Task A_piece_that_does_not_say_of_which_version_it_is_is_not_mixed_in(string? etag)
    {
        await using var fixture = new DownloadFixture(exchange => exchange.Request.Number == 1
            ? exchange.ServeAsync(Video)
            : exchange.ServeAsync(Other, new() { ETag = etag, IgnoresIfRange = true }));

        await fixture.DemandAsync(Other, Four);
    }

    [Fact]
    public async Task Servers_that_never_agree_on_the_validator_are_read_over_one_connection()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video, new() { ETag = $"\"v{exchange.Request.Number}\"" }));

        await fixture.DemandAsync(Video, Four);

        fixture.Server.ContentRequests.Count.ShouldBeLessThan(40);
    }

    [Fact]
    public async Task A_server_that_has_no_such_range_is_read_over_one_connection()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.Request.Bytes is { From: >= 2_000_000 }
            ? exchange.HeadAsync(416, ("Content-Length", "0"))
            : exchange.ServeAsync(Video));

        await fixture.DemandAsync(Video, Four);
    }

    [Fact]
    public async Task What_one_connection_left_without_a_strong_validator_is_gone_on_with_by_one()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(
            Video, new() { ETag = null, CutAfter = exchange.Request.Number == 1 ? 1_000_000 : null }));
        await ShouldFail.DownloadAsync(
            VideoTaskErrorReason.Interrupted, () => fixture.DownloadAsync(DownloadFixture.Quick with { MaxFailuresInARow = 1 }));

        var result = await fixture.DemandAsync(Video, Four);

        result.ResumedBytes.ShouldBe(1_000_000);
    }

    [Fact]
    public async Task A_server_that_limits_connections_gets_fewer()
    {
        var open = 0;
        await using var fixture = new DownloadFixture(async exchange =>
        {
            if (Interlocked.Increment(ref open) > 2)
            {
                await exchange.HeadAsync(429, ("Content-Length", "0"));
            }
            else
            {
                await exchange.ServeAsync(Video, new() { Pause = TimeSpan.FromMilliseconds(2), ChunkLength = 256 * 1024 });
            }

            Interlocked.Decrement(ref open);
        });

        await fixture.DemandAsync(Video, Four);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_expired_link_is_renewed_for_all_pieces(bool redirects)
    {
        await using var cdn =
            new FaultServer(exchange => exchange.Request.Number > 5 && exchange.Request.Target.EndsWith("sig=1", StringComparison.Ordinal)
            ? exchange.HeadAsync(403, ("Content-Length", "0"))
            : exchange.ServeAsync(Video));
        await using var fixture = new DownloadFixture(exchange => redirects
            ? exchange.RedirectAsync($"{cdn.Url}/file.mp4?sig={exchange.Request.Number}")
            : exchange.JsonAsync($$"""{"url":"{{cdn.Url}}/file.mp4?sig={{exchange.Request.Number}}"}"""));

        await fixture.DemandAsync(Video, Four);

        fixture.Server.ContentRequests.Count.ShouldBe(2);
        cdn.Requests.ShouldAllBe(request => !request.Text.Contains(DownloadFixture.Key));
    }

    [Fact]
    public async Task What_a_cancelled_download_got_is_not_fetched_again()
    {
        await using var fixture =
            new DownloadFixture(exchange => exchange.ServeAsync(Video, new() { Pause = TimeSpan.FromMilliseconds(5), ChunkLength = 128 * 1024 }));
        using var cancel = new CancellationTokenSource();
        var options =
            Four with { ProgressInterval = TimeSpan.Zero, Progress = new Reporter<VideoDownloadProgress>(
                progress => { if (progress.BytesReceived > 8_000_000) { cancel.Cancel(); } }) };

        await Should.ThrowAsync<OperationCanceledException>(() => fixture.DownloadAsync(options, cancellationToken: cancel.Token));
        fixture.Files.ShouldBe(["out.mp4.part", "out.mp4.part.json"]);
        var single = await fixture.DemandAsync(Video, DownloadFixture.Quick);

        single.ResumedBytes.ShouldBeGreaterThan(4_000_000);
    }

    [Fact]
    public async Task A_truncated_container_is_an_error()
    {
        var cut = Video[..19_000_000];
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(cut));

        await fixture.DemandErrorAsync(VideoTaskErrorReason.ContentInvalid, Four);

        fixture.Files.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_hash_gives_up_when_the_connections_ended_without_the_whole_file()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video));
        using var part = PartFile.Open(fixture.Target, null, Four);

        // Nobody cancels the token: the connections are done, and those who wait for them run after the hash.
        await Should.ThrowAsync<OperationCanceledException>(
            () => ParallelTransfer.HashAsync(part, Task.CompletedTask, 1_000_000, TimeProvider.System, CancellationToken.None)
                .WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
    }
}
