using System.Globalization;
using System.Text;

namespace VideoTasks.Build.Diagnostics;

/// <summary>Collects the diagnostics of one document or one run.</summary>
internal sealed class DiagnosticBag
{
    private const int LongestArgument = 200;
    private readonly List<Diagnostic> _diagnostics = [];

    public IReadOnlyList<Diagnostic> All => _diagnostics;

    public bool HasErrors { get; private set; }

    public void Report(DiagnosticDescriptor descriptor, SourcePosition? position, params object?[] arguments)
        => Report(descriptor, descriptor.Severity, position, arguments);

    /// <summary>Reports with another severity than the usual one, such as for a part of a document that isn't selected.</summary>
    public void Report(DiagnosticDescriptor descriptor, DiagnosticSeverity severity, SourcePosition? position, params object?[] arguments)
    {
        var message = string.Format(CultureInfo.InvariantCulture, descriptor.Format, [.. arguments.Select(Printable)]);
        Add(new Diagnostic(descriptor, position, message) { Severity = severity });
    }

    public void Add(Diagnostic diagnostic)
    {
        HasErrors |= diagnostic.Severity == DiagnosticSeverity.Error;
        _diagnostics.Add(diagnostic);
    }

    public void AddRange(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            Add(diagnostic);
        }
    }

    // A document's text goes into one line of a build log: it must not start another one.
    private static object? Printable(object? argument)
    {
        if (argument is not string text)
        {
            return argument;
        }

        var printable = new StringBuilder(Math.Min(text.Length, LongestArgument + 1));
        foreach (var rune in text.EnumerateRunes())
        {
            if (printable.Length >= LongestArgument)
            {
                printable.Append('…');
                break;
            }

            var category = Rune.GetUnicodeCategory(rune);
            var breaks =
                category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
            printable.Append(breaks ? " " : rune.ToString());
        }

        return printable.ToString();
    }
}
