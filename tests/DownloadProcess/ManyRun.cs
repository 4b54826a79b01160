using System.Globalization;

namespace VideoTasks.Tests.Download;

/// <summary>
/// Downloads what the lines of the standard input ask for (NUMBER BASE-URL ID PATH CONNECTIONS), side by side, and answers each with a line
/// (NUMBER OUTCOME). At the end of the input it tells what that cost: memory, timers, open files.
/// </summary>
internal sealed class ManyRun(VideoFileDownloadOptions options)
{
    private const int SampleInterval = 4;
    private const int Slack = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Lock _output = new();
    private int _count;
    private long _mostLive;

    public async Task RunAsync()
    {
        var (files, timers) = (CountFiles(), Timer.ActiveCount);
        var downloads = new List<Task>();
        while (await Console.In.ReadLineAsync() is { } line)
        {
            downloads.RemoveAll(download => download.IsCompletedSuccessfully);
            downloads.Add(DownloadAsync(line.Split(' ')));
        }

        await Task.WhenAll(downloads);

        // The last connections and timers are gone a moment after the last answer.
        for (var waited = TimeSpan.Zero; waited < Patience
            && (CountFiles() > files + Slack || Timer.ActiveCount > timers + Slack); waited += TimeSpan.FromMilliseconds(50))
        {
            await Task.Delay(50);
        }

        Say(string.Create(
            CultureInfo.InvariantCulture, $"memory {_mostLive} {GC.GetTotalMemory(forceFullCollection: true)} {CountFiles() - files} "
                + $"{Timer.ActiveCount - timers}"));
    }

    /// <summary>The sockets and files that are open, but for those that the runtime loads its code from.</summary>
    private static int CountFiles() => !OperatingSystem.IsLinux() ? 0 : Directory.GetFileSystemEntries("/proc/self/fd")
        .Select(handle => new FileInfo(handle).LinkTarget ?? "")
        .Count(target => target.StartsWith("socket:", StringComparison.Ordinal)
            || (target.StartsWith('/')
            && !target.StartsWith("/dev/", StringComparison.Ordinal)
            && !target.EndsWith(".dll", StringComparison.Ordinal)));

    private async Task DownloadAsync(string[] line)
    {
        var client = new VideoTaskClient(new ContentVendor(), new() { BaseUrl = new(line[1]), ApiKey = "sk-test-key-0123456789" });
        var outcome = "exact";
        try
        {
            await client.DownloadToFileAsync(line[2], line[3], options with { Connections = int.Parse(line[4], CultureInfo.InvariantCulture) });
        }
        catch (Exception exception)
        {
            outcome = exception is VideoTaskException error ? error.Reason.ToString() : exception.GetType().Name;
        }

        if (Interlocked.Increment(ref _count) % SampleInterval == 0)
        {
            var live = GC.GetTotalMemory(forceFullCollection: true);
            lock (_output)
            {
                _mostLive = Math.Max(_mostLive, live);
            }
        }

        Say($"{line[0]} {outcome}");
    }

    private void Say(string text)
    {
        lock (_output)
        {
            Console.WriteLine(text);
        }
    }
}
