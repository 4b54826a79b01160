namespace VideoTasks.Build.Output;

/// <summary>A file of a client.</summary>
/// <param name="Path">Relative to the client's folder, with '/'.</param>
/// <param name="Content">Its text, with line feeds only.</param>
internal sealed record GeneratedFile(string Path, string Content);
