using Microsoft.CodeAnalysis;
using VideoTasks.Build.Description.Format;

namespace VideoTasks.SourceGenerator.Severity;

/// <summary>
/// The severity of a diagnostic in a file, by the rules of EditorConfig: the nearest file wins, and in it the last matching section.
/// </summary>
internal static class SeverityRules
{
    /// <summary>The severity; null when the diagnostic is switched off.</summary>
    public static DiagnosticSeverity? Find(
        EquatableArray<EditorConfigFile> configs, string path, string id, string category, DiagnosticSeverity usual)
    {
        var keys = new[]
        {
            $"dotnet_diagnostic.{id}.severity".ToLowerInvariant(), $"dotnet_analyzer_diagnostic.category-{category}.severity"
                .ToLowerInvariant(), "dotnet_analyzer_diagnostic.severity",
        };
        var file = path.Replace('\\', '/');
        var above = configs.Where(c => file.StartsWith(c.Directory + "/", StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(c => c.Directory.Length)
            .ToList();
        var root = above.FindIndex(c => c.IsRoot);
        var counted = root < 0 ? above : above.Take(root + 1).ToList();
        foreach (var key in keys)
        {
            foreach (var config in counted)
            {
                var relative = file.Substring(config.Directory.Length + 1);
                if (config.Rules.LastOrDefault(r => r.Key == key && SectionGlob.Matches(r.Section, relative)) is { } rule)
                {
                    return Read(rule.Severity, usual);
                }
            }
        }

        return usual;
    }

    private static DiagnosticSeverity? Read(string word, DiagnosticSeverity usual) => word switch
    {
        "error" => DiagnosticSeverity.Error,
        "warning" => DiagnosticSeverity.Warning,
        "suggestion" => DiagnosticSeverity.Info,
        "silent" or "refactoring" => DiagnosticSeverity.Hidden,
        "none" => null,
        _ => usual,
    };
}
