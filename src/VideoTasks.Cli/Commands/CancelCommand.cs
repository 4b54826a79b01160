using System.CommandLine;
using VideoTasks.Cli.Help;
using VideoTasks.Cli.Input;

namespace VideoTasks.Cli.Commands;

internal static class CancelCommand
{
    public static Command Create(CommandRunner runner)
    {
        var command = new Command("cancel", "Stop a task at the vendor, where the vendor can, and print it as it stands then.") { TaskArgument.One };
        return runner.Does(command.WithVendorOptions(), async (parsed, token) =>
        {
            var handle = TaskArgument.Read(parsed);
            var client = await new VendorClients(parsed, runner.Input).GetAsync(handle.Vendor, token);
            runner.GoOn = () => $"Whether the task was stopped is not known: look with `videotasks get {HandleText.Format(handle)}`.";
            TaskResult.Write(runner.Console, parsed, await client.CancelAsync(handle.Id, token));
            return ExitCode.Done;
        }).WithExamples("videotasks cancel acme/video_123");
    }
}
