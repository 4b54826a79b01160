using System.Text;

namespace VideoTasks.Tests.Download.Files;

/// <summary>Fault 36: names that are attacks, too long, or taken.</summary>
public sealed class TargetNameTests
{
    private static readonly byte[] Video = DownloadFixture.Mp4();

    [Theory]
    [InlineData("attachment; filename=\"../../x.mp4\"", "x.mp4")]
    [InlineData("attachment; filename=\"/etc/x.mp4\"", "x.mp4")]
    [InlineData("attachment; filename=\"C:\\\\x.mp4\"", "x.mp4")]
    [InlineData("attachment; filename=\"..\"", "video_1.mp4")]
    [InlineData("attachment; filename=\".hidden.mp4\"", "hidden.mp4")]
    [InlineData("attachment; filename=CON", "_CON.mp4")]
    [InlineData("attachment; filename=\"nul.mp4\"", "_nul.mp4")]
    [InlineData("attachment; filename=\"a<b>c:d|e?f*g.mp4\"", "a_b_c_d_e_f_g.mp4")]
    [InlineData("attachment; filename=\"plain.mp4\"; filename*=UTF-8''%E5%8B%95%E7%94%BB%20%C3%A4.mp4", "動画 ä.mp4")]
    [InlineData("attachment; filename*=UTF-8''..%2F..%2Fx.mp4", "x.mp4")]
    [InlineData("attachment; filename*=UTF-8''a%00b.mp4", "a_b.mp4")]
    [InlineData("attachment; filename=\"video 動画.mp4\"", "video 動画.mp4")]
    [InlineData("attachment; filename=noextension", "noextension.mp4")]
    [InlineData("attachment; filename=setup.exe", "setup.mp4")]
    [InlineData("attachment; filename=a.lnk", "a.mp4")]
    [InlineData("attachment; filename=video.mp4.html", "video.mp4")]
    [InlineData("attachment; filename=v1.mp4.part", "v1.mp4")]
    [InlineData("attachment; filename=v1.mp4.part.json~", "v1.mp4")]
    [InlineData("attachment; filename=\"-o.mp4\"", "_o.mp4")]
    [InlineData("attachment; filename=\"--output=x\"", "_-output=x.mp4")]
    [InlineData("attachment; filename=clip.mov", "clip.mp4")]
    [InlineData("attachment; filename=clip.M4V", "clip.M4V")]
    [InlineData("attachment; filename=\"clip 1.5\"", "clip 1.5.mp4")]
    [InlineData("attachment; filename=\"The end. Really\"", "The end. Really.mp4")]
    [InlineData("attachment; filename=con.exe", "_con.mp4")]
    [InlineData("attachment; filename=\"aux .txt\"", "_aux .mp4")]
    [InlineData("attachment; filename=\"COM\u00B9.mp4\"", "_COM\u00B9.mp4")]
    [InlineData("attachment; filename=x.mp4\u202Egnp.exe", "x.mp4_gnp.mp4")]
    [InlineData("attachment; filename=\".part\"", "part.mp4")]
    [InlineData("attachment", "video_1.mp4")]
    [InlineData(null, "video_1.mp4")]
    public async Task A_servers_file_name_stays_in_the_directory_and_is_harmless(string? disposition, string expected)
    {
        await using var fixture = new DownloadFixture(exchange =>
            exchange.ServeAsync(Video, new() { Headers = disposition is null ? [] : [("Content-Disposition", disposition)] }));

        var result = await fixture.DownloadAsync(path: fixture.Folder);

        result.Path.ShouldBe(Path.Combine(fixture.Folder, expected));
        fixture.Files.ShouldBe([expected]);
        fixture.Server.ContentRequests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Downloads_of_several_tasks_with_one_name_each_get_a_file_of_their_own()
    {
        var videos = Enumerable.Range(0, 8).Select(i => DownloadFixture.Mp4(50_000, seed: i)).ToList();
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(
            videos[exchange.Request.Target.Split('/').Select(part => part.Split('_')).First(part => part is ["video", _])[1][0] - '0'],
            new() { Headers = [("Content-Disposition", "attachment; filename=clip.mp4")] }));

        var results = await Task.WhenAll(videos.Select((_, i) => Task.Run(
            () => fixture.Client.DownloadToFileAsync($"video_{i}", fixture.Folder, DownloadFixture.Quick, TestContext.Current.CancellationToken))));

        results.Select(result => result.Path).Distinct().Count().ShouldBe(videos.Count);
        fixture.Files.Count.ShouldBe(videos.Count);
        for (var i = 0; i < videos.Count; i++)
        {
            (await File.ReadAllBytesAsync(results[i].Path!, TestContext.Current.CancellationToken)).ShouldBe(videos[i]);
        }
    }

    [Fact]
    public async Task A_name_of_300_characters_is_shortened_and_keeps_its_extension()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(
            Video, new() { Headers = [
                ("Content-Disposition", $"attachment; filename*=UTF-8''{string.Concat(Enumerable.Repeat("%C3%A4", 300))}.mp4")] }));

        var result = await fixture.DownloadAsync(path: fixture.Folder);

        Path.GetFileName(result.Path!).ShouldEndWith("ä.mp4");
        Encoding.UTF8.GetByteCount(Path.GetFileName(result.Path!)).ShouldBeLessThanOrEqualTo(200);
    }

    [Theory]
    [InlineData(244)]
    [InlineData(245)]
    [InlineData(250)]
    [InlineData(255)]
    public async Task A_name_as_long_as_file_systems_allow_is_resumed_too(int bytes)
    {
        var path = Path.Combine(TestFolder(out var fixture), new string('é', (bytes - 4) / 2) + new string('x', bytes % 2) + ".mp4");
        await using var _ = fixture;
        await ShouldFail.DownloadAsync(
            VideoTaskErrorReason.Interrupted, () => fixture.DownloadAsync(DownloadFixture.Quick with { MaxFailuresInARow = 1 }, path));

        var result = await fixture.DownloadAsync(path: path);

        result.ResumedBytes.ShouldBe(100_000);
        fixture.Files.ShouldBe([Path.GetFileName(path)]);
    }

    [Fact]
    public async Task A_name_that_is_too_long_is_refused_before_any_request()
    {
        var path = Path.Combine(TestFolder(out var fixture), new string('x', 256));
        await using var _ = fixture;

        (await fixture.DemandErrorAsync(VideoTaskErrorReason.InvalidTarget, path: path)).Message.ShouldContain("256 bytes");

        fixture.Server.ContentRequests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_taken_name_in_a_directory_gets_a_number()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video));

        await fixture.DownloadAsync(path: fixture.Folder);
        await fixture.DownloadAsync(path: fixture.Folder);

        fixture.Files.ShouldBe(["video_1 (2).mp4", "video_1.mp4"]);
    }

    private static string TestFolder(out DownloadFixture fixture)
    {
        fixture = new(exchange => exchange.ServeAsync(Video, new() { CutAfter = exchange.Request.Number == 1 ? 100_000 : null }));
        return fixture.Folder;
    }
}
