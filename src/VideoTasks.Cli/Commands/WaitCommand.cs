using System.CommandLine;
using VideoTasks.Cli.Input;

namespace VideoTasks.Cli.Commands;

internal static class WaitCommand
{
    public static Command Create(CommandRunner runner)
    {
        var command = new Command("wait", "Wait until a task ends. Exit code 0 when there is a video, 3 when there is none.") { TaskArgument.Words };
        return runner.Does(command.WithVendorOptions(), async (parsed, token) =>
        {
            var handle = TaskArgument.Read(parsed);
            var task = await Waiting.ForAsync(runner.Console, VendorOptions.CreateClient(parsed, handle.Vendor), handle.Id, parsed, token);
            TaskResult.Write(runner.Console, parsed, task);
            return Waiting.ExitCodeOf(runner.Console, task);
        }, ownTimeout: true);
    }
}
