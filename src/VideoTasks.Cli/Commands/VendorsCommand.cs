using System.CommandLine;
using VideoTasks.Cli.Input;
using VideoTasks.Cli.Output;
using VideoTasks.Vendors;

namespace VideoTasks.Cli.Commands;

internal static class VendorsCommand
{
    private static readonly Option<string?> Explain = new("--explain")
    {
        Description = "How each operation and field of one vendor was recognised, and what falls back to the raw body.", HelpName = "VENDOR",
    };

    public static Command Create(CommandRunner runner)
    {
        var command = new Command("vendors", "List the vendors: base URL, operations, document and its hash.") { Explain, VendorOptions.Json };
        return runner.Does(command, (parsed, _) =>
        {
            var json = parsed.GetValue(VendorOptions.Json);
            if (parsed.GetValue(Explain) is { } name)
            {
                VendorText.Explain(runner.Console.Out, VendorOptions.FindVendor(name).Description, json);
            }
            else
            {
                List(runner.Console, json);
            }

            return Task.FromResult(ExitCode.Done);
        });
    }

    private static void List(CommandConsole console, bool json)
    {
        var vendors = VideoVendors.All.Select(vendor => vendor.Description).ToArray();
        if (json)
        {
            foreach (var vendor in vendors)
            {
                console.Out.WriteLine(VendorText.Line(vendor));
            }

            return;
        }

        var rows = vendors.Select(vendor => Row(vendor, console.IsOutTerminal)).ToArray();
        Table.Write(console, ["VENDOR", "BASE URL", "OPERATIONS", "DOCUMENT", "HASH"], rows);
    }

    private static string[] Row(VideoVendorDescription vendor, bool shorten) =>
    [
        vendor.Name, vendor.BaseUrl?.OriginalString ?? "(none: --base-url)",
        string.Join(", ", vendor.Operations.Select(VendorText.Word).Distinct()),
        vendor.DocumentPath,
        shorten && vendor.DocumentHash.Length > 12 ? $"{vendor.DocumentHash[..12]}…" : vendor.DocumentHash,
    ];
}
