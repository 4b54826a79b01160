using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using VideoTasks.Build.Description.Format;
using VideoTasks.SourceGenerator.Model;
using VideoTasks.SourceGenerator.Severity;

namespace VideoTasks.SourceGenerator.Diagnostics;

/// <summary>Makes a diagnostic of its data, at its place, with the severity that an .editorconfig gives it there.</summary>
internal static class DiagnosticReporter
{
    private const int MostArguments = 5;

    /// <summary>The diagnostic; null when an .editorconfig switches it off.</summary>
    public static Diagnostic? Create(DiagnosticInfo info, string descriptionPath, string root, EquatableArray<EditorConfigFile> configs)
    {
        var descriptor = DiagnosticDescriptors.ById[info.Id];
        var path = info.File is null ? descriptionPath : Combine(root, info.File);
        var severity = SeverityRules.Find(configs, path, info.Id, descriptor.Category, descriptor.DefaultSeverity);
        if (severity is null)
        {
            return null;
        }

        var start = new LinePosition(Math.Max(info.Line - 1, 0), Math.Max(info.Column - 1, 0));
        var location = Location.Create(path, default, new LinePositionSpan(start, start));
        object[] arguments = [.. info.Arguments.Concat(Enumerable.Repeat("", MostArguments)).Take(MostArguments)];
        return Diagnostic.Create(
            descriptor, location, severity.Value, additionalLocations: null, ImmutableDictionary<string, string?>.Empty, arguments);
    }

    private static string Combine(string root, string file) =>
        file.StartsWith("/", StringComparison.Ordinal)
            || (file.Length > 1 && file[1] == ':')
            || root.Length == 0 ? file : root.Replace('\\', '/').TrimEnd('/') + "/" + file;
}
