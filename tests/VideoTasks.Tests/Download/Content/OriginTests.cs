using System.Security.Cryptography;
using VideoTasks.Download.Files;
using VideoTasks.Tests.Download.Files;

namespace VideoTasks.Tests.Download.Content;

/// <summary>Files of one length with one strong validator at several places: nothing but their bytes tells them apart.</summary>
public sealed class OriginTests
{
    private static readonly byte[] Video = DownloadFixture.Mp4(12_000_000);
    private static readonly byte[] Other = DownloadFixture.Mp4(12_000_000, seed: 2);
    private static readonly VideoFileDownloadOptions Once = DownloadFixture.Quick with { MaxFailuresInARow = 1 };

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 20)]
    [InlineData(1, 5_000_000)]
    [InlineData(1, 11_999_999)]
    [InlineData(4, 5_000_000)]
    public async Task A_part_of_one_gateway_is_not_mixed_with_what_another_one_sends(int connections, int cut)
    {
        await using var first = new DownloadFixture(exchange => exchange.ServeAsync(Video, new() { CutAfter = cut }));
        await using var second = new DownloadFixture(exchange => exchange.ServeAsync(Other));
        await ShouldFail.DownloadAsync(VideoTaskErrorReason.Interrupted, () => first.DownloadAsync(Once));

        await DemandAsync(second, first, Other, connections);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task A_part_of_one_gateway_that_is_whole_is_not_taken_for_the_file_of_another_one(int connections)
    {
        await using var first = new DownloadFixture(exchange => exchange.ServeAsync(Video));
        await using var second = new DownloadFixture(exchange => exchange.ServeAsync(Other));
        using (var part = PartFile.Open(first.Target, new("test", DownloadFixture.Id), DownloadFixture.Quick))
        {
            RandomAccess.Write(part.Handle, Video, 0);
            part.Map.Begin(0).Append(Video);
            part.Identity = new("\"v1\"", null, Video.Length, HasStrongDate: false) { UriDigest = EntityValidators.Digest(first.Server.Url) };
            part.Save();
        }

        await DemandAsync(second, first, Other, connections);
    }

    [Fact]
    public async Task A_416_of_another_gateway_does_not_make_a_part_whole()
    {
        await using var first = new DownloadFixture(async exchange =>
        {
            await exchange.HeadAsync(200, ("ETag", "\"v1\""), ("Transfer-Encoding", "chunked"));
            await exchange.RawAsync($"{Video.Length:x}\r\n");
            await exchange.SendAsync(Video);
            await exchange.RawAsync("\r\n");
        });
        await using var second = new DownloadFixture(exchange => exchange.ServeAsync(Other));
        await ShouldFail.DownloadAsync(VideoTaskErrorReason.Interrupted, () => first.DownloadAsync(Once));

        await DemandAsync(second, first, Other, connections: 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task A_mirror_with_the_same_file_goes_on_with_the_part(int connections)
    {
        await using var first = new DownloadFixture(exchange => exchange.ServeAsync(Video, new() { CutAfter = 5_000_000 }));
        await using var second = new DownloadFixture(exchange => exchange.ServeAsync(Video));
        await ShouldFail.DownloadAsync(VideoTaskErrorReason.Interrupted, () => first.DownloadAsync(Once));

        var result = await DemandAsync(second, first, Video, connections);

        result.ResumedBytes.ShouldBe(5_000_000);
        second.Server.ContentRequests.ShouldAllBe(request => request.Bytes != null && request.Bytes.Value.From >= 5_000_000 - (16 * 1024));
    }

    [Theory]
    [InlineData(1, 302, true)]
    [InlineData(1, 307, false)]
    [InlineData(4, 302, true)]
    [InlineData(4, 302, false)]
    public async Task A_redirect_to_another_place_within_one_download_mixes_nothing(int connections, int status, bool isOtherOrigin)
    {
        await using var near = new FaultServer(exchange => exchange.Request switch
        {
            { Target: "/v1/b.mp4" } => exchange.ServeAsync(Other),
            { Number: > 2 } => exchange.HeadAsync(403, ("Content-Length", "0")),
            _ => exchange.ServeAsync(Video, new() { CutAfter = 3_000_000 }),
        });
        await using var far = new FaultServer(exchange => exchange.ServeAsync(Other));
        await using var fixture = new DownloadFixture(exchange => exchange.RedirectAsync(
            exchange.Request.Number == 1 ? $"{near.Url}/a.mp4" : $"{(isOtherOrigin ? far : near).Url}/b.mp4", status));

        await fixture.DemandAsync(Other, DownloadFixture.Quick with { Connections = connections });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task A_place_that_leads_to_another_file_with_each_request_mixes_nothing(int connections)
    {
        await using var cdn = new FaultServer(exchange => exchange.Request.Target switch
        {
            "/v1/a.mp4" => exchange.ServeAsync(Video, new() { CutAfter = 2_000_000 }),
            "/v1/b.mp4" => exchange.ServeAsync(Other, new() { CutAfter = exchange.Request.Number < 20 ? 3_000_000 : null }),
            _ => exchange.RedirectAsync(exchange.Request.Number % 4 == 1 ? "/v1/a.mp4" : "/v1/b.mp4"),
        });
        await using var fixture =
            new DownloadFixture(exchange => exchange.JsonAsync($$"""{"video_url":"{{cdn.Url}}/any.mp4?n={{exchange.Request.Number}}"}"""));

        await DemandOneOfAsync(fixture, connections);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_checkpoint_of_one_gateway_is_not_mixed_with_what_another_one_sends(bool isSame)
    {
        var served = isSame ? Video : Other;
        await using var first = new DownloadFixture(exchange => exchange.ServeAsync(Video, new() { CutAfter = 5_000_000 }));
        await using var second = new DownloadFixture(exchange => exchange.ServeAsync(served));
        using var stream = new MemoryStream();
        var error = await ShouldFail.DownloadAsync(
            VideoTaskErrorReason.Interrupted, () => first.Client.DownloadToAsync(
                DownloadFixture.Id, stream, DownloadFixture.QuickStream with { MaxFailuresInARow = 1 }, TestContext.Current.CancellationToken));
        var checkpoint = VideoDownloadCheckpoint.Parse(error.State!.Checkpoint!.ToString());

        var result = await second.Client.DownloadToAsync(
            DownloadFixture.Id, stream, DownloadFixture.QuickStream with { ResumeFrom = checkpoint }, TestContext.Current.CancellationToken);

        stream.ToArray().AsSpan().SequenceEqual(served).ShouldBeTrue("the bytes differ");
        result.ResumedBytes.ShouldBe(isSame ? 5_000_000 : 0);
        checkpoint.ToString().ShouldNotContain("127.0.0.1");
    }

    [Fact]
    public async Task A_stream_that_is_being_read_is_not_gone_on_with_from_another_place()
    {
        await using var cdn = new FaultServer(exchange => exchange.Request.Number switch
        {
            1 => exchange.ServeAsync(Video, new() { CutAfter = 5_000_000 }),
            2 => exchange.HeadAsync(403, ("Content-Length", "0")),
            _ => exchange.ServeAsync(Other),
        });
        await using var fixture = new DownloadFixture(exchange => exchange.RedirectAsync($"{cdn.Url}/file.mp4?sig={exchange.Request.Number}"));
        await using var content =
            await fixture.Client.OpenContentAsync(DownloadFixture.Id, DownloadFixture.QuickStream, TestContext.Current.CancellationToken);

        await ShouldFail.DownloadAsync(
            VideoTaskErrorReason.ContentChanged, () => content.Stream.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken));
    }

    private static async Task<VideoDownloadResult> DemandAsync(DownloadFixture fixture, DownloadFixture place, byte[] file, int connections)
    {
        var result = await fixture.DownloadAsync(DownloadFixture.Quick with { Connections = connections }, place.Target);
        (await File.ReadAllBytesAsync(place.Target, TestContext.Current.CancellationToken)).AsSpan()
            .SequenceEqual(file)
            .ShouldBeTrue("the bytes differ");
        result.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(file)));
        place.Files.ShouldBe(["out.mp4"]);
        return result;
    }

    private static async Task DemandOneOfAsync(DownloadFixture fixture, int connections)
    {
        try
        {
            await fixture.DownloadAsync(DownloadFixture.Quick with { Connections = connections });
        }
        catch (VideoDownloadException)
        {
            File.Exists(fixture.Target).ShouldBeFalse();
            return;
        }

        var bytes = await File.ReadAllBytesAsync(fixture.Target, TestContext.Current.CancellationToken);
        (bytes.AsSpan().SequenceEqual(Video) || bytes.AsSpan().SequenceEqual(Other)).ShouldBeTrue("the bytes of two files are mixed");
    }
}
