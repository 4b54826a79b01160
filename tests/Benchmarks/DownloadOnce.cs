using System.Diagnostics;
using System.Globalization;
using VideoTasks.Tests.Download;

namespace VideoTasks.Benchmarks;

/// <summary>One download in a process of its own, or several to see what one costs in a process that is warm.</summary>
internal static class DownloadOnce
{
    // BASE-URL ID PATH CONNECTIONS sha|nosha flush|noflush [TIMES]
    public static async Task<int> RunAsync(string[] args)
    {
        var client = VideoTaskClient.Create(new ContentVendor(), new() { BaseUrl = new(args[0]), ApiKey = "benchmark-key" });
        var options = new VideoDownloadOptions
        {
            Connections = int.Parse(args[3], CultureInfo.InvariantCulture),
            ComputeSha256 = args[4] == "sha",
            FlushToDisk = args[5] == "flush",
        };
        var times = args.Length > 6 ? int.Parse(args[6], CultureInfo.InvariantCulture) : 1;
        var (allocated, seconds) = (0L, 0.0);
        for (var i = 0; i < times; i++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            var started = Stopwatch.GetTimestamp();
            await client.DownloadToFileAsync(args[1], args[2], options);
            seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        }

        using var self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{self.PeakWorkingSet64} {allocated} {seconds}"));
        return 0;
    }
}
