using System.Text.Json.Nodes;
using VideoTasks.Packages.Tests.Feed;

namespace VideoTasks.Packages.Tests.Consumers;

/// <summary>Projects of others that take VideoTasks.Build.</summary>
public sealed class ConsumerTests(PackageFeed feed)
{
    private const string Frameworks = "<TargetFramework>net10.0</TargetFramework>";

    [Fact]
    public async Task A_project_is_built_as_its_documents_change()
    {
        var project = Project("changing project", Frameworks);
        project.Write("Vendors.cs", "namespace App; class Vendors { VideoTasks.Vendors.VideoVendor Acme { get; } = new AcmeVendor(); }");
        await project.BuildAsync("build");
        File.ReadAllText(project.FullPath("generated/Acme/AcmeClient.cs")).ShouldContain("internal partial class AcmeClient");
        JsonNode.Parse(File.ReadAllText(project.FullPath("kiota-lock.json")))!["clients"]!["acme"]!["descriptionLocation"]!.GetValue<string>()
            .ShouldBe("openapi/acme.yaml");

        // An editor's build of a project whose document is broken compiles what is there.
        var document = File.ReadAllText(project.FullPath("openapi/acme.yaml"));
        project.Write("openapi/acme.yaml", document.Replace("paths:", "paths: [", StringComparison.Ordinal));
        var editor = await project.BuildAsync(
            "msbuild", "-t:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true",
            "-getItem:Compile,AdditionalFiles,Analyzer,Watch");
        editor.ShouldContain("AcmeClient.cs");
        editor.ShouldContain("acme.vendor.txt");
        editor.ShouldContain("VideoTasks.SourceGenerator.dll");
        JsonNode.Parse(editor)!["Items"]!["Watch"]!.AsArray().Select(i => i!["FullPath"]!.GetValue<string>())
            .ShouldContain(project.FullPath("openapi/acme.yaml"));

        var broken = await project.DotNetAsync("build", "--no-restore");
        broken.ExitCode.ShouldBe(1);
        broken.Output.ShouldContain($"{project.FullPath("openapi/acme.yaml")}(");
        broken.Output.ShouldContain("/generators/VideoTasks.Build/docs/VTG002.md)");

        // What is cleaned away is what a build makes again; the clients are sources.
        project.Write("openapi/acme.yaml", document);
        await project.BuildAsync("clean", "-v:q");
        File.Exists(project.FullPath("generated/Acme/AcmeClient.cs")).ShouldBeTrue();
        await project.BuildAsync("build", "--no-restore");

        File.Delete(project.FullPath("openapi/acme.yaml"));
        File.Delete(project.FullPath("Vendors.cs"));
        await project.BuildAsync("build", "--no-restore");
        Directory.Exists(project.FullPath("generated/Acme")).ShouldBeFalse();
    }

    [Fact]
    public async Task Without_documents_nothing_happens_and_own_files_are_compiled()
    {
        var project = Project("no documents", Frameworks);
        Directory.Delete(project.FullPath("openapi"), recursive: true);
        project.Write("generated/Mine.cs", "namespace App; public class Mine { }");
        project.Write("Other.cs", "namespace App; public class Other : Mine { }");

        var output = await project.BuildAsync("build");

        output.ShouldContain("0 Warning(s)");
        File.Exists(project.FullPath("kiota-lock.json")).ShouldBeFalse();
        Directory.Exists(project.FullPath("obj/videotasks")).ShouldBeFalse();
    }

    [Fact]
    public async Task Two_projects_for_several_frameworks_are_generated_once_each()
    {
        const string Several = """
            <TargetFrameworks>net10.0;net10.0-windows</TargetFrameworks><EnableWindowsTargeting>true</EnableWindowsTargeting>
            <DisableTransitiveFrameworkReferenceDownloads>true</DisableTransitiveFrameworkReferenceDownloads>
            <VideoTasksClientAccess>Public</VideoTasksClientAccess>
            """;
        var solution = feed.Workspace("several");
        solution.Write("Directory.Packages.props", $"""
            <Project>
              <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
              <ItemGroup>
                <PackageVersion Include="VideoTasks" Version="{feed.Version}" /><PackageVersion Include="VideoTasks.Build" Version="{feed.Version}" />
              </ItemGroup>
            </Project>
            """);
        foreach (var (name, vendor) in new[] { ("First", "acme"), ("Second", "bolt") })
        {
            solution.Write($"{name}/{name}.csproj", ProjectText(Several, ""));
            solution.Write($"{name}/openapi/{vendor}.yaml", Document());
        }

        solution.Write("Both/Both.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup><ProjectReference Include="../First/First.csproj" /><ProjectReference Include="../Second/Second.csproj" /></ItemGroup>
            </Project>
            """);
        solution.Write(
            "Both/Vendors.cs", "class Vendors { VideoTasks.Vendors.VideoVendor[] All = [new First.AcmeVendor(), new Second.BoltVendor()]; }");
        solution.Write(
            "All.slnx",
            """
            <Solution><Project Path="First/First.csproj" /><Project Path="Second/Second.csproj" /><Project Path="Both/Both.csproj" /></Solution>
            """);

        var output = await solution.BuildAsync("build", "All.slnx", "-m:4");

        output.ShouldContain("0 Warning(s)");
        output.Split("acme: ").Length.ShouldBe(2, output);
        output.Split("bolt: ").Length.ShouldBe(2, output);
        (await solution.BuildAsync("build", "All.slnx", "-m:4", "--no-restore")).ShouldNotContain(" files, ");
    }

    private Workspace Project(string name, string properties)
    {
        var project = feed.Workspace(name);
        project.Write("App.csproj", ProjectText(properties, $" Version=\"{feed.Version}\""));
        project.Write("openapi/acme.yaml", Document());
        return project;
    }

    private static string Document() =>
        File.ReadAllText(Path.Combine(PackageFeed.Repository, "docs", "samples", "OwnVendor", "openapi", "acme.yaml"));

    private static string ProjectText(string properties, string version) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            {properties}
            <Nullable>enable</Nullable>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="VideoTasks"{version} />
            <PackageReference Include="VideoTasks.Build"{version} PrivateAssets="all" />
          </ItemGroup>
        </Project>
        """;
}
