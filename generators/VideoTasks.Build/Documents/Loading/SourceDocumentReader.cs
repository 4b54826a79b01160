using System.Text.Json.Nodes;
using VideoTasks.Build.Diagnostics;

namespace VideoTasks.Build.Documents.Loading;

/// <summary>Reads a YAML or JSON file into a <see cref="SourceDocument"/>.</summary>
internal static class SourceDocumentReader
{
    /// <summary>The document; null, with an error in <paramref name="diagnostics"/>, when the file holds none.</summary>
    /// <param name="file">The path, which diagnostics repeat as it is given.</param>
    /// <param name="name">The document's name.</param>
    /// <param name="diagnostics">Where errors go.</param>
    /// <param name="limits">What the document may cost.</param>
    public static SourceDocument? Read(string file, string name, DiagnosticBag diagnostics, LoadLimits? limits = null)
    {
        limits ??= LoadLimits.Default;
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
            if (stream.Length > limits.FileSize)
            {
                diagnostics.Report(
                    DiagnosticDescriptors.OverLimit,
                    SourcePosition.OfFile(file),
                    $"it has {stream.Length / 1024 / 1024} MiB, the most is {limits.FileSize / 1024 / 1024} MiB");
                return null;
            }

            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return Parse(bytes, file, name, diagnostics, limits);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            diagnostics.Report(DiagnosticDescriptors.Unreadable, SourcePosition.OfFile(file), exception.Message);
            return null;
        }
    }

    /// <summary>The document of a file's content; null, with an error in <paramref name="diagnostics"/>, when it is none.</summary>
    public static SourceDocument? Parse(ReadOnlySpan<byte> content, string file, string name, DiagnosticBag diagnostics, LoadLimits? limits = null)
    {
        try
        {
            var (root, positions) = Parse(content, file, limits ?? LoadLimits.Default);
            return new SourceDocument(name, root, positions, [file]);
        }
        catch (DocumentFormatException exception)
        {
            diagnostics.Report(exception.Descriptor, new SourcePosition(file, exception.Line, exception.Column), [.. exception.Arguments]);
            return null;
        }
    }

    private static (JsonObject Root, SourceMap Positions) Parse(ReadOnlySpan<byte> content, string file, LoadLimits limits)
    {
        var text = SourceText.Decode(content);
        var isJson = Path.GetExtension(file).Equals(".json", StringComparison.OrdinalIgnoreCase);
        var startsAsJson = text.AsSpan().TrimStart() is ['{', ..];
        if (!isJson && !startsAsJson)
        {
            return YamlTreeReader.Read(text, file, limits);
        }

        try
        {
            return JsonTreeReader.Read(SourceText.AsUtf8(content, text), file, limits);
        }
        catch (DocumentFormatException exception) when (exception.Descriptor == DiagnosticDescriptors.NotYamlOrJson && isJson != startsAsJson)
        {
            return ReadYamlOr(exception, text, file, limits);
        }
    }

    // YAML in flow style, or YAML in a file that is called .json; when it is neither, the name of the file says what it was meant to be.
    private static (JsonObject Root, SourceMap Positions) ReadYamlOr(DocumentFormatException jsonError, string text, string file, LoadLimits limits)
    {
        try
        {
            return YamlTreeReader.Read(text, file, limits);
        }
        catch (DocumentFormatException) when (Path.GetExtension(file).Equals(".json", StringComparison.OrdinalIgnoreCase))
        {
            throw jsonError;
        }
    }
}
