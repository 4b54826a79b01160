namespace VideoTasks.Cli.Commands;

/// <summary>What the process returns; README.md documents it for scripts.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The vendor, the network or the disk said no.</summary>
    public const int Refused = 1;

    public const int WrongUsage = 2;

    /// <summary>The task ended without a video.</summary>
    public const int TaskFailed = 3;

    public const int TimedOut = 4;

    public const int Interrupted = 130;

    // The later, the worse.
    private static readonly int[] BySeverity = [Done, TimedOut, TaskFailed, Refused, WrongUsage, Interrupted];

    /// <summary>The worse of two: what several tasks end with.</summary>
    public static int Worse(int one, int other) => Array.IndexOf(BySeverity, one) > Array.IndexOf(BySeverity, other) ? one : other;
}
