using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Documents.Bundling;
using VideoTasks.Build.Documents.Loading;

namespace VideoTasks.Build.Documents;

/// <summary>Finds the vendors in the folder of documents.</summary>
internal static class VendorDiscovery
{
    private const string OverlaySuffix = ".overlay";

    /// <summary>The vendors by name. A vendor whose name can't be used is left out, with an error.</summary>
    public static IReadOnlyList<VendorSource> Find(string folder, DiagnosticBag diagnostics)
    {
        if (!Directory.Exists(folder))
        {
            return [];
        }

        var candidates = new List<(string Name, string Origin, string[] Documents)>();
        var overlays = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var file in Files(folder))
        {
            if (OverlayOf(file) is { } name)
            {
                GetOrAdd(overlays, name).Add(file);
            }
            else
            {
                candidates.Add((Path.GetFileNameWithoutExtension(file), file, [file]));
            }
        }

        foreach (var directory in Directory.GetDirectories(folder).Where(d => !IsHidden(d)).Order(StringComparer.Ordinal))
        {
            var files = Files(directory).ToList();
            var documents = files.Where(f => OverlayOf(f) is null).ToArray();
            var name = Path.GetFileName(directory);
            var hasDocumentBeside = candidates.Any(c => c.Name == name);
            if (files.Count > 0)
            {
                GetOrAdd(overlays, name).AddRange(files.Where(f => OverlayOf(f) is not null));
                if (!hasDocumentBeside || documents.Any(IsDocument))
                {
                    candidates.Add((name, directory, documents));
                }
            }
            else if (!hasDocumentBeside && DeeperDocument(directory) is { } deeper)
            {
                diagnostics.Report(
                    DiagnosticDescriptors.LeftOut,
                    SourcePosition.OfFile(deeper),
                    $"a vendor's document stands in '{directory}' itself; what is below are its parts");
            }
        }

        return [.. Check(candidates, overlays, diagnostics).OrderBy(v => v.Name, StringComparer.Ordinal)];
    }

    private static IEnumerable<VendorSource> Check(
        List<(string Name, string Origin, string[] Documents)> candidates, Dictionary<string, List<string>> overlays, DiagnosticBag diagnostics)
    {
        var origins = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, origin, documents) in candidates.OrderBy(c => c.Origin, StringComparer.Ordinal))
        {
            overlays.Remove(name, out var own);
            if (documents.Length == 0)
            {
                own?.ForEach(o => diagnostics.Report(DiagnosticDescriptors.OverlayWithoutDocument, SourcePosition.OfFile(o), name + ".yaml"));
                continue;
            }

            if (VendorNaming.Fault(name) is { } fault)
            {
                diagnostics.Report(DiagnosticDescriptors.InvalidVendorName, SourcePosition.OfFile(documents[0]), name, fault);
                continue;
            }

            if (!origins.TryAdd(VendorNaming.PascalCase(name), origin))
            {
                diagnostics.Report(
                    DiagnosticDescriptors.VendorsCollide, SourcePosition.OfFile(documents[0]), name, "name", origins[VendorNaming.PascalCase(name)]);
                continue;
            }

            var folder = Path.HasExtension(origin) && File.Exists(origin) ? Path.Combine(Path.GetDirectoryName(origin)!, name) : origin;
            yield return new VendorSource(name.ToLowerInvariant(), documents, own ?? [], folder);
        }

        foreach (var (name, files) in overlays.OrderBy(o => o.Key, StringComparer.Ordinal))
        {
            files.ForEach(f => diagnostics.Report(DiagnosticDescriptors.OverlayWithoutDocument, SourcePosition.OfFile(f), name + ".yaml"));
        }
    }

    private static IEnumerable<string> Files(string folder) => Directory.GetFiles(folder)
        .Where(f => !IsHidden(f) && Path.GetExtension(f).ToUpperInvariant() is ".YAML" or ".YML" or ".JSON")
        .Order(StringComparer.Ordinal);

    // Beside a document of the same name, a folder may hold that document's parts.
    private static bool IsDocument(string file) =>
        SourceDocumentReader.Read(file, "", new DiagnosticBag()) is { } read && DocumentShape.IsDocument(read.Root);

    private static string? DeeperDocument(string folder)
        => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(
                static f => Path.GetFileName(f)
                    .ToUpperInvariant() is "OPENAPI.YAML" or "OPENAPI.YML" or "OPENAPI.JSON" or "SWAGGER.YAML" or "SWAGGER.YML" or "SWAGGER.JSON")
            .Order(StringComparer.Ordinal).FirstOrDefault();

    private static string? OverlayOf(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        return name.EndsWith(OverlaySuffix, StringComparison.OrdinalIgnoreCase) ? name[..^OverlaySuffix.Length] : null;
    }

    private static bool IsHidden(string path) => Path.GetFileName(path).StartsWith('.');

    private static List<string> GetOrAdd(Dictionary<string, List<string>> lists, string key)
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists.Add(key, list = []);
        }

        return list;
    }
}
