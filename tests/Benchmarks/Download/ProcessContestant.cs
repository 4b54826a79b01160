using System.Diagnostics;
using System.Globalization;

namespace VideoTasks.Benchmarks.Download;

/// <summary>A program, from its start to its end.</summary>
internal sealed class ProcessContestant(string name, params string[] command) : Contestant(name)
{
    private static readonly TimeSpan PeakInterval = TimeSpan.FromMilliseconds(25);

    public override async Task<Cost> RunAsync()
    {
        var before = ResourceUsage.OfChildren();
        var started = Stopwatch.GetTimestamp();
        var start =
            new ProcessStartInfo(command[0], command[1..]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        var end = process.WaitForExitAsync();
        var peak = 0L;
        while (!end.IsCompleted)
        {
            // The kernel forgets it with the process, so the last look before the end has to do.
            peak = Math.Max(peak, PeakOf(process.Id));
            await Task.WhenAny(end, Task.Delay(PeakInterval));
        }

        var wall = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return process.ExitCode == 0
            ? new(wall, ResourceUsage.OfChildren() - before, peak, null)
            : throw new InvalidOperationException($"{string.Join(' ', command)} failed: {await output}{await errors}");
    }

    private static long PeakOf(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process.ToString(CultureInfo.InvariantCulture)}/status")
                .FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.AsSpan()["VmHWM:".Length..^" kB".Length].Trim(), CultureInfo.InvariantCulture) * 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
