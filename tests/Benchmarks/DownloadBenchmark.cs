using System.Buffers.Binary;
using System.Globalization;

namespace VideoTasks.Benchmarks;

/// <summary>
/// Peers and ours in turn, each in a process of its own, against the same nginx; medians of the rounds. Only the ratios hold: the machine's own
/// speed cancels out of them.
/// </summary>
internal static class DownloadBenchmark
{
    private static readonly (string Name, long Length)[] Sizes = [("1m", 1 << 20), ("100m", 100 << 20), ("1g", 1L << 30)];

    public static async Task<int> RunAsync(string[] args)
    {
        var rounds = args.SkipWhile(arg => arg != "--rounds").Skip(1).Select(arg => int.Parse(arg, CultureInfo.InvariantCulture)).FirstOrDefault(5);
        var root = args.SkipWhile(arg => arg != "--directory").Skip(1).FirstOrDefault(Path.GetTempPath());
        var folder = Path.Combine(root, "videotasks-benchmark-" + Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        Directory.CreateDirectory(folder);
        try
        {
            foreach (var (name, length) in Sizes)
            {
                WriteVideo(Path.Combine(folder, name + ".mp4"), length);
            }

            using var nginx = await Nginx.StartAsync(folder);
            var target = Path.Combine(folder, "out.mp4");
            foreach (var (name, _) in Sizes.Where(size => !args.Contains("--quick") || size.Name == "100m"))
            {
                await CompareAsync($"{name}, one server as fast as it can", rounds, Url(nginx.Port, name), target, slow: false);
            }

            await CompareAsync("100m, 20 MB/s for each connection", Math.Min(rounds, 3), Url(nginx.SlowPort, "100m"), target, slow: true);
            await WarmAsync(Url(nginx.Port, "100m"), target);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (string Base, string Id, string Full) Url(int port, string name) =>
        ($"http://127.0.0.1:{port}/v1", name, $"http://127.0.0.1:{port}/v1/videos/{name}/content");

    private static async Task CompareAsync(string title, int rounds, (string Base, string Id, string Full) url, string target, bool slow)
    {
        var runners = new Dictionary<string, string[]>
        {
            ["curl"] = ["curl", "-s", "-S", "-f", "-o", target, url.Full],
            ["aria2c -x1"] = Aria(url.Full, target, 1),
            [slow ? "aria2c -x8" : "aria2c -x4"] = Aria(url.Full, target, slow ? 8 : 4),
            ["ours"] = Ours(url, target, 1, "nosha", "noflush"),
            ["ours, flushed to disk"] = Ours(url, target, 1, "nosha", "flush"),
            ["ours, SHA-256"] = Ours(url, target, 1, "sha", "noflush"),
            ["ours, SHA-256, flushed"] = Ours(url, target, 1, "sha", "flush"),
            [slow ? "ours x8" : "ours x4"] = Ours(url, target, slow ? 8 : 4, "nosha", "noflush"),
            [slow ? "ours x8, SHA-256" : "ours x4, SHA-256"] = Ours(url, target, slow ? 8 : 4, "sha", "noflush"),
        };
        var costs = runners.ToDictionary(runner => runner.Key, _ => new List<Cost>());
        for (var round = -1; round < rounds; round++)
        {
            foreach (var (name, command) in runners)
            {
                File.Delete(target);
                var cost = await ChildProcess.RunAsync(command);

                // The first round warms the page cache.
                if (round >= 0)
                {
                    costs[name].Add(cost);
                }
            }
        }

        var curl = costs["curl"];
        Console.WriteLine($"\n{title} (median of {rounds}; curl: {Median(curl, cost => cost.Wall):0.000} s wall, {Median(curl, cost => cost.Cpu):0.000} s CPU)\n");
        Console.WriteLine("| | wall / curl | CPU / curl | peak RSS | seconds in the call |\n| --- | --- | --- | --- | --- |");
        foreach (var (name, list) in costs)
        {
            var own = list.Select(cost => cost.Output.Split(' ')).Where(parts => parts.Length == 3)
                .Select(parts => (Rss: long.Parse(parts[0], CultureInfo.InvariantCulture), Seconds: double.Parse(parts[2], CultureInfo.InvariantCulture))).ToList();
            var rss = own.Count == 0 ? "" : $"{own.Max(cost => cost.Rss) >> 20} MiB";
            var seconds = own.Count == 0 ? "" : $"{own.Select(cost => cost.Seconds).Order().ElementAt(own.Count / 2):0.000}";
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {Median(list, cost => cost.Wall) / Median(curl, cost => cost.Wall):0.00} | {Median(list, cost => cost.Cpu) / Median(curl, cost => cost.Cpu):0.00} | {rss} | {seconds} |"));
        }
    }

    /// <summary>What a download costs where the runtime is up already: time, and what it allocates.</summary>
    private static async Task WarmAsync((string Base, string Id, string Full) url, string target)
    {
        Console.WriteLine("\n100m in a warm process (the tenth download)\n\n| | seconds | allocated |\n| --- | --- | --- |");
        foreach (var (name, connections, sha) in new[] { ("ours", 1, "nosha"), ("ours, SHA-256", 1, "sha"), ("ours x4", 4, "nosha") })
        {
            var cost = await ChildProcess.RunAsync([.. Ours(url, target, connections, sha, "noflush"), "10"]);
            var parts = cost.Output.Split(' ');
            Console.WriteLine($"| {name} | {double.Parse(parts[2], CultureInfo.InvariantCulture):0.000} | {long.Parse(parts[1], CultureInfo.InvariantCulture) / 1024} KB |");
        }
    }

    private static string[] Aria(string url, string target, int connections)
    {
        var count = connections.ToString(CultureInfo.InvariantCulture);
        return ["aria2c", "-q", "-x", count, "-s", count, "-k", "1M", "--allow-overwrite=true", "--file-allocation=falloc", "-d", Path.GetDirectoryName(target)!, "-o", Path.GetFileName(target), url];
    }

    private static string[] Ours((string Base, string Id, string Full) url, string target, int connections, string sha, string flush) =>
        [Environment.ProcessPath!, "download-once", url.Base, url.Id, target, connections.ToString(CultureInfo.InvariantCulture), sha, flush];

    private static double Median(List<Cost> costs, Func<Cost, double> value) => costs.Select(value).Order().ElementAt(costs.Count / 2);

    private static void WriteVideo(string path, long length)
    {
        const int fileType = 24;
        const int movie = 108;
        using var file = File.Create(path);
        var block = new byte[1 << 20];
        Random.Shared.NextBytes(block);
        for (var written = 0L; written < length; written += block.Length)
        {
            file.Write(block);
        }

        Box(file, 0, fileType, "ftypmp42"u8);
        Box(file, fileType, length - fileType - movie, "mdat"u8);
        Box(file, length - movie, movie, "moov"u8);
    }

    private static void Box(FileStream file, long offset, long length, ReadOnlySpan<byte> type)
    {
        Span<byte> size = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(size, (uint)length);
        file.Position = offset;
        file.Write(size);
        file.Write(type);
    }
}
