namespace VideoTasks.Build.Generation;

/// <summary>No client can be made of a document; the message says why.</summary>
internal sealed class ClientGenerationException(string message) : Exception(message);
