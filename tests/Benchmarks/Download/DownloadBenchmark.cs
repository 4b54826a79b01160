using System.Globalization;

namespace VideoTasks.Benchmarks.Download;

/// <summary>
/// Peers and ours in turn against the same nginx, on one machine in one run; medians of the rounds. Only the ratios hold: the machine's own
/// speed cancels out of them.
/// </summary>
internal sealed class DownloadBenchmark
{
    private const int SlowConnections = 8;
    private static readonly (string Name, long Length)[] Sizes = [("1m", 1 << 20), ("100m", 100 << 20), ("1g", 1L << 30)];

    private readonly int _rounds;
    private readonly string? _command;

    private DownloadBenchmark(string[] args)
    {
        _rounds = int.Parse(After(args, "--rounds") ?? "5", CultureInfo.InvariantCulture);
        _command = After(args, "--cli");
    }

    public static async Task<int> RunAsync(string[] args)
    {
        var benchmark = new DownloadBenchmark(args);
        var folder = Directory.CreateTempSubdirectory("videotasks-benchmark-").FullName;
        try
        {
            foreach (var (name, length) in Sizes)
            {
                DownloadCase.WriteVideo(Path.Combine(folder, name + ".mp4"), length);
            }

            using var nginx = await Nginx.StartAsync(folder);
            var target = Path.Combine(folder, "out.mp4");
            foreach (var (name, _) in Sizes.Where(size => After(args, "--size") is not { } only || only == size.Name))
            {
                var file = new DownloadCase(nginx.Port, name, target);
                await benchmark.CompareAsync($"{name}, one server as fast as it can", file, benchmark.Contestants(file));
            }

            var slow = new DownloadCase(nginx.SlowPort, "100m", target);
            await benchmark.CompareAsync("100m, 20 MB/s for each connection", slow, benchmark.SlowContestants(slow));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private IEnumerable<Contestant> Contestants(DownloadCase file)
    {
        yield return Curl(file);
        yield return Aria(file, 1);
        yield return Aria(file, 4);
        yield return Library("library", file, new() { ComputeSha256 = false, FlushToDisk = false });
        yield return Library("library, flushed to disk", file, new() { ComputeSha256 = false });
        yield return Library("library, SHA-256", file, new() { FlushToDisk = false });
        yield return Library("library, SHA-256, flushed", file, new());
        yield return Library("library, 4 connections", file, new() { Connections = 4, ComputeSha256 = false, FlushToDisk = false });
        yield return Library("library, 4 connections, SHA-256", file, new() { Connections = 4, FlushToDisk = false });
        if (_command is { } command)
        {
            yield return CommandLine("command line (flushes)", command, file, "--no-hash");
            yield return CommandLine("command line, SHA-256", command, file);
            yield return CommandLine("command line, 4 connections", command, file, "--no-hash", "--connections", "4");
        }
    }

    private IEnumerable<Contestant> SlowContestants(DownloadCase file)
    {
        yield return Curl(file);
        yield return Aria(file, SlowConnections);
        yield return Library("library, 8 connections", file, new() { Connections = SlowConnections, ComputeSha256 = false, FlushToDisk = false });
        yield return Library("library, 8 connections, SHA-256", file, new() { Connections = SlowConnections, FlushToDisk = false });
        if (_command is { } command)
        {
            yield return CommandLine("command line, 8 connections", command, file, "--no-hash", "--connections", "8");
        }
    }

    private async Task CompareAsync(string title, DownloadCase file, IEnumerable<Contestant> contestants)
    {
        var costs = contestants.Select(contestant => (contestant, List: new List<Cost>())).ToList();
        for (var round = -1; round < _rounds; round++)
        {
            foreach (var (contestant, list) in costs)
            {
                // Nobody starts with what another one has left for the disk to do.
                File.Delete(file.Target);
                DiskWrites.Settle();
                var cost = await contestant.RunAsync();

                // The first round warms the page cache and the compiler.
                if (round >= 0)
                {
                    list.Add(cost);
                }
            }
        }

        File.Delete(file.Target);
        Print(title, costs);
    }

    private void Print(string title, List<(Contestant Contestant, List<Cost> List)> costs)
    {
        var curl = costs[0].List;
        var (wall, cpu) = (Median(curl, cost => cost.Wall), Median(curl, cost => cost.Cpu));
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"\n{title} (medians of {_rounds}; curl: {wall:0.000} s wall, {cpu:0.000} s CPU)\n"));
        Console.WriteLine("| | wall / curl | CPU / curl | peak RSS, MiB | allocated, KiB |\n| --- | --- | --- | --- | --- |");
        foreach (var (contestant, list) in costs)
        {
            var allocated = list[0].Allocated is null
                ? ""
                : (Median(list, cost => cost.Allocated!.Value) / 1024).ToString("0", CultureInfo.InvariantCulture);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {contestant.Name} | {Median(list, cost => cost.Wall) / wall:0.00} | {Median(list, cost => cost.Cpu) / cpu:0.00} | "
                    + $"{(list.Max(cost => cost.Peak) is > 0 and var peak ? $"{peak >> 20}" : "")} | {allocated} |"));
        }
    }

    private static ProcessContestant Curl(DownloadCase file) => new("curl", "curl", "-s", "-S", "-f", "-o", file.Target, file.Url);

    private static ProcessContestant Aria(DownloadCase file, int connections)
    {
        var count = connections.ToString(CultureInfo.InvariantCulture);
        return new(
            $"aria2c -x{count}",
            ["aria2c", "-q", "-x", count, "-s", count, "-k", "1M", "--allow-overwrite=true", "--file-allocation=falloc",
                "-d", Path.GetDirectoryName(file.Target)!, "-o", Path.GetFileName(file.Target), file.Url]);
    }

    private static LibraryContestant Library(string name, DownloadCase file, VideoFileDownloadOptions options) => new(name, file, options);

    private static ProcessContestant CommandLine(string name, string command, DownloadCase file, params string[] more) => new(
        name,
        [command, "download", "openai", file.Id, "-o", file.Target, "--base-url", file.BaseUrl.ToString(), "--api-key", "benchmark-key", .. more]);

    private static double Median(List<Cost> costs, Func<Cost, double> value) => costs.Select(value).Order().ElementAt(costs.Count / 2);

    private static string? After(string[] args, string name) => args.SkipWhile(arg => arg != name).Skip(1).FirstOrDefault();
}
