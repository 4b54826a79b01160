using VideoTasks.Build.Description.Format;

namespace VideoTasks.SourceGenerator.Severity;

/// <summary>
/// The severities that an .editorconfig sets. The compiler applies them to source files only, and the diagnostics of vendors stand in documents,
/// so the build hands the files to this generator as well.
/// </summary>
/// <param name="Directory">Where it stands, with forward slashes and without one at its end.</param>
/// <param name="IsRoot">Whether those above it don't count.</param>
/// <param name="Rules">In the order of the file: a later one wins.</param>
internal sealed record EditorConfigFile(string Directory, bool IsRoot, EquatableArray<SeverityRule> Rules)
{
    public static EditorConfigFile Parse(string path, string text)
    {
        var rules = new List<SeverityRule>();
        var isRoot = false;
        string? section = null;
        foreach (var line in text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] is not ('#' or ';')))
        {
            if (line[0] == '[' && line[line.Length - 1] == ']')
            {
                section = line.Substring(1, line.Length - 2);
                continue;
            }

            var parts = line.Split(['='], 2);
            if (parts.Length != 2)
            {
                continue;
            }

            var key = parts[0].Trim().ToLowerInvariant();
            var value = parts[1].Split('#', ';')[0].Trim().ToLowerInvariant();
            isRoot |= section is null && key == "root" && value == "true";
            if (section is not null
                && (key.StartsWith("dotnet_diagnostic.", StringComparison.Ordinal)
                || key.StartsWith("dotnet_analyzer_diagnostic.", StringComparison.Ordinal)))
            {
                rules.Add(new SeverityRule(section, key, value));
            }
        }

        var normal = path.Replace('\\', '/');
        var slash = normal.LastIndexOf('/');
        return new(slash < 0 ? "" : normal.Substring(0, slash), isRoot, new(rules));
    }
}

/// <summary>A severity for the files of a section.</summary>
internal sealed record SeverityRule(string Section, string Key, string Severity);
