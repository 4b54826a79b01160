using System.Text.Json.Nodes;
using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Preparation.Reporting;

namespace VideoTasks.Build.Preparation.Schemas;

/// <summary>
/// Compositions written out in full, as Kiota does it, may be exponentially larger than the document. Equal parts are kept once, and what is still
/// too large is cut. Sizes are counted, not built.
/// </summary>
internal sealed class CompositionBound(SchemaGraph graph, Findings findings)
{
    private const int MostParts = 1_000;
    private const int Deepest = 32;
    private readonly Dictionary<JsonObject, (int Parts, int Depth)> _sizes = new(ReferenceEqualityComparer.Instance);

    /// <summary>Cuts what is too large. The compositions must be free of rings.</summary>
    public void Apply(IReadOnlyList<JsonObject> schemas)
    {
        foreach (var schema in schemas)
        {
            RemoveEqualParts(schema);
        }

        foreach (var schema in schemas)
        {
            Measure(graph.Follow(schema));
        }
    }

    private static void RemoveEqualParts(JsonObject schema)
    {
        foreach (var keyword in SchemaGraph.Keywords)
        {
            if (schema.Array(keyword) is not { Count: > 1 } list)
            {
                continue;
            }

            var references = new HashSet<string>(StringComparer.Ordinal);
            var inline = new HashSet<string>(StringComparer.Ordinal);
            foreach (var part in list.OfType<JsonObject>().ToList())
            {
                if (part.Text("$ref") is { } reference ? !references.Add(reference) : part.Count <= 3 && !inline.Add(part.ToJsonString()))
                {
                    list.Remove(part);
                }
            }
        }
    }

    private void Measure(JsonObject start)
    {
        var work = new Stack<JsonObject>([start]);
        while (work.TryPeek(out var schema))
        {
            var missing = _sizes.ContainsKey(schema)
                ? []
                : graph.EdgesOf(schema).Select(static e => e.Target).Where(t => !_sizes.ContainsKey(t)).ToList();
            if (missing.Count > 0)
            {
                missing.ForEach(work.Push);
                continue;
            }

            work.Pop();
            if (!_sizes.ContainsKey(schema))
            {
                _sizes.Add(schema, Bound(schema));
            }
        }
    }

    private (int Parts, int Depth) Bound(JsonObject schema)
    {
        var (parts, depth) = (1, 1);
        foreach (var edge in graph.EdgesOf(schema).ToList())
        {
            var size = _sizes[edge.Target];
            if (parts + size.Parts > MostParts || size.Depth >= Deepest)
            {
                findings.Report(DiagnosticDescriptors.CompositionTooLarge, edge.Item, edge.Keyword, MostParts, Deepest);
                edge.Cut();
            }
            else
            {
                (parts, depth) = (parts + size.Parts, Math.Max(depth, size.Depth + 1));
            }
        }

        return (parts, depth);
    }
}
