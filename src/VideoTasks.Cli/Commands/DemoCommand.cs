using System.CommandLine;
using VideoTasks.Cli.Demo;
using VideoTasks.Cli.Help;
using VideoTasks.Cli.Input;
using VideoTasks.Cli.Output;
using VideoTasks.Emulator;
using VideoTasks.Vendors;

namespace VideoTasks.Cli.Commands;

internal static class DemoCommand
{
    private static readonly Option<string> Output = new("--output", "-o")
    {
        Description = "The directory for the videos; ./downloads by default.", HelpName = "DIR", DefaultValueFactory = _ => "downloads",
    };

    public static Command Create(CommandRunner runner)
    {
        var command = new Command("demo", "Take every vendor from a task to a verified mp4, at an emulator in this process, without key or network.")
        {
            Output, VendorOptions.Json, VendorOptions.Timeout,
        };
        return runner.Does(command, (parsed, token) => RunAsync(runner.Console, parsed, token))
            .WithExamples("videotasks demo", "videotasks demo --output /tmp/videos --json");
    }

    private static async Task<int> RunAsync(CommandConsole console, ParseResult parsed, CancellationToken token)
    {
        using var directory = DemoDirectory.Create(parsed.GetValue(Output)!);
        await using var emulator = await VideoEmulator.StartAsync(cancellationToken: token);
        var played = emulator.Vendors.Select(vendor => vendor.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var skipped in VideoVendors.All.Where(vendor => !played.Contains(vendor.Description.Name)))
        {
            console.Message($"{skipped.Description.Name} is left out: the emulator doesn't play it");
        }

        var vendors = VideoVendors.All.Where(vendor => played.Contains(vendor.Description.Name)).ToArray();
        if (vendors.Length == 0)
        {
            throw new UsageException("there is no vendor that the emulator plays. Is openapi/ empty?");
        }

        var results = await DemoDisplay.RunAsync(
            console, vendors, (vendor, show) => new DemoTask(emulator, vendor, directory.Path, show).RunAsync(token));
        DemoReport.Write(console, results, parsed.GetValue(VendorOptions.Json));
        var leaks = emulator.Requests.Count(request => request is { IsCdn: true, CarriesKey: true });
        console.Message(DemoReport.Summary(results, emulator.Requests.Count(request => request.IsCdn), leaks, directory.Path));
        return results.All(result => result.IsVerified) && leaks == 0 ? ExitCode.Done : ExitCode.Refused;
    }
}
