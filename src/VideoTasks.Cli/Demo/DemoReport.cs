using VideoTasks.Cli.Output;

namespace VideoTasks.Cli.Demo;

/// <summary>How the demo went.</summary>
internal static class DemoReport
{
    public static void Write(CommandConsole console, IReadOnlyList<DemoResult> results, bool json)
    {
        if (json)
        {
            foreach (var result in results)
            {
                console.Out.WriteLine(Line(result));
            }

            return;
        }

        Output.Table.Write(console, ["VENDOR", "STATUS", "FILE", "SIZE", "SHA-256", "VERIFIED"], [.. results.Select(Row)]);
        foreach (var result in results.Where(result => result.Problem is not null))
        {
            console.Message($"{result.Vendor}: {result.Problem}");
        }
    }

    public static string Summary(IReadOnlyList<DemoResult> results, int cdnRequests, int leaks, string directory)
    {
        var verified = results.Count(result => result.IsVerified);
        return $"{verified} of {results.Count} videos are byte for byte what the emulator made, in {directory}. "
            + $"Requests to another origin: {cdnRequests}, with a key: {leaks}.";
    }

    private static string[] Row(DemoResult result) =>
    [
        result.Vendor, result.Task is { } task ? task.Status.ToWord() : "-",
        result.Download?.Path is { } path ? Path.GetRelativePath(".", path) : "-",
        result.Download is { } download ? Lines.Bytes(download.Length) : "-", result.Download?.Sha256 ?? "-", result.IsVerified ? "yes" : "NO",
    ];

    private static string Line(DemoResult result) => JsonLine.Create(writer =>
    {
        writer.Text("vendor", result.Vendor);
        writer.Text("id", result.Task?.Id);
        writer.Text("status", result.Task is { } task ? task.Status.ToWord() : null);
        writer.Text("file", result.Download?.Path);
        writer.Number("size", result.Download?.Length);
        writer.Text("sha256", result.Download?.Sha256);
        writer.WriteBoolean("verified", result.IsVerified);
        writer.Text("problem", result.Problem);
    });
}
