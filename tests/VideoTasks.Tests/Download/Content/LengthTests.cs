using System.IO.Compression;
using VideoTasks.Tests.Download.Formats;

namespace VideoTasks.Tests.Download.Content;

/// <summary>Faults 14 to 18, 23 and 30: lengths that are wrong or missing, encodings, empty and endless bodies.</summary>
public sealed class LengthTests
{
    private static readonly byte[] Video = DownloadFixture.Mp4();

    [Fact]
    public async Task A_length_that_is_too_large_on_a_server_without_ranges_is_an_error()
    {
        await using var fixture =
            new DownloadFixture(exchange => exchange.ServeAsync(Video, new() { IgnoresRange = true, ClaimedLength = Video.Length + 100 }));

        await fixture.DemandErrorAsync(VideoTaskErrorReason.Interrupted);
    }

    [Fact]
    public async Task A_203_of_a_proxy_is_content()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.RespondAsync(203, "video/mp4", Video));

        await fixture.DemandAsync(Video);
    }

    [Fact]
    public async Task A_length_that_is_too_small_is_an_error_and_nothing_is_kept()
    {
        await using var fixture =
            new DownloadFixture(exchange => exchange.ServeAsync(Video, new() { IgnoresRange = true, ClaimedLength = Video.Length - 1_000 }));

        var error = await fixture.DemandErrorAsync(VideoTaskErrorReason.ContentInvalid);

        error.State!.BytesKept.ShouldBe(0);
        fixture.Files.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\"v1\"", "mp4")]
    [InlineData(null, "mp4")]
    [InlineData("\"v1\"", "webm")]
    public async Task A_length_that_is_too_small_is_made_up_for_where_ranges_tell_the_true_one(string? etag, string container)
    {
        var video = container == "mp4" ? Video : ContainerTests.WebM(Video.Length);
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(
            video, new() { ETag = etag, MediaType = "video/" + container, ClaimedLength = exchange.Request.Number == 1
                ? video.Length - 1_000
                : null }));

        var result = await fixture.DemandAsync(video);

        result.Container.ShouldBe(container);
        result.ResumedBytes.ShouldBe(0);
        fixture.Server.ContentRequests.Count.ShouldBe(2);
        fixture.Server.ContentRequests[1].Range.ShouldBe($"bytes={video.Length - 1_000 - (16 * 1024)}-");
        fixture.Server.ContentRequests[1].IfRange.ShouldBe(etag);
    }

    [Fact]
    public async Task A_length_that_is_too_small_is_made_up_for_in_a_stream()
    {
        await using var fixture =
            new DownloadFixture(exchange => exchange.ServeAsync(Video, new() { ClaimedLength = exchange.Request.Number == 1 ? 200_000 : null }));
        using var written = new MemoryStream();
        await using var content =
            await fixture.Client.OpenContentAsync(DownloadFixture.Id, DownloadFixture.QuickStream, TestContext.Current.CancellationToken);

        await content.Stream.CopyToAsync(written, TestContext.Current.CancellationToken);

        written.ToArray().ShouldBe(Video);
    }

    [Theory]
    [InlineData("changed")]
    [InlineData("416")]
    [InlineData("416 of unknown length")]
    [InlineData("403")]
    public async Task A_length_that_is_too_small_is_an_error_where_nothing_proves_what_follows(string answer)
    {
        var other = DownloadFixture.Mp4(seed: 4);
        await using var fixture = new DownloadFixture(exchange => exchange.Request.Range is null
            ? exchange.ServeAsync(Video, new() { ETag = null, ClaimedLength = Video.Length - 1_000 })
            : answer switch
            {
                "changed" => exchange.ServeAsync(other, new() { ETag = null }),
                "416" => exchange.HeadAsync(416, ("Content-Range", $"bytes */{Video.Length - 1_000}"), ("Content-Length", "0")),
                "403" => exchange.JsonAsync("""{"error":{"message":"no ranges for you"}}""", 403),
                _ => exchange.HeadAsync(416, ("Content-Length", "0")),
            });

        var error = await fixture.DemandErrorAsync(VideoTaskErrorReason.ContentInvalid);

        error.Message.ShouldContain("moov");
        fixture.Files.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_chunked_body_is_whole_when_its_last_chunk_came()
    {
        await using var fixture = new DownloadFixture(exchange => ChunkedAsync(exchange, Video, isEnded: true));

        var result = await fixture.DemandAsync(Video);

        result.IsLengthVerified.ShouldBeFalse();
        result.Container.ShouldBe("mp4");
    }

    [Fact]
    public async Task A_chunked_body_that_is_cut_is_taken_up()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.Request.Number == 1
            ? ChunkedAsync(exchange, Video[..100_000], isEnded: false)
            : exchange.ServeAsync(Video));

        await fixture.DemandAsync(Video);
    }

    [Theory]
    [InlineData("\"v1\"")]
    [InlineData(null)]
    public async Task A_body_that_ends_with_its_connection_is_a_cut_unless_the_container_is_whole(string? etag)
    {
        await using var fixture = new DownloadFixture(async exchange =>
        {
            var body = exchange.Request.Number == 1 ? Video.AsMemory(0, 100_000) : Video;
            var from = exchange.Request.Bytes?.From ?? 0;
            if (from > 0)
            {
                await exchange.ServeAsync(Video, new() { ETag = etag });
                return;
            }

            await exchange.HeadAsync(200, etag is null ? [("Content-Type", "video/mp4")] : [("Content-Type", "video/mp4"), ("ETag", etag)]);
            await exchange.SendAsync(body);
        });

        await fixture.DemandAsync(Video);

        fixture.Server.ContentRequests.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task An_encoded_body_is_decoded_and_not_resumed_in_the_middle(string encoding)
    {
        using var encoded = new MemoryStream();
        await using (Stream encoder = encoding switch
        {
            "gzip" => new GZipStream(encoded, CompressionLevel.Fastest, leaveOpen: true),
            "br" => new BrotliStream(encoded, CompressionLevel.Fastest, leaveOpen: true),
            _ => new ZLibStream(encoded, CompressionLevel.Fastest, leaveOpen: true),
        })
        {
            await encoder.WriteAsync(Video, TestContext.Current.CancellationToken);
        }

        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(
            encoded.ToArray(), new() { IgnoresRange = true, Headers = [("Content-Encoding", encoding)], CutAfter = exchange.Request.Number == 1
                ? 100_000
                : null }));

        var result = await fixture.DemandAsync(Video);

        result.Attempts.ShouldBe(2);
        fixture.Server.ContentRequests[0].Headers["Accept-Encoding"].ShouldBe("identity");
    }

    [Fact]
    public async Task A_label_of_an_encoding_that_the_body_does_not_have_is_ignored()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video, new() { Headers = [("Content-Encoding", "gzip")] }));

        await fixture.DemandAsync(Video);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(204)]
    public async Task An_empty_body_is_an_error_and_nothing_is_written(int status)
    {
        await using var fixture = new DownloadFixture(exchange => exchange.HeadAsync(status, ("Content-Length", "0"), ("Content-Type", "video/mp4")));

        await fixture.DemandErrorAsync(VideoTaskErrorReason.ContentInvalid);

        fixture.Files.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_announced_length_above_the_limit_is_refused_before_the_body()
    {
        await using var fixture =
            new DownloadFixture(exchange => exchange.ServeAsync(Video, new() { ClaimedLength = 3_000_000_000, ThenStall = true }));

        var error = await fixture.DemandErrorAsync(VideoTaskErrorReason.ContentTooLarge, DownloadFixture.Quick with { MaxBytes = 100_000_000 });

        error.Message.ShouldContain("100,000,000");
        fixture.Files.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_endless_body_is_given_up_at_the_limit()
    {
        await using var fixture = new DownloadFixture(async exchange =>
        {
            await exchange.HeadAsync(200, ("Content-Type", "video/mp4"));
            while (true)
            {
                await exchange.SendAsync(Video);
            }
        });

        await fixture.DemandErrorAsync(VideoTaskErrorReason.ContentTooLarge, DownloadFixture.Quick with { MaxBytes = 2_000_000 });

        fixture.Files.ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_hash_than_the_expected_one_is_an_error_and_nothing_is_kept()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video));

        await fixture.DemandErrorAsync(VideoTaskErrorReason.ContentInvalid, DownloadFixture.Quick with { ExpectedSha256 = new string('0', 64) });

        fixture.Files.ShouldBeEmpty();
    }

    private static async Task ChunkedAsync(FaultExchange exchange, byte[] body, bool isEnded)
    {
        await exchange.HeadAsync(200, ("Content-Type", "video/mp4"), ("Transfer-Encoding", "chunked"), ("ETag", "\"v1\""));
        foreach (var chunk in body.Chunk(50_000))
        {
            await exchange.RawAsync($"{chunk.Length:x}\r\n");
            await exchange.SendAsync(chunk);
            await exchange.RawAsync("\r\n");
        }

        if (isEnded)
        {
            await exchange.RawAsync("0\r\n\r\n");
        }
    }
}
