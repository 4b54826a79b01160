using VideoTasks.Download.Files;

namespace VideoTasks.Tests.Download.Files;

/// <summary>Fault 35: parts that were tampered with, taken away or whole already.</summary>
public sealed class PartFileTests
{
    private static readonly byte[] Video = DownloadFixture.Mp4();

    [Theory]
    [InlineData(".part.json~")]
    [InlineData(".part.json")]
    public async Task A_link_in_the_place_of_a_side_file_leads_nowhere(string suffix)
    {
        await using var fixture =
            new DownloadFixture(exchange => exchange.ServeAsync(Video, new() { CutAfter = exchange.Request.Number == 1 ? 150_000 : null }));
        var elsewhere = Path.Combine(fixture.Folder, "elsewhere.txt");
        await File.WriteAllTextAsync(elsewhere, "theirs", TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(fixture.Target + suffix, elsewhere);

        await ShouldFail.DownloadAsync(
            VideoTaskErrorReason.Interrupted, () => fixture.DownloadAsync(DownloadFixture.Quick with { MaxFailuresInARow = 1 }));
        var result = await fixture.DownloadAsync();

        (await File.ReadAllTextAsync(elsewhere, TestContext.Current.CancellationToken)).ShouldBe("theirs");
        result.ResumedBytes.ShouldBe(150_000);
        fixture.Files.ShouldBe(["elsewhere.txt", "out.mp4"]);
    }

    [Theory]
    [InlineData(".part.json~", false)]
    [InlineData(".part.json~", true)]
    [InlineData(".part.json", true)]
    [InlineData(".part.json", false)]
    public async Task A_pipe_in_the_place_of_a_side_file_holds_nobody_up(string suffix, bool isLinked)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video));
        var pipe = isLinked ? Path.Combine(fixture.Folder, "pipe") : fixture.Target + suffix;
        using (var mkfifo = System.Diagnostics.Process.Start("mkfifo", [pipe]))
        {
            await mkfifo.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        if (isLinked)
        {
            File.CreateSymbolicLink(fixture.Target + suffix, pipe);
        }

        await fixture.DownloadAsync().WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        fixture.Files.ShouldBe(isLinked ? ["out.mp4", "pipe"] : ["out.mp4"]);
    }

    [Theory]
    [InlineData(".part")]
    [InlineData(".part.json")]
    [InlineData(".part.json~")]
    public async Task A_directory_in_the_place_of_a_side_file_is_an_error_before_any_request(string suffix)
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video));
        Directory.CreateDirectory(fixture.Target + suffix);

        (await fixture.DemandErrorAsync(VideoTaskErrorReason.InvalidTarget)).Message.ShouldContain("out.mp4" + suffix);

        fixture.Server.ContentRequests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_directory_that_comes_in_the_place_of_a_side_file_meanwhile_costs_no_finished_video()
    {
        DownloadFixture fixture = null!;
        await using var _ = fixture = new DownloadFixture(async exchange =>
        {
            await exchange.HeadAsync(200, ("ETag", "\"v1\""), ("Content-Length", $"{Video.Length}"));
            await exchange.SendAsync(Video.AsMemory(0, 100_000));
            while (!File.Exists(fixture.Target + ".part.json"))
            {
                await Task.Delay(5, TestContext.Current.CancellationToken);
            }

            Directory.CreateDirectory(fixture.Target + ".part.json~");
            await exchange.SendAsync(Video.AsMemory(100_000));
        });

        var result = await fixture.DownloadAsync();

        (await File.ReadAllBytesAsync(result.Path!, TestContext.Current.CancellationToken)).ShouldBe(Video);
    }

    [Fact]
    public void Who_loses_a_race_for_a_part_is_told_that_it_is_taken_and_nothing_else()
    {
        var folder = Directory.CreateTempSubdirectory("videotasks-race-").FullName;
        try
        {
            var target = Path.Combine(folder, "clip.mp4");
            var (taken, busy) = (0, 0);

            // Whoever has the part makes it the video at once: between an attempt that fails and a look at why, it has another name.
            Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ =>
            {
                for (var round = 0; round < 2_000; round++)
                {
                    using var part = PartFile.TryOpen(target, null, DownloadFixture.Quick);
                    if (part is null)
                    {
                        Interlocked.Increment(ref busy);
                        continue;
                    }

                    part.Complete(0, target, DownloadFixture.Quick);
                    Interlocked.Increment(ref taken);
                }
            });

            taken.ShouldBeGreaterThan(0);
            busy.ShouldBeGreaterThan(0);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
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

        await fixture.DemandErrorAsync(VideoTaskErrorReason.InvalidTarget);

        fixture.Files.ShouldBe(isReplaced ? ["out.mp4.part"] : []);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task A_length_that_is_only_announced_takes_no_room_on_the_disk(int connections)
    {
        const long announced = 1_500_000_000;
        await using var fixture = new DownloadFixture(async exchange =>
        {
            if (exchange.Request.Number > 1)
            {
                await exchange.HeadAsync(503, ("Content-Length", "0"));
                return;
            }

            var to = exchange.Request.Bytes?.To;
            await exchange.HeadAsync(
                to is null
                    ? 200
                    : 206, ("ETag", "\"v1\""), ("Content-Length", $"{(to + 1) ?? announced}"), ("Content-Range", $"bytes 0-{to}/{announced}"));
            await exchange.SendAsync(Video.AsMemory(0, 2_000));
        });

        await fixture.DemandErrorAsync(VideoTaskErrorReason.Unavailable, DownloadFixture.Quick with { Connections = connections });

        (await BlocksOfAsync(fixture.Target + ".part")).ShouldBeLessThan(64 * 1024);
        new FileInfo(fixture.Target + ".part").Length.ShouldBe(2_000);
    }

    private static async Task<long> BlocksOfAsync(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return 0;
        }

        using var du =
            System.Diagnostics.Process.Start(
                new System.Diagnostics.ProcessStartInfo("du", ["-k", path]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = await du.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await du.WaitForExitAsync(TestContext.Current.CancellationToken);
        return long.Parse(output.Split('\t')[0], System.Globalization.CultureInfo.InvariantCulture) * 1024;
    }

    [Fact]
    public async Task A_part_in_a_directory_is_gone_on_with()
    {
        await using var fixture =
            new DownloadFixture(exchange => exchange.ServeAsync(Video, new() { CutAfter = exchange.Request.Number == 1 ? 100_000 : null }));

        await ShouldFail.DownloadAsync(
            VideoTaskErrorReason.Interrupted, () => fixture.DownloadAsync(DownloadFixture.Quick with { MaxFailuresInARow = 1 }, fixture.Folder));
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
        await using var fixture =
            new DownloadFixture(exchange => exchange.ServeAsync(Video, new() { CutAfter = exchange.Request.Number == 1 ? 150_000 : null }));
        await ShouldFail.DownloadAsync(
            VideoTaskErrorReason.Interrupted, () => fixture.DownloadAsync(DownloadFixture.Quick with { MaxFailuresInARow = 1 }));
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
        await ShouldFail.DownloadAsync(
            VideoTaskErrorReason.Interrupted, () => fixture.DownloadAsync(DownloadFixture.Quick with { MaxFailuresInARow = 1 }));

        (await fixture.DemandAsync(other)).ResumedBytes.ShouldBe(0);
    }

    [Fact]
    public async Task A_part_that_is_whole_already_is_only_confirmed()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video));
        using (var part = PartFile.Open(fixture.Target, new("test", DownloadFixture.Id), DownloadFixture.Quick))
        {
            RandomAccess.Write(part.Handle, Video, 0);
            part.Map.Begin(0).Append(Video);
            part.Identity = new("\"v1\"", null, Video.Length, HasStrongDate: false)
            {
                UriDigest = EntityValidators.Digest(new($"{fixture.Server.Url}/videos/{DownloadFixture.Id}/content")),
            };
            part.Save();
        }

        var result = await fixture.DemandAsync(Video);

        result.ResumedBytes.ShouldBe(Video.Length);
        fixture.Server.ContentRequests.Single().Range.ShouldBe($"bytes={Video.Length - 1}-");
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
}
