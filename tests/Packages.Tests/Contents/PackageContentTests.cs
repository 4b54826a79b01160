using System.Text;
using System.Text.Json.Nodes;
using VideoTasks.Packages.Tests.Feed;

namespace VideoTasks.Packages.Tests.Contents;

public sealed class PackageContentTests(PackageFeed feed)
{
    public static TheoryData<string> Packages => ["VideoTasks", "VideoTasks.Build", "VideoTasks.Emulator", "VideoTasks.Cli", "VideoTasks.Cli.any"];

    [Theory]
    [MemberData(nameof(Packages))]
    public void Each_says_what_it_is(string id)
    {
        var package = feed.Open(id);
        var manifest = package.Manifest;

        manifest["id"].Value.ShouldBe(id);
        manifest["version"].Value.ShouldBe(feed.Version);
        manifest["license"].Value.ShouldBe("MIT");
        manifest["description"].Value.Length.ShouldBeGreaterThan(30);
        manifest["tags"].Value.ShouldContain("video");
        manifest["projectUrl"].Value.ShouldStartWith("https://");
        manifest["repository"].Attribute("url")!.Value.ShouldStartWith("https://");
        package[manifest["icon"].Value].Take(4).ShouldBe([0x89, (byte)'P', (byte)'N', (byte)'G']);
        var title = id.StartsWith("VideoTasks.Cli", StringComparison.Ordinal) ? "videotasks" : id;
        package.Text(manifest["readme"].Value).ShouldStartWith($"# {title}\n");
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void No_file_has_a_path_of_the_machine_that_built_it(string id)
    {
        string[] paths =
        [
            PackageFeed.Repository, feed.Artifacts, Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + Path.DirectorySeparatorChar,
        ];
        var package = feed.Open(id);

        foreach (var file in package.Files)
        {
            foreach (var path in paths)
            {
                package[file].AsSpan().IndexOf(Encoding.UTF8.GetBytes(path)).ShouldBe(-1, $"{path} in {file}");
                package[file].AsSpan().IndexOf(Encoding.Unicode.GetBytes(path)).ShouldBe(-1, $"{path} in {file}");
            }
        }
    }

    [Theory]
    [InlineData("VideoTasks.Build", "tools/net10.0/any/VideoTasks.Build.deps.json")]
    [InlineData("VideoTasks.Cli.any", "tools/net10.0/any/VideoTasks.Cli.deps.json")]
    public void What_is_shipped_of_others_has_its_notice(string id, string dependencies)
    {
        var package = feed.Open(id);
        var notices = package.Text("THIRD-PARTY-NOTICES.md").Split('\n')
            .Where(l => l.StartsWith("| ", StringComparison.Ordinal)).SelectMany(l => l.Split('|')[1].Trim().Split(", ")).ToList();

        var shipped = JsonNode.Parse(package.Text(dependencies))!["libraries"]!.AsObject()
            .Where(l => l.Value!["type"]!.GetValue<string>() == "package").Select(l => l.Key.Split('/')[0]).ToList();

        shipped.ShouldNotBeEmpty();
        shipped.Where(name => !notices.Any(n => n.EndsWith('*') ? name.StartsWith(n[..^1], StringComparison.Ordinal) : name == n)).ShouldBeEmpty();
    }

    [Fact]
    public void Libraries_have_their_docs_and_symbols()
    {
        foreach (var id in new[] { "VideoTasks", "VideoTasks.Emulator" })
        {
            feed.Open(id).Text($"lib/net10.0/{id}.xml").ShouldContain($"<name>{id}</name>");
            new Package(Path.Combine(feed.Folder, $"{id}.{feed.Version}.snupkg")).Files.ShouldContain($"lib/net10.0/{id}.pdb");
        }
    }

    [Fact]
    public void An_application_on_an_older_patch_can_stay_there()
    {
        var dependencies = feed.Open("VideoTasks").Manifest["dependencies"].Descendants()
            .Where(e => e.Attribute("id") is not null)
            .ToDictionary(e => e.Attribute("id")!.Value, e => e.Attribute("version")!.Value, StringComparer.Ordinal);

        dependencies["Microsoft.Extensions.Http"].ShouldBe("10.0.0");
        dependencies.Where(d => d.Key.StartsWith("Microsoft.Kiota.", StringComparison.Ordinal)).ShouldAllBe(d => d.Value == "[2.1.6, 3.0.0)");
    }

    [Fact]
    public void The_build_package_is_for_the_build_alone()
    {
        var package = feed.Open("VideoTasks.Build");

        package.Manifest["developmentDependency"].Value.ShouldBe("true");
        package.Manifest.Keys.ShouldNotContain("dependencies");
        package.Files.Where(f => f.StartsWith("lib/", StringComparison.Ordinal)).ShouldBeEmpty();
        package.Files.ShouldContain("analyzers/dotnet/cs/VideoTasks.SourceGenerator.dll");
        package.Files.ShouldContain("docs/VTG001.md");
        package.Files.ShouldContain("docs/VT001.md");
    }

    [Fact]
    public void Every_property_of_the_targets_is_in_the_readme()
    {
        var package = feed.Open("VideoTasks.Build");
        var head = package.Text("build/VideoTasks.Build.targets");
        var properties = head[..head.IndexOf("-->", StringComparison.Ordinal)].Split('\n').Select(l => l.Trim().Split(' ')[0])
            .Where(w => w.StartsWith("VideoTasks", StringComparison.Ordinal)).ToList();

        properties.Count.ShouldBeGreaterThan(10);
        properties.ShouldAllBe(name => package.Text("README.md").Contains($"| `{name}` |", StringComparison.Ordinal));
    }
}
