using System.CommandLine;
using VideoTasks.Cli.Help;
using VideoTasks.Cli.Input;

namespace VideoTasks.Cli.Commands;

internal static class WaitCommand
{
    public static Command Create(CommandRunner runner)
    {
        var command = new Command("wait", "Wait until a task, or each of several, ends. Exit code 0 when there is a video, 3 when there is none.")
        {
            TaskArgument.Several, TaskBatch.Concurrency,
        };
        return runner.Does(command.WithVendorOptions(), (parsed, token) => TaskBatch.RunAsync(runner, parsed, async (client, handle, stop) =>
        {
            var task = await Waiting.ForAsync(runner.Console, client, handle, parsed, stop);
            TaskResult.Write(runner.Console, parsed, task);
            return Waiting.ExitCodeOf(runner.Console, task);
        }, Waiting.GoOn, token), ownTimeout: true).WithExamples(
            "videotasks wait hingnet/video_123 --timeout 10m",
            "videotasks wait hingnet video_123 video_124 video_125 --json",
            "videotasks wait $(videotasks create hingnet --prompt 'a cat')");
    }
}
