using System.Text;
using Microsoft.CodeAnalysis.Diagnostics;

namespace VideoTasks.SourceGenerator;

/// <summary>What the project says.</summary>
/// <param name="Namespace">Where the vendors go: the property VideoTasksVendorNamespace, else the root namespace.</param>
/// <param name="Root">What the paths in descriptions are relative to: the property VideoTasksRoot, else the project's folder.</param>
internal sealed record GeneratorOptions(string Namespace, string Root)
{
    private const string Fallback = "VideoTasks.Generated";

    public static GeneratorOptions Read(AnalyzerConfigOptions options)
    {
        var @namespace = Get(options, "VideoTasksVendorNamespace") ?? Get(options, "RootNamespace") ?? Fallback;
        return new(Identifier(@namespace), Get(options, "VideoTasksRoot") ?? Get(options, "ProjectDir") ?? "");
    }

    private static string? Get(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue("build_property." + name, out var value) && value.Length > 0 ? value : null;

    private static string Identifier(string @namespace)
    {
        var parts = @namespace.Split('.').Select(p => new string([.. p.Select(c => char.IsLetterOrDigit(c) || c == '_' ? c : '_')])).Where(p => p.Length > 0);
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            text.Append(text.Length == 0 ? "" : ".").Append(char.IsDigit(part[0]) ? "_" : "").Append(part);
        }

        return text.Length == 0 ? Fallback : text.ToString();
    }
}
