using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace VideoTasks.Benchmarks;

/// <summary>
/// What generating costs a build: all clients from nothing, none, and one of them; beside it Kiota alone, a process a document, on the same
/// documents.
/// </summary>
internal static class GenerationBenchmark
{
    private static readonly int[] Counts = [1, 10, 100];

    /// <param name="documents">The documents that vendors are copied from.</param>
    public static async Task<int> RunAsync(string[] documents)
    {
        if (documents.Length == 0)
        {
            await Console.Error.WriteLineAsync("Name the documents to make vendors of, such as openapi/hingnet.yaml.");
            return 2;
        }

        Console.WriteLine("| vendors | from nothing | again | one changed | kiota generate, each | from nothing / kiota |");
        Console.WriteLine("| ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var count in Counts)
        {
            var folder = Directory.CreateTempSubdirectory("videotasks-generation-").FullName;
            try
            {
                await MeasureAsync(folder, documents, count);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        return 0;
    }

    private static async Task MeasureAsync(string folder, string[] documents, int count)
    {
        var vendors = Enumerable.Range(0, count)
            .Select(i => Path.Combine(folder, "openapi", $"vendor{i}{Path.GetExtension(documents[i % documents.Length])}"))
            .ToList();
        Directory.CreateDirectory(Path.Combine(folder, "openapi"));
        for (var i = 0; i < count; i++)
        {
            File.Copy(documents[i % documents.Length], vendors[i]);
        }

        var all = await CpuAsync(() => UpdateAsync(folder));
        var none = await CpuAsync(() => UpdateAsync(folder));
        File.WriteAllText(vendors[0], (await File.ReadAllTextAsync(vendors[0])).Replace("description", "summary", StringComparison.Ordinal));
        var one = await CpuAsync(() => UpdateAsync(folder));
        var kiota = await CpuAsync(() => KiotaAsync(folder, vendors));
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture, $"| {count} | {all:0.00} s | {none:0.00} s | {one:0.00} s | {kiota:0.00} s | {all / kiota:0.00} |"));
    }

    private static Task UpdateAsync(string folder)
    {
        var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        var tool = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../..", "VideoTasks.Build", configuration, "VideoTasks.Build.dll"));
        return RunAsync(
            [
                tool,
                "update",
                "--root",
                folder,
                "--kiota-assembly",
                Metadata("KiotaAssembly"),
                "--kiota-version",
                Metadata("KiotaVersion")], mayFail: false);
    }

    private static async Task KiotaAsync(string folder, List<string> vendors)
    {
        foreach (var vendor in vendors)
        {
            var output = Path.Combine(folder, "kiota", Path.GetFileNameWithoutExtension(vendor));
            await RunAsync(
                [
                    Metadata("KiotaAssembly"),
                    "generate",
                    "--language",
                    "CSharp",
                    "--openapi",
                    vendor,
                    "--output",
                    output,
                    "--exclude-backward-compatible"], mayFail: true);
        }
    }

    private static async Task RunAsync(string[] arguments, bool mayFail)
    {
        var start =
            new ProcessStartInfo("dotnet", ["exec", .. arguments])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
        start.Environment["KIOTA_OFFLINE_ENABLED"] = "true";
        start.Environment["KIOTA_CLI_TELEMETRY_OPTOUT"] = "1";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0 && !mayFail)
        {
            throw new InvalidOperationException(output + await errors);
        }
    }

    // The processor time of all ended descendants; a wall clock would count what else the machine does.
    private static async Task<double> CpuAsync(Func<Task> action)
    {
        var before = ChildTicks();
        await action();
        return (ChildTicks() - before) / 100.0;
    }

    private static long ChildTicks()
    {
        var fields = File.ReadAllText("/proc/self/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields[13..15].Sum(f => long.Parse(f, CultureInfo.InvariantCulture));
    }

    private static string Metadata(string key)
        => typeof(GenerationBenchmark).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
