using System.CommandLine;
using System.Globalization;
using VideoTasks.Cli.Input;
using VideoTasks.Cli.Output;

namespace VideoTasks.Cli.Commands;

/// <summary>Fetching a file with its progress on the status line, and what is said of it.</summary>
internal static class Downloading
{
    private static readonly TimeSpan PlainInterval = TimeSpan.FromSeconds(2);

    /// <summary>How to go on with downloads that have ended early.</summary>
    public static string GoOn(string handles) => $"What has arrived is kept. Go on with: videotasks download {handles}, with the same -o";

    /// <summary>Refuses what can't be the place of a file.</summary>
    public static void RefuseOutput(string option, string output)
    {
        if (output.Length == 0)
        {
            throw new UsageException($"{option} must not be empty: name a file or a directory.");
        }

        if (Path.GetFullPath(output).StartsWith("/dev/", StringComparison.Ordinal))
        {
            throw new UsageException($"{option} must be a file or a directory, not a device.");
        }
    }

    public static async Task<VideoDownloadResult> FetchAsync(
        CommandConsole console,
        IVideoTaskClient client,
        VideoTaskHandle handle,
        string output,
        VideoFileDownloadOptions options,
        TimeSpan? timeout,
        CancellationToken token)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(token);
        if (timeout is { } limit)
        {
            deadline.CancelAfterAny(limit);
        }

        using var line = new StatusLine(console);
        options = options with
        {
            Progress = new Report<VideoDownloadProgress>(progress => line.Show($"{HandleText.Format(handle)}  {State(progress)}", PlainInterval)),
        };
        try
        {
            return await client.DownloadToFileAsync(handle.Id, output, options, deadline.Token);
        }
        catch (OperationCanceledException exception) when (!token.IsCancellationRequested)
        {
            var limited = Durations.Format(timeout!.Value);
            throw new VideoTaskTimeoutException(
                $"the download of {HandleText.Format(handle)} did not end within {limited}. What has arrived is kept: the same command goes on.",
                exception);
        }
    }

    public static void Write(CommandConsole console, ParseResult parsed, VideoDownloadResult result, VideoTaskHandle handle)
    {
        if (parsed.GetValue(VendorOptions.Json))
        {
            console.Out.WriteLine(Line(result, handle));
            return;
        }

        // Written at once, since downloads at the same time share the output.
        using var text = new StringWriter();
        TaskText.Fact(text, "file", result.Path);
        TaskText.Fact(text, "size", $"{result.Length.ToString(CultureInfo.InvariantCulture)} bytes");
        TaskText.Fact(text, "sha256", result.Sha256);
        TaskText.Fact(text, "resumed", $"{result.ResumedBytes.ToString(CultureInfo.InvariantCulture)} bytes");
        console.Out.Write(text.ToString());
    }

    private static string State(VideoDownloadProgress progress)
    {
        var rate = $"{Lines.Bytes((long)progress.BytesPerSecond)}/s";
        var request = progress.Attempt > 1 ? $", request {progress.Attempt}" : "";
        var received = Lines.Bytes(progress.BytesReceived);
        return progress is { Percent: { } percent, TotalBytes: { } total }
            ? $"{percent.ToString("0", CultureInfo.InvariantCulture)} %  {received} of {Lines.Bytes(total)}  {rate}{request}"
            : $"{received}  {rate}{request}";
    }

    private static string Line(VideoDownloadResult result, VideoTaskHandle handle) => JsonLine.Create(writer =>
    {
        writer.Text("vendor", handle.Vendor);
        writer.Text("id", handle.Id);
        writer.Text("file", result.Path);
        writer.WriteNumber("size", result.Length);
        writer.Text("sha256", result.Sha256);
        writer.WriteNumber("resumedBytes", result.ResumedBytes);
        writer.WriteNumber("attempts", result.Attempts);
        writer.Text("mediaType", result.MediaType);
        writer.WriteBoolean("lengthVerified", result.IsLengthVerified);
    });
}
