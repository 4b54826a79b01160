using Spectre.Console;
using VideoTasks.Cli.Output;
using VideoTasks.Vendors;

namespace VideoTasks.Cli.Demo;

/// <summary>All vendors at once, on stderr: bars on a terminal, a line a change when piped.</summary>
internal static class DemoDisplay
{
    /// <summary>Runs one vendor: told how to show a text and percent.</summary>
    public delegate Task<DemoResult> Run(VideoVendor vendor, Action<string, double> show);

    public static Task<DemoResult[]> RunAsync(CommandConsole console, IReadOnlyList<VideoVendor> vendors, Run run)
        => console.IsErrorTerminal && CommandConsole.MayEscape ? RunLiveAsync(console, vendors, run) : RunPlainAsync(console, vendors, run);

    private static async Task<DemoResult[]> RunPlainAsync(CommandConsole console, IReadOnlyList<VideoVendor> vendors, Run run)
    {
        var width = vendors.Max(vendor => vendor.Description.Name.Length);
        return await Task.WhenAll(vendors.Select(async vendor =>
        {
            using var line = new StatusLine(console);
            return await run(vendor, (text, _) => line.Show($"{vendor.Description.Name.PadRight(width)}  {text}"));
        }));
    }

    private static Task<DemoResult[]> RunLiveAsync(CommandConsole console, IReadOnlyList<VideoVendor> vendors, Run run)
    {
        var terminal = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(console.Error) });
        return terminal.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
            .StartAsync(context => Task.WhenAll(vendors.Select(async vendor =>
            {
                var bar = context.AddTask(Describe(vendor, "starting"));
                var result = await run(vendor, (text, percent) =>
                {
                    bar.Description = Describe(vendor, text);
                    bar.Value = percent;
                });
                bar.StopTask();
                return result;
            }).ToArray()));
    }

    private static string Describe(VideoVendor vendor, string text) => Markup.Escape($"{vendor.Description.Name,-10} {text,-26}");
}
