using System.CommandLine;
using VideoTasks.Cli.Help;
using VideoTasks.Cli.Input;
using VideoTasks.Cli.Output;
using VideoTasks.Emulator;

namespace VideoTasks.Cli.Commands;

internal static class EmulatorCommand
{
    private static readonly Option<int?> Port = Numbers.Option("--port", "The port; 0, the default, takes a free one.", 0, 65_535);

    public static Command Create(CommandRunner runner)
    {
        var command = new Command("emulator", "Play the vendors on this machine until Ctrl-C, for clients in any language.")
        {
            Port, VendorOptions.Json,
        };
        return runner.Does(command, async (parsed, token) =>
        {
            await using var emulator = await StartAsync(parsed.GetValue(Port) ?? 0, token);
            Announce(runner.Console, emulator, parsed.GetValue(VendorOptions.Json));
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return ExitCode.Done;
        }).WithExamples("videotasks emulator --port 8080", "videotasks create openai --prompt 'a cat' --base-url URL --api-key emulator-key");
    }

    private static async Task<VideoEmulator> StartAsync(int port, CancellationToken token)
    {
        try
        {
            return await VideoEmulator.StartAsync(new() { Port = port }, token);
        }
        catch (IOException exception)
        {
            throw new IOException(
                $"port {port} can't be listened on: {exception.GetBaseException().Message}. Take another, or 0 for a free one.", exception);
        }
    }

    private static void Announce(CommandConsole console, VideoEmulator emulator, bool json)
    {
        foreach (var vendor in emulator.Vendors)
        {
            console.Out.WriteLine(json
                ? JsonLine.Create(writer =>
                {
                    writer.Text("vendor", vendor.Name);
                    writer.Text("baseUrl", vendor.BaseUrl.AbsoluteUri);
                    writer.Text("apiKey", emulator.ApiKey);
                })
                : $"{vendor.Name,-10} {vendor.BaseUrl}");
        }

        console.Message($"the key is {emulator.ApiKey}; Ctrl-C ends");
    }
}
