using VideoTasks.Build.Diagnostics;

namespace VideoTasks.Build.Documents.Loading;

/// <summary>Reading a document ended at a place; <see cref="SourceDocumentReader"/> turns it into a diagnostic.</summary>
internal sealed class DocumentFormatException(DiagnosticDescriptor descriptor, int line, int column, params object?[] arguments) : Exception
{
    public DiagnosticDescriptor Descriptor { get; } = descriptor;

    public int Line { get; } = line;

    public int Column { get; } = column;

    public IReadOnlyList<object?> Arguments { get; } = arguments;
}
