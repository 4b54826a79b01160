using System.CommandLine;
using VideoTasks.Cli.Input;
using VideoTasks.Cli.Output;

namespace VideoTasks.Cli.Commands;

/// <summary>A task as the result of a command.</summary>
internal static class TaskResult
{
    public static void Write(CommandConsole console, ParseResult parsed, VideoTask task)
    {
        if (parsed.GetValue(VendorOptions.Json))
        {
            console.Out.WriteLine(TaskJson.Line(task));
            return;
        }

        // Written at once, since tasks that are read at the same time share the output.
        using var text = new StringWriter();
        TaskText.Write(text, task);
        console.Out.Write(text.ToString());
    }
}
