using System.CommandLine;
using VideoTasks.Cli.Help;
using VideoTasks.Cli.Input;

namespace VideoTasks.Cli.Commands;

internal static class GetCommand
{
    public static Command Create(CommandRunner runner)
    {
        var command = new Command("get", "Read a task, or several.") { TaskArgument.Several, TaskBatch.Concurrency };
        return runner.Does(command.WithVendorOptions(), (parsed, token) => TaskBatch.RunAsync(runner, parsed, async (client, handle, stop) =>
        {
            TaskResult.Write(runner.Console, parsed, await client.GetAsync(handle.Id, stop));
            return ExitCode.Done;
        }, goOn: null, token)).WithExamples(
            "videotasks get hingnet video_123",
            "videotasks get hingnet/video_123 openai/video_456 --json",
            "videotasks get hingnet/video_123 --json | jq -r .status");
    }
}
