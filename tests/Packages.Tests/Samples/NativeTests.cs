using System.Diagnostics;
using VideoTasks.Emulator;
using VideoTasks.Packages.Tests.Feed;

namespace VideoTasks.Packages.Tests.Samples;

/// <summary>A native program with an own vendor.</summary>
public sealed class NativeTests(PackageFeed feed, ITestOutputHelper log)
{
    [Fact]
    public async Task A_native_program_is_compiled_without_a_warning_and_makes_a_video()
    {
        if (!HasCompiler())
        {
            // Where everything has to be tried, .ci/run says so.
            Environment.GetEnvironmentVariable("VIDEOTASKS_REQUIRE_NATIVE").ShouldBeNullOrEmpty("a native program needs clang or gcc to be linked");
            Assert.Skip("A native program needs clang or gcc to be linked.");
        }

        var sample = feed.Sample("Native");
        var output = await sample.BuildAsync("publish", "-o", "published");
        output.ShouldNotContain("warning");

        await using var emulator = await VideoEmulator.StartAsync(
            new() { Scenario = new() { Polls = 1 } }, TestContext.Current.CancellationToken);
        var program = sample.FullPath(OperatingSystem.IsWindows() ? "published/Native.exe" : "published/Native");
        var time = Stopwatch.StartNew();
        (await sample.RunAsync(program)).ExitCode.ShouldBe(2);
        log.WriteLine($"{new FileInfo(program).Length / 1e6:F1} MB, started and ended in {time.Elapsed.TotalMilliseconds:F0} ms");

        var made = await sample.RunAsync(program, emulator.GetBaseUrl("ezmodel").ToString(), emulator.ApiKey, "cat.mp4");

        made.ExitCode.ShouldBe(0, made.Output);
        var id = made.Output.Split(' ')[0];
        made.Output.ShouldBe($"{id} {emulator.GetSha256("ezmodel", id)}\n");
    }

    private static bool HasCompiler() => !OperatingSystem.IsLinux() || (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, "clang")) || File.Exists(Path.Combine(folder, "gcc")));
}
