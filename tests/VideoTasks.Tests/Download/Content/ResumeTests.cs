namespace VideoTasks.Tests.Download.Content;

/// <summary>Faults 6 to 13: servers whose answers to a range are no continuation.</summary>
public sealed class ResumeTests
{
    private static readonly byte[] Video = DownloadFixture.Mp4();
    private static readonly byte[] Other = DownloadFixture.Mp4(seed: 2);
    private static readonly byte[] Longer = DownloadFixture.Mp4(320_000, seed: 3);

    [Theory]
    [InlineData("\"v1\"")]
    [InlineData(null)]
    public async Task A_whole_file_in_place_of_a_range_is_read_from_its_beginning(string? etag)
    {
        await using var fixture = new DownloadFixture(exchange =>
            exchange.ServeAsync(
                Video, new() { ETag = etag, IgnoresRange = true, CutAfter = exchange.Request.Number < 3
                    ? 100_000 * exchange.Request.Number
                    : null }));

        await fixture.DemandAsync(Video);

        fixture.Server.ContentRequests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_whole_file_that_breaks_off_earlier_than_the_part_leaves_the_part_as_it_is()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video, exchange.Request.Number switch
        {
            1 => new() { CutAfter = 200_000 },
            2 => new() { CutAfter = 50_000, IgnoresRange = true },
            _ => new(),
        }));

        await fixture.DemandAsync(Video);

        fixture.Server.ContentRequests[2].Range.ShouldBe("bytes=200000-");
    }

    [Fact]
    public async Task A_changed_etag_starts_over_and_mixes_nothing()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.Request.Number == 1
            ? exchange.ServeAsync(Video, new() { CutAfter = 100_000 })
            : exchange.ServeAsync(Other, new() { ETag = "\"v2\"" }));

        await fixture.DemandAsync(Other);

        fixture.Server.ContentRequests[1].IfRange.ShouldBe("\"v1\"");
    }

    [Fact]
    public async Task A_server_that_ignores_if_range_and_sends_a_range_of_a_changed_file_mixes_nothing()
    {
        await using var fixture = new DownloadFixture(async exchange =>
        {
            if (exchange.Request.Number == 1)
            {
                await exchange.ServeAsync(Video, new() { CutAfter = 100_000 });
                return;
            }

            var from = (int)(exchange.Request.Bytes?.From ?? 0);
            var body = Other.AsMemory(from);
            await exchange.RespondAsync(
                from == 0 ? 200 : 206, "video/mp4", body, ("ETag", "\"v2\""), ("Content-Range", $"bytes {from}-{Other.Length - 1}/{Other.Length}"));
        });

        await fixture.DemandAsync(Other);
    }

    [Theory]
    [InlineData("W/\"v1\"")]
    [InlineData(null)]
    public async Task Without_a_strong_validator_the_last_bytes_are_compared(string? etag)
    {
        await using var fixture = new DownloadFixture(exchange =>
            exchange.ServeAsync(Video, new() { ETag = etag, CutAfter = exchange.Request.Number == 1 ? 100_000 : null }));

        await fixture.DemandAsync(Video);

        fixture.Server.ContentRequests[1].IfRange.ShouldBeNull();
        fixture.Server.ContentRequests[1].Bytes!.Value.From.ShouldBeInRange(1, 99_999);
    }

    [Theory]
    [InlineData("W/\"v1\"")]
    [InlineData(null)]
    public async Task Without_a_strong_validator_other_bytes_at_the_seam_start_over(string? etag)
    {
        await using var fixture = new DownloadFixture(exchange => exchange.Request.Number == 1
            ? exchange.ServeAsync(Video, new() { ETag = etag, CutAfter = 100_000 })
            : exchange.ServeAsync(Other, new() { ETag = etag }));

        await fixture.DemandAsync(Other);
    }

    [Fact]
    public async Task Without_a_strong_validator_another_length_starts_over()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.Request.Number == 1
            ? exchange.ServeAsync(Video, new() { ETag = null, CutAfter = 100_000 })
            : exchange.ServeAsync(Longer, new() { ETag = null }));

        await fixture.DemandAsync(Longer);
    }

    [Fact]
    public async Task An_old_date_is_a_validator_and_a_fresh_one_is_none()
    {
        var old = DateTimeOffset.UtcNow.AddDays(-1).ToString("R");
        await using var fixture = new DownloadFixture(exchange =>
            exchange.ServeAsync(Video, new() { ETag = null, LastModified = old, CutAfter = exchange.Request.Number == 1 ? 100_000 : null }));
        var now = DateTimeOffset.UtcNow.ToString("R");
        await using var fresh = new DownloadFixture(exchange =>
            exchange.ServeAsync(Video, new() { ETag = null, LastModified = now, CutAfter = exchange.Request.Number == 1 ? 100_000 : null }));

        await fixture.DemandAsync(Video);
        await fresh.DemandAsync(Video);

        fixture.Server.ContentRequests[1].IfRange.ShouldBe(old);
        fresh.Server.ContentRequests[1].IfRange.ShouldBeNull();
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(null, true)]
    [InlineData("W/\"v1\"", false)]
    [InlineData("W/\"v1\"", true)]
    public async Task A_range_that_does_not_say_of_which_version_it_is_must_fit_the_bytes_before_it(string? etag, bool isChanged)
    {
        var served = isChanged ? Other : Video;
        await using var fixture = new DownloadFixture(exchange => exchange.Request.Number == 1
            ? exchange.ServeAsync(Video, new() { CutAfter = 100_000 })
            : exchange.ServeAsync(served, new() { ETag = etag, IgnoresIfRange = true }));

        await fixture.DemandAsync(served);

        fixture.Server.ContentRequests[2].Range.ShouldBe("bytes=83616-");
    }

    [Fact]
    public async Task A_validator_that_no_request_can_hold_is_none()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(
            Video, new() { ETag = "\"é\"", CutAfter = exchange.Request.Number == 1 ? 100_000 : null }));

        await fixture.DemandAsync(Video);

        fixture.Server.ContentRequests[1].IfRange.ShouldBeNull();
        fixture.Server.ContentRequests[1].Range.ShouldBe("bytes=83616-");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task A_server_that_only_ever_sends_the_beginning_is_given_up_soon(int connections)
    {
        await using var fixture = new DownloadFixture(exchange =>
            exchange.RespondAsync(
                206, "video/mp4", Video.AsMemory(0, 100_000), ("ETag", "\"v1\""), ("Content-Range", $"bytes 0-99999/{Video.Length}")));

        await fixture.DemandErrorAsync(VideoTaskErrorReason.Interrupted, DownloadFixture.Quick with { Connections = connections });

        fixture.Server.ContentRequests.Count.ShouldBeLessThan(20);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task A_server_that_sends_a_byte_for_each_request_is_not_hammered(int connections)
    {
        await using var fixture = new DownloadFixture(exchange =>
        {
            var from = (int)(exchange.Request.Bytes?.From ?? 0);
            return exchange.RespondAsync(
                206, "video/mp4", Video.AsMemory(from, 1), ("ETag", "\"v1\""), ("Content-Range", $"bytes {from}-{from}/{Video.Length}"));
        });

        await fixture.DemandErrorAsync(VideoTaskErrorReason.Interrupted, DownloadFixture.Quick with { Connections = connections });

        fixture.Server.ContentRequests.Count.ShouldBeLessThan(40);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("bytes 99000-299999/300000")]
    [InlineData("bytes 100001-299999/300000")]
    [InlineData("bytes 100000-299999/300001")]
    [InlineData("bytes 100000-199999/200000")]
    [InlineData("bytes 100000-300000/300000")]
    [InlineData("items 100000-299999/300000")]
    [InlineData("bytes nonsense")]
    public async Task A_range_that_lies_about_itself_is_never_appended(string? contentRange)
    {
        await using var fixture = new DownloadFixture(exchange => exchange.Request.Range is null
            ? exchange.ServeAsync(Video, new() { CutAfter = exchange.Request.Number == 1 ? 100_000 : null })
            : exchange.RespondAsync(206, "video/mp4", Other.AsMemory(100_000), contentRange is null ? [] : [("Content-Range", contentRange)]));

        await fixture.DemandAsync(Video);
    }

    [Fact]
    public async Task A_multipart_range_is_never_appended()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.Request.Range is null
            ? exchange.ServeAsync(Video, new() { CutAfter = exchange.Request.Number == 1 ? 100_000 : null })
            : exchange.RespondAsync(206, "multipart/byteranges; boundary=x", Other.AsMemory(100_000)));

        await fixture.DemandAsync(Video);
    }

    [Fact]
    public async Task A_416_that_names_our_length_means_complete()
    {
        // The length was announced too large: what was received is all there is.
        await using var fixture = new DownloadFixture(exchange =>
            exchange.ServeAsync(Video, new() { ClaimedLength = exchange.Request.Range is null ? Video.Length + 10 : null }));

        await fixture.DemandAsync(Video);

        fixture.Server.ContentRequests.Last().Range.ShouldBe($"bytes={Video.Length}-");
    }

    [Theory]
    [InlineData("bytes */50000")]
    [InlineData("bytes */100000")]
    [InlineData(null)]
    public async Task Any_other_416_starts_over_once(string? contentRange)
    {
        await using var fixture = new DownloadFixture(exchange => exchange.Request.Range is null
            ? exchange.ServeAsync(Video, new() { CutAfter = exchange.Request.Number == 1 ? 100_000 : null })
            : exchange.HeadAsync(416, contentRange is null ? [("Content-Length", "0")] : [("Content-Length", "0"), ("Content-Range", contentRange)]));

        await fixture.DemandAsync(Video);

        fixture.Server.ContentRequests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_server_that_sends_shorter_ranges_than_asked_for_is_read_to_the_end()
    {
        await using var fixture = new DownloadFixture(async exchange =>
        {
            if (exchange.Request.Bytes is not { } range)
            {
                await exchange.ServeAsync(Video, new() { CutAfter = 100_000 });
                return;
            }

            var from = (int)range.From;
            var count = Math.Min(70_000, Video.Length - from);
            await exchange.RespondAsync(
                206,
                "video/mp4",
                Video.AsMemory(from, count),
                ("ETag", "\"v1\""),
                ("Content-Range", $"bytes {from}-{from + count - 1}/{Video.Length}"));
        });

        await fixture.DemandAsync(Video);
    }
}
