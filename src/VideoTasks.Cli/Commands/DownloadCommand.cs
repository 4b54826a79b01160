using System.CommandLine;
using System.Globalization;
using VideoTasks.Cli.Input;
using VideoTasks.Cli.Output;

namespace VideoTasks.Cli.Commands;

internal static class DownloadCommand
{
    private static readonly TimeSpan PlainInterval = TimeSpan.FromSeconds(2);

    private static readonly Option<string> Output = new("--output", "-o")
    {
        Description = "The file, or a directory for a file of the server's name; the current directory by default.", HelpName = "FILE_OR_DIR",
        DefaultValueFactory = _ => ".",
    };

    private static readonly Option<int?> Connections = Numbers.Option("--connections", "How many ranges are fetched at a time, 1 to 32.", 1, 32);
    private static readonly Option<string?> Variant = new("--variant")
    {
        Description = "video, thumbnail or spritesheet, where the vendor has them.",
    };

    private static readonly Option<bool> Wait = new("--wait") { Description = "Wait for the task first." };
    private static readonly Option<bool> NoHash = new("--no-hash") { Description = "Don't compute the SHA-256." };
    private static readonly Option<string?> Sha256 = new("--sha256") { Description = "The SHA-256 that the file must have.", HelpName = "HEX" };
    private static readonly Option<string?> MaxSize = new("--max-size")
    {
        Description = "The largest file that is accepted: bytes, or 500MB, 20GB. 5GB by default.", HelpName = "SIZE",
    };

    private static readonly Option<bool> AllowPrivate = new("--allow-private-addresses")
    {
        Description = "Follow the vendor also to private addresses, where it is not itself.",
    };

    public static Command Create(CommandRunner runner)
    {
        var command = new Command("download", "Download a finished task's file; a broken download is gone on with.")
        {
            TaskArgument.Words, Output, Connections, Variant, Wait, NoHash, Sha256, MaxSize, AllowPrivate,
        };
        return runner.Does(command.WithVendorOptions(), (parsed, token) => RunAsync(runner.Console, parsed, token), ownTimeout: true);
    }

    private static async Task<int> RunAsync(CommandConsole console, ParseResult parsed, CancellationToken token)
    {
        var handle = TaskArgument.Read(parsed);
        if (parsed.GetValue(Output) is "")
        {
            throw new UsageException("-o must not be empty: name a file or a directory.");
        }

        if (Path.GetFullPath(parsed.GetValue(Output)!).StartsWith("/dev/", StringComparison.Ordinal))
        {
            throw new UsageException("-o must be a file or a directory, not a device.");
        }

        var timeout = VendorOptions.ReadTimeout(parsed);
        var options = ReadOptions(parsed);
        var client = VendorOptions.CreateClient(parsed, handle.Vendor);
        if (parsed.GetValue(Wait))
        {
            var task = await Waiting.ForAsync(console, client, handle.Id, parsed, token);
            if (Waiting.ExitCodeOf(console, task) is not ExitCode.Done and var exitCode)
            {
                return exitCode;
            }
        }

        var result = await FetchAsync(console, client, handle, parsed.GetValue(Output)!, options, timeout, token);
        if (parsed.GetValue(VendorOptions.Json))
        {
            console.Out.WriteLine(Line(result, handle));
        }
        else
        {
            Write(console.Out, result);
        }

        return ExitCode.Done;
    }

    private static async Task<VideoDownloadResult> FetchAsync(
        CommandConsole console,
        VideoTaskClient client,
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

    private static VideoFileDownloadOptions ReadOptions(ParseResult parsed)
    {
        var sha256 = parsed.GetValue(Sha256);
        if (sha256 is not null && (sha256.Length != 64 || !sha256.All(char.IsAsciiHexDigit)))
        {
            throw new UsageException($"--sha256 '{sha256}' is not 64 hexadecimal digits.");
        }

        var options = new VideoFileDownloadOptions
        {
            Connections = parsed.GetValue(Connections) ?? 1,
            Variant = parsed.GetValue(Variant),
            ComputeSha256 = !parsed.GetValue(NoHash),
            ExpectedSha256 = sha256,
            AllowPrivateAddresses = parsed.GetValue(AllowPrivate),
        };
        return parsed.GetValue(MaxSize) is { } size ? options with { MaxBytes = Sizes.Parse(size) } : options;
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

    private static void Write(TextWriter writer, VideoDownloadResult result)
    {
        TaskText.Fact(writer, "file", result.Path);
        TaskText.Fact(writer, "size", $"{result.Length.ToString(CultureInfo.InvariantCulture)} bytes");
        TaskText.Fact(writer, "sha256", result.Sha256);
        TaskText.Fact(writer, "resumed", $"{result.ResumedBytes.ToString(CultureInfo.InvariantCulture)} bytes");
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
