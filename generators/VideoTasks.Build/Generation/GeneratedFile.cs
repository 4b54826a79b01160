namespace VideoTasks.Build.Generation;

/// <summary>A file of a client.</summary>
/// <param name="Path">Relative to the output folder, with '/'.</param>
/// <param name="Content">Its text.</param>
internal sealed record GeneratedFile(string Path, string Content);

/// <summary>A client.</summary>
/// <param name="Files">By path.</param>
/// <param name="Warnings">What of the document couldn't be used.</param>
internal sealed record GenerationResult(IReadOnlyList<GeneratedFile> Files, IReadOnlyList<string> Warnings);
