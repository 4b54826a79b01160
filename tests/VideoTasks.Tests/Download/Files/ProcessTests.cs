using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace VideoTasks.Tests.Download.Files;

/// <summary>Faults 31, 33 and 34: a full disk, two writers, and processes that are killed.</summary>
public sealed class ProcessTests
{
    private static readonly byte[] Video = DownloadFixture.Mp4(6_000_000);
    private static readonly string Hash = Convert.ToHexStringLower(SHA256.HashData(Video));
    private static readonly Serving Slow = new() { Pause = TimeSpan.FromMilliseconds(10), ChunkLength = 64 * 1024 };

    [Fact]
    public async Task A_second_download_to_the_same_target_in_this_process_is_an_error()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video, Slow));
        var first = fixture.DemandAsync(Video);
        await UntilAsync(() => fixture.Server.ContentRequests.Count > 0);

        var error = await ShouldFail.DownloadAsync(VideoTaskErrorReason.InvalidTarget, () => fixture.DownloadAsync());

        error.Message.ShouldContain("Another download");
        await first;
        fixture.Server.ContentRequests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_second_download_to_the_same_target_in_another_process_is_an_error()
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video, Slow with { Pause = TimeSpan.FromMilliseconds(50) }));
        var first = fixture.DemandAsync(Video);
        await UntilAsync(() => fixture.Server.ContentRequests.Count > 0);

        var (exitCode, output) = await RunAsync(Start(fixture, 1));

        output.ShouldStartWith(nameof(VideoTaskErrorReason.InvalidTarget));
        exitCode.ShouldBe(1);
        await first;
        fixture.Server.ContentRequests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task A_killed_download_is_gone_on_with_and_ends_in_the_exact_file(int connections)
    {
        await using var fixture = new DownloadFixture(exchange => exchange.ServeAsync(Video, Slow));
        for (var kill = 0; kill < 3; kill++)
        {
            using var process = Start(fixture, connections);
            var before = fixture.Server.ContentRequests.Count;
            await UntilAsync(() => fixture.Server.ContentRequests.Count > before || process.HasExited);
            await Task.Delay(Random.Shared.Next(150, 700), TestContext.Current.CancellationToken);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            if (File.Exists(fixture.Target))
            {
                // It was quicker than the kill; then it is whole, and the next one starts from nothing.
                (await File.ReadAllBytesAsync(fixture.Target, TestContext.Current.CancellationToken)).AsSpan().SequenceEqual(Video).ShouldBeTrue();
                File.Delete(fixture.Target);
            }
        }

        var (exitCode, output) = await RunAsync(Start(fixture, connections));

        exitCode.ShouldBe(0, output);
        output.ShouldStartWith($"done {Video.Length} {Hash}");
        (await File.ReadAllBytesAsync(fixture.Target, TestContext.Current.CancellationToken)).AsSpan().SequenceEqual(Video).ShouldBeTrue();
        fixture.Files.ShouldBe(["out.mp4"]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task A_process_that_is_killed_while_the_server_is_silent_loses_nothing(int connections)
    {
        const int received = 900_000;
        var isSilent = true;
        await using var fixture = new DownloadFixture(exchange =>
            exchange.ServeAsync(Video, isSilent ? new() { CutAfter = exchange.Request.Number == 1 ? received : 0, ThenStall = true } : new()));
        using (var process = Start(fixture, connections))
        {
            await UntilAsync(
                () => process.HasExited
                    || (File.Exists(fixture.Target + ".part.json") && ReadShared(fixture.Target + ".part.json").Contains($"\"to\":{received},")));
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        isSilent = false;
        var (_, output) = await RunAsync(Start(fixture, connections));

        output.Trim().ShouldBe($"done {Video.Length} {Hash} {received}");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_full_disk_is_an_error_and_what_fitted_is_kept(bool isLengthKnown)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await using var fixture = new DownloadFixture(async exchange =>
        {
            if (isLengthKnown)
            {
                await exchange.ServeAsync(Video);
                return;
            }

            await exchange.HeadAsync(200, ("Content-Type", "video/mp4"), ("ETag", "\"v1\""));
            await exchange.SendAsync(Video);
        });

        // A limit on the size of files stands in for the disk: it needs no rights and ends a write in the same way.
        var (exitCode, output) = await RunAsync(Start(fixture, 1, "trap '' XFSZ; ulimit -f 4000; exec \"$0\" \"$@\""));

        output.ShouldStartWith(nameof(VideoTaskErrorReason.InvalidTarget));
        output.ShouldContain("not enough space");
        exitCode.ShouldBe(1);
        File.Exists(fixture.Target).ShouldBeFalse();
        if (!isLengthKnown)
        {
            (await RunAsync(Start(fixture, 1))).Output.ShouldStartWith($"done {Video.Length} {Hash}");
        }
    }

    internal static Process Start(DownloadFixture fixture, int connections, string? shell = null) =>
        Start(fixture, [fixture.Target, connections.ToString(CultureInfo.InvariantCulture)], shell);

    internal static Process Start(DownloadFixture fixture, string[] arguments, string? shell = null) =>
        Start([fixture.Server.Url.AbsoluteUri, DownloadFixture.Id, .. arguments], shell);

    internal static Process Start(string[] arguments, string? shell = null, bool hasInput = false)
    {
        var host =
            Path.GetFullPath(
                Path.Combine(
                    Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", OperatingSystem.IsWindows()
                        ? "dotnet.exe"
                        : "dotnet"));
        string[] command = [host, typeof(ContentVendor).Assembly.Location, .. arguments];
        var start = shell is null ? new ProcessStartInfo(command[0], command[1..]) : new ProcessStartInfo("/bin/sh", ["-c", shell, .. command]);
        start.RedirectStandardOutput = true;
        start.RedirectStandardInput = hasInput;

        // Executable memory is a file in memory to Linux, which the limit on files would hit as well.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        return Process.Start(start)!;
    }

    internal static async Task<(int ExitCode, string Output)> RunAsync(Process process)
    {
        using (process)
        {
            var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (process.ExitCode, output);
        }
    }

    private static string ReadShared(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            return "";
        }
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }
}
