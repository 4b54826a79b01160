using System.Text;
using VideoTasks.Download;

namespace VideoTasks.Tests.Download;

/// <summary>Faults 32, 35, 36 and 39: targets that can't be written, parts that were tampered with, names that are attacks, cancellation.</summary>
public sealed class TargetTests
{
    private static readonly byte[] Video = DownloadFixture.Mp4();

    [Theory]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead)]
    public async Task A_file_that_is_replaced_leaves_its_permissions_to_the_new_one(UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video));
        await File.WriteAllTextAsync(fixture.Target, "old", TestContext.Current.CancellationToken);
        File.SetUnixFileMode(fixture.Target, mode);

        await fixture.DemandAsync(Video);

        File.GetUnixFileMode(fixture.Target).ShouldBe(mode);
    }

    [Fact]
    public async Task A_missing_directory_is_an_error_before_any_request()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video));

        await fixture.DemandErrorAsync<VideoTargetException>(path: Path.Combine(fixture.Folder, "missing", "out.mp4"));
        await fixture.DemandErrorAsync<VideoTargetException>(path: Path.Combine(fixture.Folder, "missing") + Path.DirectorySeparatorChar);

        fixture.Server.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/proc/out.mp4")]
    [InlineData("/dev/null/out.mp4")]
    public async Task An_unwritable_directory_is_an_error_before_any_request(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            path = "Z:\\missing\\out.mp4";
        }

        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video));

        await fixture.DemandErrorAsync<VideoTargetException>(path: path);

        fixture.Server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_directory_as_the_part_file_is_an_error()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video));
        Directory.CreateDirectory(fixture.Target + ".part");

        await fixture.DemandErrorAsync<VideoTargetException>();
    }

    [Fact]
    public async Task An_existing_file_is_replaced_at_the_end_or_not_at_all()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video, new() { CutAfter = exchange.Request.Number <= 2 ? 0 : null }));
        await File.WriteAllTextAsync(fixture.Target, "old", TestContext.Current.CancellationToken);

        await Should.ThrowAsync<VideoDownloadInterruptedException>(() => fixture.DownloadAsync(DownloadFixture.Quick with { MaxAttempts = 2 }));
        (await File.ReadAllTextAsync(fixture.Target, TestContext.Current.CancellationToken)).ShouldBe("old");
        await Should.ThrowAsync<VideoTargetException>(() => fixture.DownloadAsync(DownloadFixture.Quick with { Overwrite = false }));
        (await File.ReadAllTextAsync(fixture.Target, TestContext.Current.CancellationToken)).ShouldBe("old");
        await fixture.DemandAsync(Video);
    }

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
            Video, new() { Headers = [("Content-Disposition", $"attachment; filename*=UTF-8''{string.Concat(Enumerable.Repeat("%C3%A4", 300))}.mp4")] }));

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
        await Should.ThrowAsync<VideoDownloadInterruptedException>(() => fixture.DownloadAsync(DownloadFixture.Quick with { MaxAttempts = 1 }, path));

        var result = await fixture.DownloadAsync(path: path);

        result.ResumedBytes.ShouldBe(100_000);
        fixture.Files.ShouldBe([Path.GetFileName(path)]);
    }

    [Fact]
    public async Task A_name_that_is_too_long_is_refused_before_any_request()
    {
        var path = Path.Combine(TestFolder(out var fixture), new string('x', 256));
        await using var _ = fixture;

        (await fixture.DemandErrorAsync<VideoTargetException>(path: path)).Message.ShouldContain("256 bytes");

        fixture.Server.ContentRequests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_part_that_somebody_takes_away_meanwhile_is_an_error_and_theirs_is_left_alone(bool isReplaced)
    {
        DownloadFixture fixture = null!;
        await using var _ = fixture = new DownloadFixture(async exchange =>
        {
            await exchange.HeadAsync(200, ("ETag", "\"v1\""), ("Content-Length", $"{Video.Length}"));
            await exchange.SendAsync(Video.AsMemory(0, 100_000));
            File.Delete(fixture.Target + ".part");
            if (isReplaced)
            {
                await File.WriteAllTextAsync(fixture.Target + ".part", "theirs", TestContext.Current.CancellationToken);
            }

            await exchange.SendAsync(Video.AsMemory(100_000));
        });

        await fixture.DemandErrorAsync<VideoTargetException>();

        fixture.Files.ShouldBe(isReplaced ? ["out.mp4.part"] : []);
    }

    [Fact]
    public async Task A_taken_name_in_a_directory_gets_a_number()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video));

        await fixture.DownloadAsync(path: fixture.Folder);
        await fixture.DownloadAsync(path: fixture.Folder);

        fixture.Files.ShouldBe(["video_1 (2).mp4", "video_1.mp4"]);
    }

    [Fact]
    public async Task A_part_in_a_directory_is_gone_on_with()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video, new() { CutAfter = exchange.Request.Number == 1 ? 100_000 : null }));

        await Should.ThrowAsync<VideoDownloadInterruptedException>(() => fixture.DownloadAsync(DownloadFixture.Quick with { MaxAttempts = 1 }, fixture.Folder));
        var result = await fixture.DownloadAsync(path: fixture.Folder);

        result.ResumedBytes.ShouldBe(100_000);
        fixture.Files.ShouldBe(["video_1.mp4"]);
        (await File.ReadAllBytesAsync(result.Path!, TestContext.Current.CancellationToken)).ShouldBe(Video);
    }

    [Theory]
    [InlineData("edited", 0)]
    [InlineData("truncated", 0)]
    [InlineData("extended", 150_000)]
    [InlineData("replaced", 0)]
    [InlineData("deleted", 0)]
    [InlineData("sidecar deleted", 0)]
    [InlineData("sidecar broken", 0)]
    [InlineData("sidecar of nothing", 0)]
    [InlineData("sidecar half written", 150_000)]
    [InlineData("of another task", 0)]
    [InlineData("nothing", 150_000)]
    public async Task A_part_that_was_tampered_with_never_gets_into_the_file(string tampering, long resumed)
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video, new() { CutAfter = exchange.Request.Number == 1 ? 150_000 : null }));
        await Should.ThrowAsync<VideoDownloadInterruptedException>(() => fixture.DownloadAsync(DownloadFixture.Quick with { MaxAttempts = 1 }));
        Tamper(tampering, fixture.Target + ".part");

        var result = await fixture.DemandAsync(Video);

        result.ResumedBytes.ShouldBe(resumed);
    }

    [Fact]
    public async Task A_part_of_a_file_that_changed_at_the_server_starts_over()
    {
        var other = DownloadFixture.Mp4(seed: 9);
        await using var fixture = new DownloadFixture(exchange => exchange.Request.Number == 1
            ? exchange.ServeAsync(Video, new() { CutAfter = 150_000 })
            : exchange.ServeAsync(other, new() { ETag = "\"v2\"" }));
        await Should.ThrowAsync<VideoDownloadInterruptedException>(() => fixture.DownloadAsync(DownloadFixture.Quick with { MaxAttempts = 1 }));

        (await fixture.DemandAsync(other)).ResumedBytes.ShouldBe(0);
    }

    [Fact]
    public async Task A_part_that_is_whole_already_is_only_confirmed()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video));
        using (var part = PartFile.Open(fixture.Target, new(fixture.Client.Vendor.Name, DownloadFixture.Id), DownloadFixture.Quick))
        {
            RandomAccess.Write(part.Handle, Video, 0);
            part.Map.Begin(0).Append(Video);
            part.Identity = new("\"v1\"", null, Video.Length, HasStrongDate: false);
            part.Save();
        }

        var result = await fixture.DemandAsync(Video);

        result.ResumedBytes.ShouldBe(Video.Length);
        fixture.Server.ContentRequests.Single().Range.ShouldBe($"bytes={Video.Length - 1}-");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cancelled_download_leaves_what_was_asked_for(bool keep)
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video, new() { CutAfter = 150_000, ThenStall = true }));
        using var cancel = new CancellationTokenSource();
        var options = DownloadFixture.Quick with
        {
            KeepPartial = keep,
            ProgressInterval = TimeSpan.Zero,
            Progress = new Reporter(progress => { if (progress.BytesReceived >= 150_000) { cancel.Cancel(); } }),
        };

        await Should.ThrowAsync<OperationCanceledException>(() => fixture.DownloadAsync(options, cancellationToken: cancel.Token));

        fixture.Files.ShouldBe(keep ? ["out.mp4.part", "out.mp4.part.json"] : []);
    }

    [Fact]
    public async Task A_download_that_was_cancelled_before_it_began_leaves_nothing()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video));

        await Should.ThrowAsync<OperationCanceledException>(() => fixture.DownloadAsync(cancellationToken: new CancellationToken(canceled: true)));

        fixture.Files.ShouldBeEmpty();
    }

    private static string TestFolder(out DownloadFixture fixture)
    {
        fixture = new(exchange => exchange.ServeAsync(Video, new() { CutAfter = exchange.Request.Number == 1 ? 100_000 : null }));
        return fixture.Folder;
    }

    private static void Tamper(string tampering, string part)
    {
        switch (tampering)
        {
            case "edited":
                using (var file = File.OpenWrite(part))
                {
                    file.Position = 70_000;
                    file.WriteByte(0x55);
                    file.WriteByte(0xAA);
                }

                break;
            case "truncated":
                using (var file = File.OpenWrite(part))
                {
                    file.SetLength(120_000);
                }

                break;
            case "extended":
                File.AppendAllText(part, new string('x', 500_000));
                break;
            case "replaced":
                File.WriteAllBytes(part, DownloadFixture.Mp4(seed: 77));
                break;
            case "deleted":
                File.Delete(part);
                break;
            case "sidecar deleted":
                File.Delete(part + ".json");
                break;
            case "sidecar broken":
                File.WriteAllText(part + ".json", "{\"format\":1,\"blocks\":[{\"from\":0,");
                break;
            case "sidecar of nothing":
                File.WriteAllText(part + ".json", """{"format":1,"task":"test/video_1","identity":null,"isIndirect":false,"blocks":[null]}""");
                break;
            case "sidecar half written":
                File.WriteAllText(part + ".json~", "{");
                break;
            case "of another task":
                File.WriteAllText(part + ".json", File.ReadAllText(part + ".json").Replace("test/video_1", "test/video_2", StringComparison.Ordinal));
                break;
        }
    }

    private sealed class Reporter(Action<DownloadProgress> report) : IProgress<DownloadProgress>
    {
        public void Report(DownloadProgress value) => report(value);
    }
}
