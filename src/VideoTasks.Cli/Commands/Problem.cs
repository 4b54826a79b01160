using VideoTasks.Cli.Input;

namespace VideoTasks.Cli.Commands;

/// <summary>Why a command, or one task of several, did not end well.</summary>
/// <param name="ExitCode">What the process returns for it.</param>
/// <param name="Message">What is said of it.</param>
internal sealed record Problem(int ExitCode, string Message)
{
    public static Problem Of(Exception exception) => exception switch
    {
        UsageException => new(Commands.ExitCode.WrongUsage, exception.Message),
        VideoTaskException { Reason: var reason } => new(CodeOf(reason), exception.Message),
        IOException or UnauthorizedAccessException => new(Commands.ExitCode.Refused, exception.Message),

        // Nothing may end in a stack trace on somebody's terminal; what it was is still said.
        _ => new(
            Commands.ExitCode.Refused, $"something unforeseen happened, please report it: {exception.GetType().Name}: {exception.Message}"),
    };

    private static int CodeOf(VideoTaskErrorReason reason) => reason switch
    {
        VideoTaskErrorReason.TaskFailed or VideoTaskErrorReason.TaskCanceled => Commands.ExitCode.TaskFailed,
        VideoTaskErrorReason.WaitTimeout => Commands.ExitCode.TimedOut,
        VideoTaskErrorReason.Configuration or VideoTaskErrorReason.NotSupported => Commands.ExitCode.WrongUsage,
        _ => Commands.ExitCode.Refused,
    };
}
