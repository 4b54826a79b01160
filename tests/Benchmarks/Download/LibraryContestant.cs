using System.Diagnostics;
using VideoTasks.Tests.Download;

namespace VideoTasks.Benchmarks.Download;

/// <summary>The library, in this process, as in a service that runs already.</summary>
internal sealed class LibraryContestant(string name, DownloadCase file, VideoFileDownloadOptions options) : Contestant(name)
{
    private readonly VideoTaskClient _client =
        new VideoTaskClient(new ContentVendor(), new() { BaseUrl = file.BaseUrl, ApiKey = "benchmark-key" });

    public override async Task<Cost> RunAsync()
    {
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var cpu = ResourceUsage.OfSelf();
        var started = Stopwatch.GetTimestamp();
        await _client.DownloadToFileAsync(file.Id, file.Target, options);
        var wall = Stopwatch.GetElapsedTime(started).TotalSeconds;
        cpu = ResourceUsage.OfSelf() - cpu;
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        using var self = Process.GetCurrentProcess();
        return new(wall, cpu, self.PeakWorkingSet64, allocated);
    }
}
