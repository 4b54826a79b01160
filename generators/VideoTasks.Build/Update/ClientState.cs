using System.Globalization;
using System.Text;
using VideoTasks.Build.Diagnostics;

namespace VideoTasks.Build.Update;

/// <summary>
/// What a client was generated from, what was written, and what was said about the document: enough to see, without reading it, that nothing has to
/// be
/// done, and to say it again.
/// </summary>
internal sealed class ClientState(string file)
{
    private const char Separator = '|';
    private const string FilePrefix = "file";
    private const string DiagnosticPrefix = "diagnostic";

    /// <summary>
    /// The client's files and diagnostics when it is still what it was generated as from the same input; null when it has to be generated.
    /// </summary>
    public CurrentClient? ReadIfCurrent(string inputHash, ClientFolder folder)
    {
        if (!File.Exists(file) || File.ReadAllLines(file) is not [var hash, .. var lines] || hash != inputHash)
        {
            return null;
        }

        var files = new HashSet<string>(StringComparer.Ordinal);
        var diagnostics = new List<Diagnostic>();
        foreach (var line in lines)
        {
            switch (line.Split(Separator, 7))
            {
                case [FilePrefix, var size, var time, var path] when IsUnchanged(folder.PathOf(path), size, time):
                    files.Add(folder.PathOf(path));
                    break;
                case [DiagnosticPrefix, var id, var severity, var lineNumber, var column, var source, var message]
                    when DiagnosticDescriptors.All.FirstOrDefault(d => d.Id == id) is { } descriptor:
                    diagnostics.Add(
                        new Diagnostic(
                            descriptor, new SourcePosition(
                                source, Number(lineNumber), Number(column)), message) { Severity = (DiagnosticSeverity)Number(severity) });
                    break;
                default:
                    return null;
            }
        }

        return folder.HoldsOnly(files) ? new CurrentClient([.. files], diagnostics) : null;
    }

    public void Save(string inputHash, ClientFolder folder, IEnumerable<string> paths, IEnumerable<Diagnostic> diagnostics)
    {
        var text = new StringBuilder(inputHash).Append('\n');
        foreach (var path in paths)
        {
            var info = new FileInfo(path);
            text.Append(
                CultureInfo.InvariantCulture,
                $"{FilePrefix}|{info.Length}|{info.LastWriteTimeUtc.Ticks}|{Path.GetRelativePath(folder.Folder, path)}\n");
        }

        foreach (var diagnostic in diagnostics.Where(
            static d => d.Position is not null && !d.Position.Value.File.Contains(Separator, StringComparison.Ordinal)))
        {
            var position = diagnostic.Position!.Value;
            text.Append(
                CultureInfo.InvariantCulture,
                $"{DiagnosticPrefix}|{diagnostic.Descriptor.Id}|{(int)diagnostic.Severity}|"
                + $"{position.Line}|{position.Column}|{position.File}|{diagnostic.Message}\n");
        }

        OutputFile.Write(file, Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static bool IsUnchanged(string path, string size, string time)
    {
        var info = new FileInfo(path);
        return info.Exists
            && info.Length.ToString(CultureInfo.InvariantCulture) == size
            && info.LastWriteTimeUtc.Ticks.ToString(CultureInfo.InvariantCulture) == time;
    }
}

/// <summary>A client that is up to date.</summary>
internal sealed record CurrentClient(IReadOnlyList<string> Files, IReadOnlyList<Diagnostic> Diagnostics);
