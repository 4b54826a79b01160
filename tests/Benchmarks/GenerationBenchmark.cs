using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace VideoTasks.Benchmarks;

/// <summary>
/// The client generator, a process a document as a build runs it: documents that are given, and synthetic ones of 10 to 1,000 paths, whose times
/// show whether generation grows with the document or faster.
/// </summary>
internal static class GenerationBenchmark
{
    private static readonly int[] Sizes = [10, 30, 100, 300, 1000];

    public static async Task<int> RunAsync(string[] documents)
    {
        var generator = FindGenerator();
        var folder = Directory.CreateTempSubdirectory("videotasks-generation-").FullName;
        try
        {
            Console.WriteLine("| document | files | seconds | files a second | peak MB |");
            Console.WriteLine("| --- | ---: | ---: | ---: | ---: |");
            foreach (var document in documents)
            {
                await MeasureAsync(Path.GetFileName(document), document, generator, folder);
            }

            foreach (var paths in Sizes)
            {
                var document = Path.Combine(folder, $"{paths}.yaml");
                await File.WriteAllTextAsync(document, Synthetic(paths));
                await MeasureAsync(string.Create(CultureInfo.InvariantCulture, $"{paths} paths"), document, generator, folder);
            }

            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Each build has its output beside the others, under artifacts/bin.
    private static string FindGenerator()
    {
        var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        var path = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../..", "VideoTasks.Build", configuration, "VideoTasks.Build.dll"));
        return File.Exists(path) ? path : throw new FileNotFoundException($"Build the client generator first: {path}");
    }

    private static async Task MeasureAsync(string name, string document, string generator, string folder)
    {
        var seconds = new List<double>();
        var peak = 0L;
        var files = 0;
        for (var round = 0; round < 3; round++)
        {
            var output = Path.Combine(folder, Guid.NewGuid().ToString("N"));
            var started = Stopwatch.GetTimestamp();
            peak = Math.Max(peak, await RunAsync(generator, document, output));
            seconds.Add(Stopwatch.GetElapsedTime(started).TotalSeconds);
            files = Directory.GetFiles(output, "*.cs", SearchOption.AllDirectories).Length;
        }

        var median = seconds.Order().ElementAt(seconds.Count / 2);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {files} | {median:0.00} | {files / median:0} | {peak / 1024 / 1024} |"));
    }

    private static async Task<long> RunAsync(string generator, string document, string output)
    {
        string[] arguments = [generator, "generate", "--language", "CSharp", "--openapi", document, "--output", output, "--exclude-backward-compatible"];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var reading = process.StandardOutput.ReadToEndAsync();
        var peak = 0L;
        while (!process.WaitForExit(5))
        {
            process.Refresh();
            try
            {
                peak = Math.Max(peak, process.PeakWorkingSet64);
            }
            catch (InvalidOperationException)
            {
                break; // It ended between the two calls.
            }
        }

        await reading;
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? peak : throw new InvalidOperationException(await errors);
    }

    private static string Synthetic(int paths)
    {
        var text = new StringBuilder("openapi: 3.0.3\ninfo: {title: Synthetic, version: '1'}\npaths:\n");
        for (var i = 0; i < paths; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $$$"""
                  /v1/things{{{i}}}/{id}:
                    get:
                      parameters: [{name: id, in: path, required: true, schema: {type: string}}, {name: q, in: query, schema: {type: string}}]
                      responses:
                        "200": {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Thing{{{i}}}'} } } }
                        4XX: {description: error, content: {application/json: {schema: {$ref: '#/components/schemas/Problem'} } } }
                    post:
                      requestBody: {content: {application/json: {schema: {type: object, properties: {name: {type: string}, size: {type: integer} } } } } }
                      responses:
                        "200": {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Thing{{{i}}}'} } } }

                """);
        }

        text.Append("components:\n  schemas:\n    Problem: {type: object, properties: {detail: {type: string} } }\n");
        for (var i = 0; i < paths; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $$$"""
                    Thing{{{i}}}:
                      type: object
                      properties:
                        id: {type: string}
                        state: {type: string, enum: [queued, done]}
                        next: {$ref: '#/components/schemas/Thing{{{(i + 1) % paths}}}'}
                        value: {oneOf: [{type: string}, {$ref: '#/components/schemas/Thing{{{i}}}'}]}

                """);
        }

        return text.ToString();
    }
}
