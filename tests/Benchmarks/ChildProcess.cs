using System.Diagnostics;
using System.Runtime.InteropServices;

namespace VideoTasks.Benchmarks;

/// <summary>What a process cost.</summary>
internal sealed record Cost(double Wall, double Cpu, string Output);

internal static class ChildProcess
{
    private const int Children = -1;

    public static async Task<Cost> RunAsync(params string[] command)
    {
        var before = CpuOfChildren();
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        var wall = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return process.ExitCode == 0
            ? new(wall, CpuOfChildren() - before, await output)
            : throw new InvalidOperationException($"{string.Join(' ', command)} failed: {await output}{await errors}");
    }

    /// <summary>The seconds that all ended children used; only one runs at a time.</summary>
    private static double CpuOfChildren()
    {
        var usage = new long[18];
        _ = GetUsage(Children, usage);
        return usage[0] + usage[2] + ((usage[1] + usage[3]) / 1e6);
    }

    [DllImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetUsage(int who, [Out] long[] usage);
}
