using System.Diagnostics;
using VideoTasks.Packages.Tests.Feed;

namespace VideoTasks.Packages.Tests.Samples;

/// <summary>From nothing to a verified mp4 of an own vendor, by the commands of the README.</summary>
public sealed class OwnVendorTests(PackageFeed feed, ITestOutputHelper log)
{
    [Fact]
    public async Task The_commands_of_the_readme_make_a_vendor_and_a_video()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The commands are for a POSIX shell.");
        var workspace = feed.Workspace("own vendor");
        var time = Stopwatch.StartNew();

        var result = await workspace.RunAsync(
            "/bin/sh", "-e", "-c", Commands(), "sh", Path.Combine(PackageFeed.Repository, "docs", "samples", "OwnVendor"));

        result.ExitCode.ShouldBe(0, result.Output);
        log.WriteLine($"From dotnet new to a verified mp4: {time.Elapsed.TotalSeconds:F1} s");
        result.Output.ShouldContain("acme/vid_");
        result.Output.ShouldNotContain("warning");
        Directory.GetFiles(workspace.FullPath("MyVideos"), "*.cs").Select(Path.GetFileName).ShouldBe(["Program.cs"]);
        File.Exists(workspace.FullPath("MyVideos/generated/Acme/AcmeClient.cs")).ShouldBeTrue();
        File.Exists(workspace.FullPath("MyVideos/kiota-lock.json")).ShouldBeTrue();
    }

    private static string Commands()
    {
        var readme = File.ReadAllText(Path.Combine(PackageFeed.Repository, "README.md")).ReplaceLineEndings("\n");
        var section = readme[readme.IndexOf("\n## From NuGet\n", StringComparison.Ordinal)..];
        var start = section.IndexOf("```sh\n", StringComparison.Ordinal) + "```sh\n".Length;
        return "samples=$1\n" + section[start..section.IndexOf("\n```", start, StringComparison.Ordinal)];
    }
}
