using System.Text.Json.Nodes;
using VideoTasks.ClientGenerator.Diagnostics;

namespace VideoTasks.ClientGenerator.Loading;

/// <summary>Chains of nothing but references that never arrive anywhere, on which the OpenAPI reader would run out of stack.</summary>
internal static class ReferenceCycles
{
    public static void Break(SourceDocument source, DiagnosticBag diagnostics)
    {
        List<JsonObject> cyclic = [];
        HashSet<JsonNode> arriving = new(ReferenceEqualityComparer.Instance);
        foreach (var (node, _) in References.Of(source.Root))
        {
            if (IsCyclic(source.Root, node, arriving))
            {
                cyclic.Add(node);
            }
        }

        foreach (var node in cyclic)
        {
            diagnostics.Report(DiagnosticDescriptors.ReferenceCycle, source.Positions.Find(node), node["$ref"]!.ToString());
            node.Remove("$ref");
        }
    }

    private static bool IsCyclic(JsonObject root, JsonObject start, HashSet<JsonNode> arriving)
    {
        List<JsonNode> chain = [];
        HashSet<JsonNode> seen = new(ReferenceEqualityComparer.Instance);
        JsonNode? node = start;
        while (node is JsonObject map && !arriving.Contains(map) && map["$ref"] is JsonValue value && value.TryGetValue<string>(out var reference))
        {
            if (!seen.Add(map))
            {
                return true;
            }

            chain.Add(map);
            if (!reference.StartsWith('#') || !JsonPointer.TryResolve(root, reference, out node))
            {
                break;
            }
        }

        arriving.UnionWith(chain);
        return false;
    }
}
