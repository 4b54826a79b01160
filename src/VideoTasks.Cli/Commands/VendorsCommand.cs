using System.CommandLine;
using System.CommandLine.Completions;
using VideoTasks.Cli.Help;
using VideoTasks.Cli.Input;
using VideoTasks.Cli.Output;
using VideoTasks.Vendors;

namespace VideoTasks.Cli.Commands;

internal static class VendorsCommand
{
    private static readonly Option<string?> Explain = new("--explain")
    {
        Description = "How each operation and field of one vendor was recognised, and what falls back to the raw body.", HelpName = "VENDOR",
        CompletionSources = { _ => VendorOptions.VendorNames.Select(name => new CompletionItem(name)) },
    };

    // As git shows its own: enough to tell versions apart, and --json has all.
    private const int HashLetters = 12;

    public static Command Create(CommandRunner runner)
    {
        var command = new Command("vendors", "List the vendors: base URL, operations, document and its hash.") { Explain, VendorOptions.Json };
        return runner.Does(command, (parsed, _) =>
        {
            var json = parsed.GetValue(VendorOptions.Json);
            if (parsed.GetValue(Explain) is { } name)
            {
                VendorText.Explain(runner.Console.Out, VendorOptions.FindVendor(name), json);
            }
            else
            {
                List(runner.Console, json);
            }

            return Task.FromResult(ExitCode.Done);
        }).WithExamples(
            "videotasks vendors", "videotasks vendors --explain openai", "videotasks vendors --json | jq -r '[.vendor, .baseUrl] | @tsv'");
    }

    private static void List(CommandConsole console, bool json)
    {
        var vendors = VideoVendors.All;
        if (json)
        {
            foreach (var vendor in vendors)
            {
                console.Out.WriteLine(VendorText.Line(vendor));
            }

            return;
        }

        var rows = vendors.Select(Row).ToArray();
        Table.Write(console, ["VENDOR", "BASE URL", "OPERATIONS", "DOCUMENT", "HASH"], rows);
    }

    private static string[] Row(VideoVendor described)
    {
        var vendor = described.Description;
        var (document, hash) = described.Explain() is { } explanation ? (explanation.DocumentPath, explanation.DocumentHash) : ("", "");
        return
        [
            vendor.Name, vendor.BaseUrl?.OriginalString ?? "(none: --base-url)",
            string.Join(", ", vendor.Operations.Select(VendorText.Word).Distinct()),
            document,
            hash.Length > HashLetters ? hash[..HashLetters] : hash,
        ];
    }
}
