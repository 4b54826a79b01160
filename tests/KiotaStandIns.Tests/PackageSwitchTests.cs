using System.Diagnostics;
using System.Text.Json;

namespace KiotaStandIns.Tests;

/// <summary>One property swaps the stand-ins for Microsoft's packages.</summary>
public class PackageSwitchTests
{
    private static readonly string[] StoodInFor = ["Microsoft.IO.RecyclableMemoryStream", "Microsoft.Kiota.Abstractions"];

    [Theory]
    [InlineData("src/VideoTasks/VideoTasks.csproj")]
    [InlineData("tests/KiotaStandIns.Tests/KiotaStandIns.Tests.csproj")]
    public async Task Without_stand_ins_the_packages_are_referenced(string project)
    {
        var evaluated = await EvaluateAsync(project, "-p:KiotaStandIns=false");

        Names(evaluated, "PackageReference").Intersect(StoodInFor).Order().ShouldBe(StoodInFor);
        Names(evaluated, "PackageVersion").Intersect(StoodInFor).Order().ShouldBe(StoodInFor);
        Names(evaluated, "ProjectReference").ShouldNotContain(static name => name.Contains("KiotaStandIns", StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_stand_ins_the_projects_are_referenced()
    {
        var evaluated = await EvaluateAsync("src/VideoTasks/VideoTasks.csproj");

        Names(evaluated, "PackageReference").ShouldNotContain(static name => StoodInFor.Contains(name));
        Names(evaluated, "ProjectReference").Select(Path.GetFileNameWithoutExtension).Intersect(StoodInFor).Order().ShouldBe(StoodInFor);
    }

    private static IEnumerable<string> Names(JsonElement items, string kind) => items.GetProperty(kind).EnumerateArray()
        .Select(static item => item.GetProperty("Identity").GetString()!.Replace('\\', '/'));

    private static async Task<JsonElement> EvaluateAsync(string project, params string[] options)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [
                "msbuild", Path.Combine(RepositoryRoot(), project), "-nodeReuse:false",
                "-getItem:PackageReference,PackageVersion,ProjectReference", .. options,
            ])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, output);
        using var document = JsonDocument.Parse(output);
        return document.RootElement.GetProperty("Items").Clone();
    }

    private static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Kiota.sln")))
        {
            folder = Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar))
                ?? throw new DirectoryNotFoundException("The tests do not run inside the repository.");
        }

        return folder;
    }
}
