using System.CommandLine;
using VideoTasks.Cli.Input;

namespace VideoTasks.Cli.Commands;

internal static class GetCommand
{
    public static Command Create(CommandRunner runner)
        => runner.Does(new Command("get", "Read a task.") { TaskArgument.Words }.WithVendorOptions(), async (parsed, token) =>
        {
            var handle = TaskArgument.Read(parsed);
            var task = await VendorOptions.CreateClient(parsed, handle.Vendor).GetAsync(handle.Id, token);
            TaskResult.Write(runner.Console, parsed, task);
            return ExitCode.Done;
        });
}
