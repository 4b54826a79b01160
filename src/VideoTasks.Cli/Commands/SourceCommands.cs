using System.CommandLine;
using VideoTasks.Cli.Help;
using VideoTasks.Cli.Input;

namespace VideoTasks.Cli.Commands;

/// <summary>The commands that start a task from a finished one.</summary>
internal static class SourceCommands
{
    private delegate Task<VideoTask> Start(IVideoTaskClient client, string id, VideoTaskRequest request, CancellationToken token);

    private static readonly (string Name, string Description, string Example, Start Start)[] Rows =
    [
        ("remix", "Make a video anew from a finished one, where the vendor can.", "the same cat, at night",
            (client, id, request, token) => client.RemixAsync(id, request, token)),
        ("edit", "Change a finished video as the prompt says, where the vendor can.", "give the cat a hat",
            (client, id, request, token) => client.EditAsync(id, request, token)),
        ("extend", "Go on where a finished video ends, where the vendor can.", "the cat jumps off the piano",
            (client, id, request, token) => client.ExtendAsync(id, request, token)),
    ];

    public static IEnumerable<Command> Create(CommandRunner runner) => Rows.Select(row =>
    {
        var command = new Command(row.Name, $"{row.Description} Prints the new task's handle.") { TaskArgument.One };
        return runner.Does(command.WithRequest().WithStartOptions().WithVendorOptions(), async (parsed, token) =>
        {
            Starting.Check(parsed);
            var source = TaskArgument.Read(parsed);
            var request = await RequestOptions.ReadAsync(parsed, runner.Input, token);
            var client = await new VendorClients(parsed, runner.Input).GetAsync(source.Vendor, token);
            return await Starting.RunAsync(runner, parsed, client, () => row.Start(client, source.Id, request, token), token);
        }).WithExamples(
            $"videotasks {row.Name} openai/video_123 --prompt '{row.Example}'",
            $"videotasks {row.Name} openai video_123 --prompt '{row.Example}' --download . --json");
    });
}
