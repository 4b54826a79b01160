using System.Diagnostics;

namespace VideoTasks.Packages.Tests.Feed;

/// <summary>A folder, and the commands that are run in it.</summary>
public sealed class Workspace(string folder, IReadOnlyDictionary<string, string> environment)
{
    // Set by the dotnet that runs the tests, for itself.
    private static readonly string[] NotInherited =
        ["MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBUILD_EXE_PATH", "MSBuildLoadMicrosoftTargetsReadOnly"];

    // Far more than it takes: that nothing hangs for ever.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);

    public string Folder { get; } = folder;

    public string FullPath(string relative) => Path.Combine(Folder, relative);

    public void Write(string relative, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FullPath(relative))!);
        File.WriteAllText(FullPath(relative), text);
    }

    /// <summary>Copies what is in a folder, without what a build made there.</summary>
    public void Copy(string source)
    {
        foreach (var file in Directory.GetFiles(source, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(source, file);
            if (relative.Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj" or "generated"))
            {
                Write(relative, File.ReadAllText(file));
            }
        }
    }

    /// <summary>Runs dotnet, and expects it to succeed.</summary>
    public async Task<string> BuildAsync(params string[] arguments)
    {
        var result = await DotNetAsync(arguments);
        result.ExitCode.ShouldBe(0, result.Output);
        return result.Output;
    }

    public Task<CommandResult> DotNetAsync(params string[] arguments) => RunAsync("dotnet", arguments);

    public async Task<CommandResult> RunAsync(string file, params string[] arguments)
    {
        using var process = Start(file, arguments);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            var error = process.StandardError.ReadToEndAsync(limit.Token);
            var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return new CommandResult(process.ExitCode, (output + await error).ReplaceLineEndings("\n"));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>Starts a command that the caller ends.</summary>
    public Process Start(string file, params string[] arguments)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        Array.ForEach(NotInherited, name => start.Environment.Remove(name));
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}

/// <summary>How a command ended.</summary>
public sealed record CommandResult(int ExitCode, string Output);
