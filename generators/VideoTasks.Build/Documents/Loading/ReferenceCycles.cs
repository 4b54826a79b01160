using System.Text.Json.Nodes;
using VideoTasks.Build.Diagnostics;

namespace VideoTasks.Build.Documents.Loading;

/// <summary>Chains of nothing but references that never arrive anywhere, on which the OpenAPI reader would run out of stack.</summary>
internal static class ReferenceCycles
{
    /// <summary>Removes them; false, with an error, when a chain that does arrive is too long to be read in a reasonable time.</summary>
    public static bool Break(SourceDocument source, DiagnosticBag diagnostics)
    {
        List<JsonObject> cyclic = [];
        Dictionary<JsonNode, int> lengths = new(ReferenceEqualityComparer.Instance);
        foreach (var (node, _) in References.Of(source.Root))
        {
            switch (Length(source.Root, node, lengths))
            {
                case null:
                    cyclic.Add(node);
                    break;
                case var length when length > LoadLimits.Default.ReferenceChain:
                    diagnostics.Report(
                        DiagnosticDescriptors.OverLimit, source.Positions.Find(node), $"references refer to references more than "
                            + $"{LoadLimits.Default.ReferenceChain} times");
                    return false;
            }
        }

        foreach (var node in cyclic)
        {
            diagnostics.Report(DiagnosticDescriptors.ReferenceCycle, source.Positions.Find(node), node["$ref"]!.ToString());
            node.Remove("$ref");
        }

        return true;
    }

    // How many references there are from a node to where they arrive; null when they don't.
    private static int? Length(JsonObject root, JsonObject start, Dictionary<JsonNode, int> lengths)
    {
        List<JsonNode> chain = [];
        HashSet<JsonNode> seen = new(ReferenceEqualityComparer.Instance);
        var known = 0;
        JsonNode? node = start;
        while (node is JsonObject map
            && !lengths.TryGetValue(map, out known)
            && map["$ref"] is JsonValue value
            && value.TryGetValue<string>(out var reference))
        {
            if (!seen.Add(map))
            {
                return null;
            }

            chain.Add(map);
            if (!reference.StartsWith('#') || !JsonPointer.TryResolve(root, reference, out node))
            {
                break;
            }
        }

        for (var index = chain.Count - 1; index >= 0; index--)
        {
            lengths[chain[index]] = ++known;
        }

        return lengths.GetValueOrDefault(start);
    }
}
