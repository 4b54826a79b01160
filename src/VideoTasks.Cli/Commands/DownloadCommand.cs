using System.CommandLine;
using VideoTasks.Cli.Help;
using VideoTasks.Cli.Input;

namespace VideoTasks.Cli.Commands;

internal static class DownloadCommand
{
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
        var command = new Command("download", "Download a finished task's file, or several; a broken download is gone on with.")
        {
            TaskArgument.Several, Output, Connections, Variant, Wait, NoHash, Sha256, MaxSize, AllowPrivate, TaskBatch.Concurrency,
        };
        return runner.Does(command.WithVendorOptions(), (parsed, token) => RunAsync(runner, parsed, token), ownTimeout: true).WithExamples(
            "videotasks download hingnet/video_123 -o cat.mp4",
            "videotasks download hingnet video_123 video_124 -o videos/ --wait",
            "videotasks download openai/video_123 --variant thumbnail -o cat.webp --json | jq -r .sha256");
    }

    private static Task<int> RunAsync(CommandRunner runner, ParseResult parsed, CancellationToken token)
    {
        var output = parsed.GetValue(Output)!;
        var timeout = VendorOptions.ReadTimeout(parsed);
        var options = ReadOptions(parsed);
        Downloading.RefuseOutput("-o", output);
        if (TaskArgument.ReadSeveral(parsed).Count > 1)
        {
            RefuseForSeveral(output, options);
        }

        return TaskBatch.RunAsync(runner, parsed, async (client, handle, stop) =>
        {
            if (parsed.GetValue(Wait))
            {
                var task = await Waiting.ForAsync(runner.Console, client, handle, parsed, stop);
                if (Waiting.ExitCodeOf(runner.Console, task) is not ExitCode.Done and var exitCode)
                {
                    return exitCode;
                }
            }

            var result = await Downloading.FetchAsync(runner.Console, client, handle, output, options, timeout, stop);
            Downloading.Write(runner.Console, parsed, result, handle);
            return ExitCode.Done;
        }, Downloading.GoOn, token);
    }

    private static void RefuseForSeveral(string output, VideoFileDownloadOptions options)
    {
        if (!Directory.Exists(output))
        {
            throw new UsageException($"-o '{output}' is no directory that exists: several files need one.");
        }

        if (options.ExpectedSha256 is not null)
        {
            throw new UsageException("--sha256 is of one file: download that one alone.");
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
}
