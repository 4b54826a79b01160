using System.CommandLine;
using VideoTasks.Cli.Input;
using VideoTasks.Cli.Output;

namespace VideoTasks.Cli.Commands;

internal static class DeleteCommand
{
    public static Command Create(CommandRunner runner)
    {
        var command = new Command("delete", "Delete a task and its video at the vendor, where the vendor can.") { TaskArgument.Words };
        return runner.Does(command.WithVendorOptions(), async (parsed, token) =>
        {
            var handle = TaskArgument.Read(parsed);
            await VendorOptions.CreateClient(parsed, handle.Vendor).DeleteAsync(handle.Id, token);
            runner.Console.Out.WriteLine(parsed.GetValue(VendorOptions.Json) ? Deleted(handle) : $"{HandleText.Format(handle)} deleted");
            return ExitCode.Done;
        });
    }

    private static string Deleted(VideoTaskHandle handle) => JsonLine.Create(writer =>
    {
        writer.Text("vendor", handle.Vendor);
        writer.Text("id", handle.Id);
        writer.WriteBoolean("deleted", true);
    });
}
