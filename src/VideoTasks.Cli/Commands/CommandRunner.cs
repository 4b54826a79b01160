using System.CommandLine;
using VideoTasks.Cli.Input;
using VideoTasks.Cli.Output;

namespace VideoTasks.Cli.Commands;

/// <summary>Runs a command's work and turns every way in which it can end into one line and an exit code.</summary>
internal sealed class CommandRunner(CommandConsole console, CancellationToken interrupted)
{
    public CommandConsole Console => console;

    public TextInput Input { get; } = new(console.Message);

    /// <summary>What is said when the command is interrupted or its time is up: what stands now, and how to go on.</summary>
    public Func<string> GoOn { get; set; } = () => "Nothing was changed here.";

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
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            return End(new(ExitCode.Interrupted, $"interrupted. {GoOn()}"));
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            return End(new(ExitCode.TimedOut, $"timed out. {GoOn()}"));
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return End(Problem.Of(exception));
        }
    }

    private int End(Problem problem)
    {
        console.Message(problem.Message);
        return problem.ExitCode;
    }
}
