using VideoTasks.Packages.Tests.Feed;

namespace VideoTasks.Packages.Tests.Samples;

public sealed class ToolTests(PackageFeed feed)
{
    [Fact]
    public async Task The_tool_is_installed_and_takes_every_vendor_to_a_verified_mp4()
    {
        var workspace = feed.Workspace("tool");
        await workspace.BuildAsync("tool", "install", "VideoTasks.Cli", "--tool-path", "tools", "--version", feed.Version);

        var demo = await workspace.RunAsync(workspace.FullPath(OperatingSystem.IsWindows() ? "tools/videotasks.exe" : "tools/videotasks"), "demo");

        demo.ExitCode.ShouldBe(0, demo.Output);
        demo.Output.ShouldContain("5 of 5 videos are byte for byte what the emulator made");
    }
}
