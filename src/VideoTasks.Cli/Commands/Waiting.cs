using System.CommandLine;
using VideoTasks.Cli.Input;
using VideoTasks.Cli.Output;

namespace VideoTasks.Cli.Commands;

/// <summary>Waiting for a task with its state on the status line.</summary>
internal static class Waiting
{
    public static async Task<VideoTask> ForAsync(
        CommandConsole console, IVideoTaskClient client, VideoTaskHandle task, ParseResult parsed, CancellationToken token)
    {
        using var line = new StatusLine(console);
        var handle = HandleText.Format(task);
        var defaults = new VideoTaskWaitOptions();
        var options = defaults with
        {
            Timeout = VendorOptions.ReadTimeout(parsed) ?? defaults.Timeout,
            ThrowOnFailure = false,
            Progress = new Report<VideoTask>(now => line.Show($"{handle}  {Lines.Join(TaskText.State(now))}")),
        };
        try
        {
            return await client.WaitAsync(task.Id, options, token);
        }
        catch (VideoTaskTimeoutException exception)
        {
            line.Dispose();
            var seen = exception.Task is { } last ? $"; it was last seen as {TaskText.State(last)}" : "";
            throw new VideoTaskTimeoutException(
                $"{handle} did not end within {Durations.Format(options.Timeout)}{seen}. "
                + GoOn(handle),
                exception);
        }
        catch (VideoTaskException exception) when (MayGoOn(exception.Reason))
        {
            line.Dispose();
            throw new VideoTaskException(exception.Reason, $"{exception.Message} Go on with: videotasks wait {handle}", exception);
        }
    }

    /// <summary>How to go on with tasks that are waited for no longer.</summary>
    public static string GoOn(string handles) => $"The task goes on at the vendor. Go on with: videotasks wait {handles}";

    private static bool MayGoOn(VideoTaskErrorReason reason) => reason
        is VideoTaskErrorReason.Unavailable or VideoTaskErrorReason.RateLimited or VideoTaskErrorReason.InvalidResponse;

    /// <summary>0 when there is a video; else 3, with a message.</summary>
    public static int ExitCodeOf(CommandConsole console, VideoTask task)
    {
        if (task.Status == VideoTaskStatus.Completed)
        {
            return ExitCode.Done;
        }

        var why = TaskText.Error(task.Error) is { } error ? $": {error}" : ", and the vendor does not say why";
        var ended = $"{HandleText.Format(task.Handle)} ended as {task.Status.ToWord()}{why}";
        console.Message(Lines.Join($"{ended}. Create it again, with another prompt if this one was refused."));
        return ExitCode.TaskFailed;
    }
}
