using System.CommandLine;
using VideoTasks.Cli.Input;
using VideoTasks.Cli.Output;

namespace VideoTasks.Cli.Commands;

/// <summary>Runs a command's work and turns every way in which it can end into one line and an exit code.</summary>
internal sealed class CommandRunner(CommandConsole console, CancellationToken interrupted)
{
    public CommandConsole Console => console;

    /// <summary>Gives a command its work.</summary>
    /// <param name="command">The command.</param>
    /// <param name="work">What it does; returns the exit code.</param>
    /// <param name="ownTimeout">Whether the work minds <c>--timeout</c> itself; otherwise its token is cancelled when the time is up.</param>
    public Command Does(Command command, Func<ParseResult, CancellationToken, Task<int>> work, bool ownTimeout = false)
    {
        command.SetAction((parsed, _) => RunAsync(parsed, work, ownTimeout));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, Func<ParseResult, CancellationToken, Task<int>> work, bool ownTimeout)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(interrupted);
        try
        {
            if (!ownTimeout && VendorOptions.ReadTimeout(parsed) is { } timeout)
            {
                deadline.CancelAfterAny(timeout);
            }

            return await work(parsed, deadline.Token);
        }
        catch (UsageException exception)
        {
            return End(ExitCode.WrongUsage, exception.Message);
        }
        catch (VideoTaskException exception)
        {
            return End(CodeOf(exception.Reason), exception.Message);
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            return End(ExitCode.Interrupted, $"interrupted. {GoOn(parsed)}");
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            return End(ExitCode.TimedOut, $"timed out. {GoOn(parsed)}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return End(ExitCode.Refused, exception.Message);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Nothing may end in a stack trace on somebody's terminal; what it was is still said.
            return End(ExitCode.Refused, $"something unforeseen happened, please report it: {exception.GetType().Name}: {exception.Message}");
        }
    }

    private static int CodeOf(VideoTaskErrorReason reason) => reason switch
    {
        VideoTaskErrorReason.TaskFailed or VideoTaskErrorReason.TaskCanceled => ExitCode.TaskFailed,
        VideoTaskErrorReason.WaitTimeout => ExitCode.TimedOut,
        VideoTaskErrorReason.Configuration or VideoTaskErrorReason.NotSupported => ExitCode.WrongUsage,
        _ => ExitCode.Refused,
    };

    private int End(int exitCode, string message)
    {
        console.Message(Lines.Join(message));
        return exitCode;
    }

    private static string GoOn(ParseResult parsed) => parsed.CommandResult.Command.Name switch
    {
        "create" => "Whether the vendor took the task is not known: look with `videotasks list` or in the vendor's console before creating it again.",
        "wait" => $"The task goes on at the vendor. Go on with: videotasks wait {HandleText.Format(TaskArgument.Read(parsed))}",
        "download" => $"What has arrived is kept. Go on with: videotasks download {HandleText.Format(TaskArgument.Read(parsed))}, with the same -o",
        _ => "Nothing was changed here.",
    };
}
