using System.CommandLine;
using VideoTasks.Cli.Help;
using VideoTasks.Cli.Input;
using VideoTasks.Cli.Output;

namespace VideoTasks.Cli.Commands;

internal static class DeleteCommand
{
    public static Command Create(CommandRunner runner)
    {
        var command = new Command("delete", "Delete a task and its video at the vendor, where the vendor can.") { TaskArgument.One };
        return runner.Does(command.WithVendorOptions(), async (parsed, token) =>
        {
            var handle = TaskArgument.Read(parsed);
            var client = await new VendorClients(parsed, runner.Input).GetAsync(handle.Vendor, token);
            runner.GoOn = () => $"Whether the task was deleted is not known: look with `videotasks get {HandleText.Format(handle)}`.";
            await client.DeleteAsync(handle.Id, token);
            runner.Console.Out.WriteLine(parsed.GetValue(VendorOptions.Json) ? Deleted(handle) : $"{HandleText.Format(handle)} deleted");
            return ExitCode.Done;
        }).WithExamples("videotasks delete openai/video_123");
    }

    private static string Deleted(VideoTaskHandle handle) => JsonLine.Create(writer =>
    {
        writer.Text("vendor", handle.Vendor);
        writer.Text("id", handle.Id);
        writer.WriteBoolean("deleted", true);
    });
}
