namespace VideoTasks.Cli.Input;

/// <summary>The command line can't be carried out as it stands. The message says what to write instead.</summary>
internal sealed class UsageException(string message) : Exception(message);
