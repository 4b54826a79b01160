using Microsoft.CodeAnalysis.Diagnostics;
using VideoTasks.SourceGenerator.CSharp;

namespace VideoTasks.SourceGenerator.Model;

/// <summary>What the project says.</summary>
/// <param name="Namespace">Where the vendors go: the property VideoTasksVendorNamespace, else the root namespace.</param>
/// <param name="Root">What the paths in descriptions are relative to: the property VideoTasksRoot, else the project's folder.</param>
/// <param name="CatalogName">What the names of their list begin with: the property VideoTasksCatalogName, else the last part of the root
/// namespace.</param>
internal sealed record GeneratorOptions(string Namespace, string Root, string CatalogName)
{
    private const string Fallback = "GeneratedVendors";

    public static GeneratorOptions Read(AnalyzerConfigOptions options)
    {
        var @namespace = Get(options, "VideoTasksVendorNamespace") ?? Get(options, "RootNamespace") ?? Fallback;
        var catalog = Get(options, "VideoTasksCatalogName") ?? Get(options, "RootNamespace") ?? @namespace;
        return new(
            CSharpName.OfNamespace(@namespace) ?? Fallback,
            Get(options, "VideoTasksRoot") ?? Get(options, "ProjectDir") ?? "",
            CSharpName.LastPart(CSharpName.OfNamespace(catalog) ?? Fallback));
    }

    private static string? Get(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue("build_property." + name, out var value) && value.Length > 0 ? value : null;
}
