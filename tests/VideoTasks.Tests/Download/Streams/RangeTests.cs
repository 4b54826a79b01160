using System.Net.Http.Headers;

namespace VideoTasks.Tests.Download.Streams;

/// <summary>Opened content of a range only, as a player asks for it.</summary>
public sealed class RangeTests
{
    private static readonly byte[] Video = DownloadFixture.Mp4(3_000_000);
    private static readonly byte[] Other = DownloadFixture.Mp4(3_000_000, seed: 2);

    public static TheoryData<long?, long?, int, int> Ranges { get; } = new()
    {
        { 1_000_000, null, 1_000_000, 3_000_000 },
        { 1_000_000, 1_999_999, 1_000_000, 2_000_000 },
        { 0, 0, 0, 1 },
        { 0, 99_999, 0, 100_000 },
        { 2_999_999, 9_999_999, 2_999_999, 3_000_000 },
        { null, 500, 2_999_500, 3_000_000 },
        { null, 9_000_000, 0, 3_000_000 },
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Ranges))]
    public async Task A_range_is_the_bytes_of_it_and_says_of_what(long? from, long? to, int start, int end)
    {
        foreach (var ignoresRange in (bool[])[false, true])
        {
            await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video, new() { IgnoresRange = ignoresRange }));

            await using var content = await OpenAsync(fixture, new(from, to));

            (content.Offset, content.Length, content.TotalLength).ShouldBe((start, end - start, Video.Length));
            (content.ETag, content.MediaType, content.Stream.Length).ShouldBe(("\"v1\"", "video/mp4", end - start));
            await DemandAsync(content, start, end);
            content.GetCheckpoint().ShouldBeNull();
            if (!ignoresRange && start > 0)
            {
                fixture.Server.ContentRequests[^1].Range.ShouldStartWith($"bytes={start}-");
            }
        }
    }

    [Theory]
    [InlineData("\"v1\"", false)]
    [InlineData(null, false)]
    [InlineData("\"v1\"", true)]
    [InlineData(null, true)]
    public async Task A_cut_within_a_range_is_not_noticed(string? etag, bool ignoresRange)
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(
            Video, new() { ETag = etag, IgnoresRange = ignoresRange, CutAfter = exchange.Request.Number < 5
                ? 400_000 * exchange.Request.Number
                : null }));

        await using var content = await OpenAsync(fixture, new(700_000, 2_499_999));

        await DemandAsync(content, 700_000, 2_500_000);
        fixture.Server.ContentRequests.Count.ShouldBeGreaterThan(2);
    }

    [Theory]
    [InlineData("\"v1\"", false)]
    [InlineData(null, false)]
    [InlineData("\"v1\"", true)]
    [InlineData(null, true)]
    public async Task A_server_that_stops_serving_ranges_is_read_up_to_the_same_byte(string? etag, bool changes)
    {
        await using var fixture = new DownloadFixture(exchange => exchange.Request.Number == 1
            ? exchange.ServeAsync(Video, new() { ETag = etag, CutAfter = 400_000 })
            : exchange.ServeAsync(changes ? Other : Video, new() { ETag = changes && etag is not null ? "\"v2\"" : etag, IgnoresRange = true }));

        await using var content = await OpenAsync(fixture, new(700_000, null));

        if (changes)
        {
            await ShouldFail.DownloadAsync(VideoTaskErrorReason.ContentChanged, () => content.Stream.CopyToAsync(Stream.Null, Token));
        }
        else
        {
            await DemandAsync(content, 700_000, Video.Length);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_range_behind_the_end_is_empty_and_says_how_long_the_video_is(bool ignoresRange)
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video, new() { IgnoresRange = ignoresRange }));

        await using var content = await OpenAsync(fixture, new(3_000_000, null));

        (content.Length, content.TotalLength, content.ETag).ShouldBe((0, Video.Length, "\"v1\""));
        (await content.Stream.ReadAsync(new byte[10], Token)).ShouldBe(0);
    }

    [Theory]
    [InlineData("application/octet-stream")]
    [InlineData(null)]
    public async Task The_first_bytes_tell_the_type_that_the_server_does_not(string? mediaType)
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video, new() { MediaType = mediaType }));

        await using var content = await OpenAsync(fixture, new(1_000_000, null));

        (content.MediaType, content.Container).ShouldBe(("video/mp4", "mp4"));
        await DemandAsync(content, 1_000_000, Video.Length);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_range_is_of_the_file_that_the_vendor_names(bool servesRangesOfJson)
    {
        await using var cdn = new FaultServer(exchange => exchange.ServeAsync(Video));
        await using var fixture = new DownloadFixture(exchange => servesRangesOfJson
            ? exchange.ServeAsync(
                System.Text.Encoding.UTF8.GetBytes($$"""{"video_url":"{{cdn.Url}}/file.mp4"}"""), new() { MediaType = "application/json" })
            : exchange.JsonAsync($$"""{"video_url":"{{cdn.Url}}/file.mp4"}"""));

        await using var content = await OpenAsync(fixture, new(10, 1_999_999));

        await DemandAsync(content, 10, 2_000_000);
        cdn.Requests.Single().Range.ShouldBe("bytes=10-1999999");
    }

    [Fact]
    public async Task A_range_is_for_opened_content_only()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video));
        var range = new RangeItemHeaderValue(1, 2);

        await Should.ThrowAsync<ArgumentException>(() => fixture.DownloadAsync(DownloadFixture.Quick with { Range = range }));
        await Should.ThrowAsync<ArgumentException>(() => fixture.Client.DownloadToAsync(
            DownloadFixture.Id, new MemoryStream(), new() { Range = range }, Token));
        await Should.ThrowAsync<ArgumentException>(() => fixture.Client.OpenContentAsync(
            DownloadFixture.Id, new() { Range = range, ExpectedSha256 = new('0', 64) }, Token));
        fixture.Server.Requests.ShouldBeEmpty();
    }

    private static Task<VideoContent> OpenAsync(DownloadFixture fixture, RangeItemHeaderValue range) =>
        fixture.Client.OpenContentAsync(DownloadFixture.Id, DownloadFixture.QuickStream with { Range = range }, Token);

    private static async Task DemandAsync(VideoContent content, int start, int end)
    {
        using var read = new MemoryStream();
        await content.Stream.CopyToAsync(read, Token);
        read.ToArray().AsSpan().SequenceEqual(Video.AsSpan(start, end - start)).ShouldBeTrue("the bytes differ");
    }
}
