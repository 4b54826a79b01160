using System.CommandLine;
using VideoTasks.Cli.Help;
using VideoTasks.Cli.Input;
using VideoTasks.Cli.Output;

namespace VideoTasks.Cli.Commands;

internal static class ListCommand
{
    private static readonly Argument<string> Vendor = VendorOptions.Vendor();
    private static readonly Option<int?> Limit = Numbers.Option("--limit", "The most tasks to print; all by default.", 1, int.MaxValue);

    public static Command Create(CommandRunner runner)
    {
        var command = new Command("list", "List the tasks of an account, where the vendor can.") { Vendor, Limit };
        return runner.Does(command.WithVendorOptions(), async (parsed, token) =>
        {
            var client = await new VendorClients(parsed, runner.Input).GetAsync(parsed.GetValue(Vendor)!, token);
            var json = parsed.GetValue(VendorOptions.Json);
            var rows = new List<string[]>();
            await foreach (var task in client.ListAsync(new() { MaxCount = parsed.GetValue(Limit) }, token))
            {
                if (json)
                {
                    runner.Console.Out.WriteLine(TaskJson.Line(task));
                }
                else
                {
                    rows.Add([task.Id, TaskText.State(task), TaskText.Time(task.CreatedAt) ?? "", task.Model ?? "", Shorten(task.Prompt ?? "")]);
                }
            }

            if (!json)
            {
                Table.Write(runner.Console, ["ID", "STATUS", "CREATED", "MODEL", "PROMPT"], rows);
            }

            return ExitCode.Done;
        }).WithExamples(
            "videotasks list openai --limit 20",
            "videotasks list openai --json | jq -r 'select(.status == \"failed\") | .id'");
    }

    private static string Shorten(string prompt) => prompt.Length <= 60 ? prompt : prompt[..59] + "…";
}
