using System.Text.Json.Nodes;
using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Documents.Bundling;
using VideoTasks.Build.Documents.Checks;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Documents.Merging;
using VideoTasks.Build.Documents.Overlays;

namespace VideoTasks.Build.Documents;

/// <summary>A vendor's files → the one document that its client is generated from.</summary>
internal static class EffectiveDocument
{
    private static readonly string[] Contents = ["paths", "components", "definitions", "webhooks"];

    /// <summary>The document; null, with errors in <paramref name="diagnostics"/>, when the files don't make one.</summary>
    public static SourceDocument? Of(VendorSource vendor, DiagnosticBag diagnostics)
    {
        // Every file is read before giving up, so that all that is wrong is told at once.
        var documents = vendor.Documents.Select(f => SourceDocumentReader.Read(f, vendor.Name, diagnostics)).ToList();
        var overlays = vendor.Overlays
            .Select(f => SourceDocumentReader.Read(f, vendor.Name, diagnostics))
            .Select(d => d is null ? null : OverlayDocument.Read(d, diagnostics))
            .ToList();
        if (documents.Contains(null) || overlays.Contains(null))
        {
            return null;
        }

        var parts = new PartFolder(vendor.Folder);
        documents = [.. Bundle([.. documents.Select(d => d!)], parts, diagnostics)];

        // In a folder of several documents, an overlay that is called like one of them is for that one; the others are for the whole.
        for (var index = 0; documents.Count > 1 && index < documents.Count; index++)
        {
            foreach (var overlay in overlays.Where(o => IsFor(o!, documents[index]!.Files[0])).ToList())
            {
                documents[index] = OverlayApplier.Apply(documents[index]!, overlay!, diagnostics);
                overlays.Remove(overlay);
            }
        }

        var merged = DocumentMerger.Merge(vendor.Name, [.. documents.Select(d => d!)], diagnostics);
        if (merged is null)
        {
            return null;
        }

        InlinePathItems(merged);
        var whole = overlays.Aggregate(merged, (document, overlay) => OverlayApplier.Apply(document, overlay!, diagnostics));
        if (!OpenApiVersions.Check(whole, diagnostics) || !PathReferences.Check(whole, diagnostics))
        {
            return null;
        }

        var upgraded = SwaggerUpgrade.Apply(whole with { Files = [.. whole.Files, .. parts.Used] });
        return ReferenceCycles.Break(upgraded, diagnostics) ? upgraded : null;
    }

    // A file without a version of OpenAPI is a part of those with one: what none of them refers to is one of them all the same when it has what makes
    // one.
    private static List<SourceDocument> Bundle(IReadOnlyList<SourceDocument> files, PartFolder parts, DiagnosticBag diagnostics)
    {
        var named = files.Where(static f => DocumentShape.IsDocument(f.Root)).ToList();
        var documents = named.Count > 0 ? named : files;
        var siblings = documents.Select(static d => d.Files[0]).ToHashSet(StringComparer.Ordinal);
        var bundled =
            documents.ToDictionary(static d => d.Files[0], d => DocumentBundler.Bundle(d, parts, siblings, diagnostics), StringComparer.Ordinal);
        var used = parts.Used.ToHashSet(StringComparer.Ordinal);
        foreach (var file in files.Where(f => !bundled.ContainsKey(f.Files[0]) && !used.Contains(f.Files[0])))
        {
            if (Contents.Any(file.Root.ContainsKey))
            {
                bundled.Add(file.Files[0], DocumentBundler.Bundle(file, parts, siblings, diagnostics));
            }
            else
            {
                diagnostics.Report(
                    DiagnosticDescriptors.LeftOut,
                    SourcePosition.OfFile(file.Files[0]),
                    "it has no field 'openapi', and no document of this vendor refers to it");
            }
        }

        return [.. files.Select(f => bundled.GetValueOrDefault(f.Files[0])).OfType<SourceDocument>()];
    }

    // A path item may be a reference to any place of the document, where readers look in the components only.
    private static void InlinePathItems(SourceDocument document)
    {
        foreach (var (path, item) in (document.Root["paths"] as JsonObject)?.ToList() ?? [])
        {
            if (item is JsonObject reference
                && reference["$ref"] is JsonValue value
                && value.TryGetValue<string>(out var pointer)
                && pointer.StartsWith('#')
                && JsonPointer.TryResolve(document.Root, pointer, out var target) && target is JsonObject found && !found.ContainsKey("$ref"))
            {
                var inlined = (JsonObject)document.Positions.Clone(found)!;
                foreach (var (name, own) in reference.Where(p => p.Key != "$ref").ToList())
                {
                    inlined[name] = document.Positions.Clone(own);
                }

                document.Root["paths"]![path] = inlined;
            }
        }
    }

    private static bool IsFor(OverlayDocument overlay, string document)
        => string.Equals(
            Path.ChangeExtension(overlay.Source.Files[0], null),
            Path.ChangeExtension(document, null) + ".overlay",
            StringComparison.Ordinal);
}
