using System.Diagnostics;
using System.Net.Sockets;

namespace VideoTasks.Tests.Download.Files;

/// <summary>Targets that are no plain file: devices, pipes and sockets are left alone, links are followed.</summary>
public sealed class SpecialTargetTests
{
    private static readonly byte[] Video = DownloadFixture.Mp4();

    [Theory]
    [InlineData("/dev/null", "device")]
    [InlineData("/dev/zero", "device")]
    [InlineData("pipe", "pipe")]
    [InlineData("socket", "socket")]
    [InlineData("link to a pipe", "pipe")]
    [InlineData("pipe as the part", "not a file")]
    [InlineData("link as the part", "not a file of its own")]
    [InlineData("dangling link as the part", "not a file of its own")]
    [InlineData("directory as the part", "not a file of its own")]
    [InlineData("directory as the sidecar", "out.mp4.part.json is not a file of its own")]
    [InlineData("link in a circle", "circle")]
    public async Task What_is_no_file_is_refused_before_any_request_and_stays(string what, string why)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video));
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        var path = fixture.Target;
        switch (what)
        {
            case "pipe":
                await MakePipeAsync(path);
                break;
            case "pipe as the part":
                await MakePipeAsync(path + ".part");
                break;
            case "link as the part":
                await File.WriteAllTextAsync(path + "-precious", "precious", TestContext.Current.CancellationToken);
                File.CreateSymbolicLink(path + ".part", "out.mp4-precious");
                break;
            case "dangling link as the part":
                File.CreateSymbolicLink(path + ".part", "nothing");
                break;
            case "directory as the part":
                Directory.CreateDirectory(path + ".part");
                break;
            case "directory as the sidecar":
                Directory.CreateDirectory(path + ".part.json");
                break;
            case "link to a pipe":
                await MakePipeAsync(path + "-pipe");
                File.CreateSymbolicLink(path, "out.mp4-pipe");
                break;
            case "link in a circle":
                File.CreateSymbolicLink(path, "other");
                File.CreateSymbolicLink(Path.Combine(fixture.Folder, "other"), "out.mp4");
                break;
            case "socket":
                socket.Bind(new UnixDomainSocketEndPoint(path));
                break;
            default:
                path = what;
                break;
        }

        var before = fixture.Files;
        var error = await ShouldFail.DownloadAsync(VideoTaskErrorReason.InvalidTarget, () => fixture.DownloadAsync(path: path));

        error.Message.ShouldContain(why);
        error.Message.ShouldContain("Choose another path", Case.Insensitive);
        fixture.Server.Requests.ShouldBeEmpty();
        fixture.Files.ShouldBe(before);
        File.Exists("/dev/null.part").ShouldBeFalse();
    }

    [Theory]
    [InlineData("real.mp4")]
    [InlineData("sub/real.mp4")]
    [InlineData("sub/../real.mp4")]
    public async Task A_link_is_followed_and_stays_a_link(string real)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video));
        Directory.CreateDirectory(Path.Combine(fixture.Folder, "sub"));
        File.CreateSymbolicLink(Path.Combine(fixture.Folder, "middle"), real);
        File.CreateSymbolicLink(fixture.Target, "middle");
        var target = Path.Combine(fixture.Folder, real);

        // Once to where nothing is yet, and once over what is there.
        for (var i = 0; i < 2; i++)
        {
            var result = await fixture.DownloadAsync();

            Path.GetFullPath(result.Path!).ShouldBe(Path.GetFullPath(target));
            new FileInfo(fixture.Target).LinkTarget.ShouldBe("middle");
            (await File.ReadAllBytesAsync(target, TestContext.Current.CancellationToken)).ShouldBe(Video);
            Directory.GetFiles(fixture.Folder, "*.part*", SearchOption.AllDirectories).ShouldBeEmpty();
        }

        await ShouldFail.DownloadAsync(
            VideoTaskErrorReason.InvalidTarget, () => fixture.DownloadAsync(DownloadFixture.Quick with { Overwrite = false }));
    }

    [Fact]
    public async Task A_link_into_a_directory_that_is_not_there_is_an_error()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video));
        File.CreateSymbolicLink(fixture.Target, Path.Combine("missing", "real.mp4"));

        var error = await ShouldFail.DownloadAsync(VideoTaskErrorReason.InvalidTarget, () => fixture.DownloadAsync());

        error.Message.ShouldContain("does not exist");
        fixture.Server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_part_behind_a_link_is_gone_on_with()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await using var fixture =
            new DownloadFixture(exchange => exchange.ServeAsync(Video, new() { CutAfter = exchange.Request.Number == 1 ? 100_000 : null }));
        var real = Path.Combine(fixture.Folder, "real.mp4");
        File.CreateSymbolicLink(fixture.Target, real);

        var error = await ShouldFail.DownloadAsync(
            VideoTaskErrorReason.Interrupted, () => fixture.DownloadAsync(DownloadFixture.Quick with { MaxFailuresInARow = 1 }));
        error.State!.PartialPath.ShouldBe(real + ".part");
        var result = await fixture.DownloadAsync();

        result.ResumedBytes.ShouldBe(100_000);
        (await File.ReadAllBytesAsync(real, TestContext.Current.CancellationToken)).ShouldBe(Video);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_pipe_in_place_of_the_sidecar_is_not_waited_for(bool isLinked)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video));
        var pipe = fixture.Target + (isLinked ? ".pipe" : ".part.json");
        await MakePipeAsync(pipe);
        if (isLinked)
        {
            File.CreateSymbolicLink(fixture.Target + ".part.json", pipe);
        }

        await fixture.DownloadAsync();

        (await File.ReadAllBytesAsync(fixture.Target, TestContext.Current.CancellationToken)).ShouldBe(Video);
    }

    [Theory]
    [InlineData("directory")]
    [InlineData("pipe")]
    public async Task A_target_that_becomes_something_else_meanwhile_is_not_replaced_and_nothing_is_lost(string what)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var isAgain = false;
        DownloadFixture? running = null;
        await using var fixture = running = new DownloadFixture(async exchange =>
        {
            if (!isAgain)
            {
                await (what == "pipe" ? MakePipeAsync(running!.Target) : Task.Run(() => Directory.CreateDirectory(running!.Target)));
            }

            await exchange.ServeAsync(Video);
        });

        var error = await ShouldFail.DownloadAsync(VideoTaskErrorReason.InvalidTarget, () => fixture.DownloadAsync());

        error.Message.ShouldContain("Remove it and download again");
        fixture.Files.ShouldContain("out.mp4.part");
        isAgain = true;
        if (what == "pipe")
        {
            File.Delete(fixture.Target);
        }
        else
        {
            Directory.Delete(fixture.Target);
        }

        (await fixture.DemandAsync(Video)).ResumedBytes.ShouldBe(Video.Length);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task A_part_that_somebody_cuts_off_while_it_is_written_never_becomes_the_file(int connections)
    {
        var video = DownloadFixture.Mp4(8_000_000);
        DownloadFixture? running = null;
        await using var fixture = running = new DownloadFixture(async exchange =>
        {
            if (exchange.Request.Number == 1)
            {
                var end = (int)Math.Min(exchange.Request.Bytes?.To + 1 ?? video.Length, video.Length);
                var part = running!.Target + ".part";
                await exchange.HeadAsync(
                    connections == 1 ? 200 : 206, ("Content-Type", "video/mp4"), ("ETag", "\"v1\""), ("Content-Length", $"{end}"),
                    ("Content-Range", $"bytes 0-{end - 1}/{video.Length}"));
                await exchange.SendAsync(video.AsMemory(0, 600_000));
                while (new FileInfo(part) is not { Exists: true, Length: > 100_000 })
                {
                    await Task.Delay(10, exchange.CancellationToken);
                }

                await using (var file = new FileStream(part, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
                {
                    file.SetLength(1000);
                }

                await exchange.SendAsync(video.AsMemory(600_000, end - 600_000));
                return;
            }

            await exchange.ServeAsync(video);
        });

        var error = await Record.ExceptionAsync(() => fixture.DownloadAsync(DownloadFixture.Quick with { Connections = connections }));

        if (error is not null)
        {
            var failure = error.ShouldBeOfType<VideoDownloadException>();
            failure.Reason.ShouldBe(VideoTaskErrorReason.InvalidTarget);
            failure.Message.ShouldContain("became shorter");
            File.Exists(fixture.Target).ShouldBeFalse();
            await fixture.DownloadAsync();
        }

        (await File.ReadAllBytesAsync(fixture.Target, TestContext.Current.CancellationToken)).AsSpan().SequenceEqual(video).ShouldBeTrue();
    }

    private static async Task MakePipeAsync(string path)
    {
        using var process = Process.Start("mkfifo", [path]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0);
    }
}
