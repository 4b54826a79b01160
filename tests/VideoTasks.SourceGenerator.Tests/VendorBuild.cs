using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using VideoTasks.Build.Description;
using VideoTasks.Build.Description.Format;
using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Documents;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Recognition;
using VideoTasks.Vendors;

namespace VideoTasks.SourceGenerator.Tests;

/// <summary>What a build does with a dropped-in document, in memory: overlay, include patterns, typed client, description, vendor, assembly.</summary>
internal static class VendorBuild
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Documents");
    private static readonly ConcurrentDictionary<string, Lazy<VideoVendor>> Built = new(StringComparer.Ordinal);

    /// <summary>The vendor of the documents that begin with a name, and of an overlay.</summary>
    public static VideoVendor Of(string name, string? overlay = null, string? hook = null) =>
        Built.GetOrAdd(name + '\n' + overlay + '\n' + hook, _ => new(() => Build(name, overlay, hook))).Value;

    private static VideoVendor Build(string name, string? overlay, string? hook)
    {
        var files = Directory.GetFiles(Folder).Where(f => Path.GetFileNameWithoutExtension(f).Split("__")[0] == name).Order(StringComparer.Ordinal).ToArray();
        var folder = Directory.CreateTempSubdirectory("videotasks-");
        try
        {
            var overlays = new List<string>();
            if (overlay is not null)
            {
                overlays.Add(Path.Combine(folder.FullName, name + ".overlay.yaml"));
                File.WriteAllText(overlays[0], overlay);
            }

            return Build(new VendorSource(name, files, overlays, Path.GetDirectoryName(files[0])!), hook);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The vendor of one of the documents in the folder <c>Vendors</c>, about which nothing is doubtful but what is said.</summary>
    public static VideoVendor OfFile(string file, string? overlay = null, string? doubt = null) => Built.GetOrAdd("file " + file + '\n' + overlay, _ => new(() =>
    {
        var folder = Directory.CreateTempSubdirectory("videotasks-");
        try
        {
            var path = Path.Combine(AppContext.BaseDirectory, "Vendors", file);
            if (file.EndsWith(".gz", StringComparison.Ordinal))
            {
                using var packed = new System.IO.Compression.GZipStream(File.OpenRead(path), System.IO.Compression.CompressionMode.Decompress);
                path = Path.Combine(folder.FullName, file[..^3]);
                using var unpacked = File.Create(path);
                packed.CopyTo(unpacked);
            }

            var overlays = new List<string>();
            if (overlay is not null)
            {
                overlays.Add(Path.Combine(folder.FullName, "overlay.yaml"));
                File.WriteAllText(overlays[0], overlay);
            }

            return Build(new VendorSource(file.Split('.')[0], [path], overlays, Path.GetDirectoryName(path)!), hook: null, doubt);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    })).Value;

    private static VideoVendor Build(VendorSource source, string? hook, string? doubt = null)
    {
        var diagnostics = new DiagnosticBag();
        var document = EffectiveDocument.Of(source, diagnostics);
        diagnostics.All.ShouldBeEmpty();
        var model = OpenApiReader.Read(document!, diagnostics).ShouldNotBeNull(string.Join('\n', diagnostics.All));
        var recognized = VendorRecognizer.Recognize(SwaggerUpgrade.Apply(document!));
        var @namespace = "Clients." + source.Name.Replace('-', '_');
        var client = ClientGeneration.Generate(model, new GenerateOptions
        {
            ClientClassName = "Client",
            ClientNamespaceName = @namespace,
            IncludePatterns = recognized.IncludePatterns,
            ExcludeBackwardCompatible = true,
        });
        var description = DescriptionCodec.Write(VendorDescriber.Describe(recognized, new VendorFacts(source.Name, @namespace, "Client", source.Name, "HASH", Folder)));
        return Load(description, [.. client.Files.Select(f => f.Content)], hook, doubt);
    }

    /// <summary>The vendor of a document given as text, its client generated from it.</summary>
    public static VideoVendor OfDocument(string name, string document) => Built.GetOrAdd(name + '\n' + document, _ => new(() =>
    {
        var folder = Directory.CreateTempSubdirectory("videotasks-");
        try
        {
            var file = Path.Combine(folder.FullName, name + ".yaml");
            File.WriteAllText(file, document);
            return Build(new VendorSource(name, [file], [], Path.GetDirectoryName(file)!), hook: null);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    })).Value;

    /// <summary>The vendor of a document that <see cref="KiotaShapedClient"/> is a client of.</summary>
    public static VideoVendor OfYaml(string yaml, string? hook = null) =>
        Built.GetOrAdd(yaml + '\n' + hook, _ => new(() => Load(VendorDocuments.Describe(yaml), [KiotaShapedClient.Of("Acme.Client", "AcmeClient")], hook))).Value;

    private static VideoVendor Load(string description, string[] client, string? hook, string? doubt = null)
    {
        var (compilation, result) = GeneratorRun.Run(description, hook is null ? client : [.. client, hook]);
        result.Diagnostics.Select(d => d.Id).Distinct().ShouldBe(doubt is null ? [] : [doubt], string.Join('\n', result.Diagnostics));

        using var assembly = new MemoryStream();
        var emitted = compilation.Emit(assembly);
        emitted.Diagnostics.Where(d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error).ShouldBeEmpty();
        assembly.Position = 0;
        var vendors = new AssemblyLoadContext(null, isCollectible: false).LoadFromStream(assembly).GetType("Acme.App.VideoVendors", throwOnError: true)!;
        return ((IReadOnlyList<VideoVendor>)vendors.GetProperty("All", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!).Single();
    }
}
