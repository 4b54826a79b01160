using System.CommandLine;
using VideoTasks.Cli.Input;
using VideoTasks.Cli.Output;

namespace VideoTasks.Cli.Commands;

/// <summary>A task that a command starts, and what follows where it is asked for: the wait and the file.</summary>
internal static class Starting
{
    private static readonly Option<bool> Wait = new("--wait") { Description = "Wait until the task ends." };

    private static readonly Option<string?> Download = new("--download")
    {
        Description = "Wait until the task ends, and download its file to this file or directory.", HelpName = "FILE_OR_DIR",
    };

    public static Command WithStartOptions(this Command command)
    {
        command.Options.Add(Wait);
        command.Options.Add(Download);
        return command;
    }

    /// <summary>Refuses what can't be the place of the file, before anything is read or sent.</summary>
    public static void Check(ParseResult parsed)
    {
        if (parsed.GetValue(Download) is { } output)
        {
            Downloading.RefuseOutput(Download.Name, output);
        }
    }

    public static async Task<int> RunAsync(
        CommandRunner runner, ParseResult parsed, IVideoTaskClient client, Func<Task<VideoTask>> start, CancellationToken token)
    {
        var output = parsed.GetValue(Download);
        runner.GoOn = () =>
            "Whether the vendor took the task is not known: look with `videotasks list` or in the vendor's console before creating it again.";
        var task = await start();
        var json = parsed.GetValue(VendorOptions.Json);
        var handle = HandleText.Format(task.Handle);
        if (!json)
        {
            runner.Console.Out.WriteLine(handle);
        }

        if (output is null && !parsed.GetValue(Wait))
        {
            return End(runner.Console, task, json);
        }

        runner.GoOn = () => Waiting.GoOn(handle);
        runner.Console.Message($"{handle} is created");
        task = await Waiting.ForAsync(runner.Console, client, task.Handle, parsed, token);
        if (Waiting.ExitCodeOf(runner.Console, task) is not ExitCode.Done and var exitCode)
        {
            WriteJson(runner.Console, task, json);
            return exitCode;
        }

        if (output is null)
        {
            WriteJson(runner.Console, task, json);
            return ExitCode.Done;
        }

        runner.GoOn = () => Downloading.GoOn(handle);
        var file = await Downloading.FetchAsync(runner.Console, client, task.Handle, output, new(), null, token);
        Downloading.Write(runner.Console, parsed, file, task.Handle);
        return ExitCode.Done;
    }

    private static int End(CommandConsole console, VideoTask task, bool json)
    {
        WriteJson(console, task, json);
        if (!json)
        {
            console.Message($"{TaskText.State(task)}. Wait for it with: videotasks wait {HandleText.Format(task.Handle)}");
        }

        return ExitCode.Done;
    }

    private static void WriteJson(CommandConsole console, VideoTask task, bool json)
    {
        if (json)
        {
            console.Out.WriteLine(TaskJson.Line(task));
        }
    }
}
