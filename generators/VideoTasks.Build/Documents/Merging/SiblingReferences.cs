using VideoTasks.Build.Documents.Loading;

namespace VideoTasks.Build.Documents.Merging;

/// <summary>
/// References between the documents of one vendor (<c>common.yaml#/components/schemas/Video</c>), which are references within the merged
/// document. No file is opened for them: only documents that are merged anyway are meant.
/// </summary>
internal static class SiblingReferences
{
    public static void Localize(IReadOnlyList<SourceDocument> documents)
    {
        foreach (var document in documents)
        {
            foreach (var (node, reference) in References.Of(document.Root).ToList())
            {
                if (Target(reference, documents) is { } pointer)
                {
                    var place = node["$ref"]!;
                    node["$ref"] = pointer;
                    document.Positions.SetAs(node["$ref"]!, place);
                }
            }
        }
    }

    private static string? Target(string reference, IReadOnlyList<SourceDocument> documents)
    {
        var hash = reference.IndexOf('#', StringComparison.Ordinal);
        if (hash <= 0)
        {
            return null;
        }

        var file = Uri.UnescapeDataString(reference[..hash]);
        var name = file.StartsWith("./", StringComparison.Ordinal) ? file[2..] : file;
        var pointer = reference[hash..];
        if (documents.FirstOrDefault(d => Path.GetFileName(d.Files[0]) == name) is not { } sibling
            || !JsonPointer.TryResolve(sibling.Root, pointer, out var target))
        {
            return null;
        }

        // Another document's component of that name would be taken for it, unless it is the same.
        return documents.All(d => !JsonPointer.TryResolve(d.Root, pointer, out var other) || Equivalence.AreEquivalent(target, other))
            ? pointer
            : null;
    }
}
