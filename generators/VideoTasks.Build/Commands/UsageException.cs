namespace VideoTasks.Build.Commands;

/// <summary>The command was called wrongly; the message says what to write.</summary>
internal sealed class UsageException(string message) : Exception(message);
