using System.Globalization;
using System.Text;
using System.Xml.Linq;
using VideoTasks.Build.Diagnostics;

namespace VideoTasks.Build.Update;

/// <summary>
/// Says the warnings of the last run again, in builds that have nothing to generate: a file that MSBuild runs, since a list would have to be taken apart
/// in MSBuild's expressions, which a document's text can break.
/// </summary>
internal static class WarningsProject
{
    /// <summary>The text of the file, or null when there is nothing to say.</summary>
    public static byte[]? Create(IEnumerable<Diagnostic> diagnostics)
    {
        var warnings = diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Warning).Select(Create).ToList();
        return warnings.Count == 0
            ? null
            : Encoding.UTF8.GetBytes(new XElement("Project", new XElement("Target", new XAttribute("Name", "RepeatWarnings"), warnings)) + "\n");
    }

    private static XElement Create(Diagnostic diagnostic) => new(
        "Warning",
        new XAttribute("Code", diagnostic.Descriptor.Id),
        new XAttribute("File", Escape(diagnostic.Position?.File ?? "")),
        new XAttribute("Line", diagnostic.Position?.Line ?? 0),
        new XAttribute("Column", diagnostic.Position?.Column ?? 0),
        new XAttribute("Text", Escape(diagnostic.Message)));

    // What MSBuild would expand: properties, items, metadata, escapes, wildcards and lists.
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character is '%' or '$' or '@' or '\'' or ';' or '?' or '*' or '(' or ')')
            {
                escaped.Append(CultureInfo.InvariantCulture, $"%{(int)character:x2}");
            }
            else
            {
                escaped.Append(character);
            }
        }

        return escaped.ToString();
    }
}
