using System.Runtime.CompilerServices;
using System.Xml.Linq;
using VideoTasks.Packages.Tests.Feed;

[assembly: AssemblyFixture(typeof(PackageFeed))]

namespace VideoTasks.Packages.Tests.Feed;

/// <summary>
/// All packages of the repository in a feed of their own, and an empty package folder: what is restored comes from the feed or from the sources of
/// the machine, never from what a build of the repository left behind.
/// </summary>
public sealed class PackageFeed : IAsyncLifetime
{
    // The command line's own package only says which packages have it; those are packed for a runtime identifier each.
    private static readonly string[][] Packed =
    [
        ["generators/VideoTasks.Build"],
        ["src/VideoTasks"],
        ["src/VideoTasks.Emulator"],
        ["src/VideoTasks.Cli", "-p:ToolPackageRuntimeIdentifiers=any"],
        ["src/VideoTasks.Cli", "-p:ToolPackageRuntimeIdentifiers=any", "-r", "any"],
    ];

    private readonly string _root = Directory.CreateTempSubdirectory("videotasks-packages-").FullName;

    /// <summary>The repository.</summary>
    public static string Repository { get; } = Path.GetFullPath(Path.Combine(ThisFolder(), "../../.."));

    public string Folder => Path.Combine(_root, "feed");

    /// <summary>Where the packages were built.</summary>
    public string Artifacts => Path.Combine(_root, "artifacts");

    public string Version { get; } = XDocument.Load(Path.Combine(Repository, "Directory.Build.props")).Descendants("Version").Single().Value;

    /// <summary>A package of the feed.</summary>
    public Package Open(string id) => new(Path.Combine(Folder, $"{id}.{Version}.nupkg"));

    /// <summary>An empty folder for a project that finds the feed beside the sources of the machine.</summary>
    public Workspace Workspace(string name) => new(Directory.CreateDirectory(Path.Combine(_root, "work", name)).FullName, Environment());

    /// <summary>The same with a sample in it.</summary>
    public Workspace Sample(string name)
    {
        // The files above a sample say which versions it takes.
        var workspace = Workspace($"samples-{name}/{name}");
        var samples = Path.Combine(Repository, "docs", "samples");
        foreach (var file in Directory.GetFiles(samples, "*.props").Concat(Directory.GetFiles(samples, "*.targets")))
        {
            File.Copy(file, Path.Combine(workspace.Folder, "..", Path.GetFileName(file)));
        }

        workspace.Copy(Path.Combine(samples, name));
        return workspace;
    }

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Folder);
        await File.WriteAllTextAsync(Path.Combine(_root, "NuGet.Config"), $"""
            <configuration>
              <packageSources>
                <add key="videotasks-packed" value="{Folder}" />
              </packageSources>
            </configuration>
            """);
        var repository = new Workspace(Repository, new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var project in Packed)
        {
            // Analyzers have their say in the build of the repository.
            var packed = await repository.DotNetAsync(
                ["pack", .. project, "-o", Folder, $"-p:ArtifactsPath={Artifacts}", "-p:RunAnalyzers=false", "-v:q"]);
            packed.ExitCode.ShouldBe(0, packed.Output);
        }
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_root, recursive: true);
        return ValueTask.CompletedTask;
    }

    private Dictionary<string, string> Environment() => new(StringComparer.Ordinal)
    {
        ["NUGET_PACKAGES"] = Path.Combine(_root, "packages"),

        // Where sources are given by RestoreSources, those of NuGet.Config count for nothing.
        ["RestoreAdditionalProjectSources"] = Folder,
    };

    private static string ThisFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
