using System.Diagnostics;

namespace VideoTasks.Cli.Tests;

/// <summary>Other programs of this machine, in tests that are skipped where they are missing.</summary>
internal static class Shell
{
    /// <summary>Where a program is; the test is skipped, with the reason, where it is not.</summary>
    public static string Find(string program)
    {
        var directories = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var path = directories.Select(directory => Path.Combine(directory, program)).FirstOrDefault(File.Exists);
        Assert.SkipWhen(path is null, $"There is no {program} on this machine.");
        return path;
    }

    public static async Task<CliResult> RunAsync(
        string program, IEnumerable<string> args, string? input = null, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, args)
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, output, await error);
    }
}
