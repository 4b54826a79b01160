using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace VideoTasks.Build.Tests.Build;

/// <summary>A project in a temporary folder that imports the targets, as a user's project does. It runs them without compiling.</summary>
internal sealed class BuildProject : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("videotasks-build-").FullName;

    public BuildProject(string properties = "")
    {
        var targets = Path.GetFullPath(Path.Combine(ThisFolder(), "../../../generators/VideoTasks.Build/build/VideoTasks.Build.targets"));
        Write("App.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <VideoTasksBuildToolPath>{Path.Combine(AppContext.BaseDirectory, "VideoTasks.Build.dll")}</VideoTasksBuildToolPath>
                {properties}
              </PropertyGroup>
              <Import Project="{targets}" />
            </Project>
            """);
        Write("Program.cs", "");
        DotNet("restore", "-v:q").ExitCode.ShouldBe(0);
    }

    /// <summary>When the generator ended last with success.</summary>
    public DateTime LastGeneration => File.GetLastWriteTimeUtc(FullPath("obj/videotasks/clients.list"));

    public string FullPath(string relative) => Path.Combine(_root, relative);

    public void Write(string relative, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FullPath(relative))!);
        File.WriteAllText(FullPath(relative), text);
    }

    /// <summary>Runs the targets, and gives what would be compiled, relative to the project.</summary>
    public BuildResult Build(params string[] arguments)
    {
        var file = FullPath("items.json");
        File.Delete(file);
        var (exitCode, output) = DotNet(
            [
                "msbuild", "-nologo", "-v:m", "-t:VideoTasksGenerateClients", "-getItem:Compile,AdditionalFiles", "-getResultOutputFile:"
                    + file, .. arguments]);
        var items = File.Exists(file) ? JsonNode.Parse(File.ReadAllText(file))!["Items"] : null;
        string[] Names(string item) =>
            [.. items?[item]?.AsArray().Select(i => Path.GetRelativePath(_root, i!["FullPath"]!.GetValue<string>()).Replace('\\', '/')) ?? []];
        return new BuildResult(exitCode, output, Names("Compile"), Names("AdditionalFiles"));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private (int ExitCode, string Output) DotNet(params string[] arguments)
    {
        var start =
            new ProcessStartInfo("dotnet", arguments)
            {
                WorkingDirectory = _root,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, (output + error.Result).ReplaceLineEndings("\n"));
    }

    private static string ThisFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}

internal sealed record BuildResult(int ExitCode, string Output, IReadOnlyList<string> Compiled, IReadOnlyList<string> Descriptions);
