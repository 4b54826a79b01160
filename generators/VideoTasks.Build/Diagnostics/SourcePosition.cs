namespace VideoTasks.Build.Diagnostics;

/// <summary>A place in a document's file.</summary>
/// <param name="File">The file, as it was given to the reader.</param>
/// <param name="Line">From 1; 0 for the file as a whole.</param>
/// <param name="Column">From 1, in UTF-16 units; 0 for the line as a whole.</param>
internal readonly record struct SourcePosition(string File, int Line, int Column)
{
    public static SourcePosition OfFile(string file) => new(file, 0, 0);

    public override string ToString() => Line == 0 ? File : FormattableString.Invariant($"{File}({Line},{Column})");
}
