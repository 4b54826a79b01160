using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using VideoTasks.SourceGenerator.Tests.Kiota;
using VideoTasks.Vendors;

namespace VideoTasks.SourceGenerator.Tests;

/// <summary>What a build does with a dropped-in document: overlay, include patterns, typed client, description, vendor, assembly.</summary>
internal static class VendorBuild
{
    private static readonly ConcurrentDictionary<string, Lazy<VideoVendor>> Built = new(StringComparer.Ordinal);

    /// <summary>The vendor of a document, about which nothing is doubtful but what is said.</summary>
    public static VideoVendor Of(TestVendor vendor, string? hook = null, string? doubt = null) =>
        Built.GetOrAdd(vendor.Client.Key + vendor.Description + hook, _ => new(() => Build(vendor, hook, doubt))).Value;

    private static VideoVendor Build(TestVendor vendor, string? hook, string? doubt)
    {
        var sources = KiotaBatch.SourcesOf(vendor.Client);
        var (compilation, result) = GeneratorRun.Run(vendor.Description, hook is null ? sources : [.. sources, hook]);
        result.Diagnostics.Select(d => d.Id).Distinct().ShouldBe(doubt is null ? [] : [doubt], string.Join('\n', result.Diagnostics));
        return Load(compilation);
    }

    /// <summary>The one vendor of a compilation.</summary>
    public static VideoVendor Load(Compilation compilation)
    {
        using var assembly = new MemoryStream();
        var emitted = compilation.Emit(assembly);
        emitted.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        assembly.Position = 0;
        var vendors = new AssemblyLoadContext(null, isCollectible: false).LoadFromStream(assembly)
            .GetType("Acme.App.AppVideoVendors", throwOnError: true)!;
        return ((IReadOnlyList<VideoVendor>)vendors.GetProperty("All", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!).Single();
    }
}
