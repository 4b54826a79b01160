using System.Text.Json.Nodes;
using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Preparation.Reporting;

namespace VideoTasks.Build.Preparation.Schemas;

/// <summary>
/// Compositions that lead back to themselves, on which Kiota runs out of stack. Inheritance is kept where a union repeats it backwards, as in a
/// base that lists the schemas that extend it.
/// </summary>
internal sealed class CompositionRings(SchemaGraph graph, Findings findings)
{
    // Beyond, looking for the fewest cuts costs too much.
    private const int MostMembers = 300;

    public void Cut(IEnumerable<JsonObject> schemas)
    {
        foreach (var members in StrongComponents.Find(graph, schemas))
        {
            var inside = members.ToHashSet<JsonObject>(ReferenceEqualityComparer.Instance);
            CutExtensions(members, inside);
            CutUnions(members, inside);
        }
    }

    private void CutExtensions(IReadOnlyList<JsonObject> members, HashSet<JsonObject> inside)
    {
        // A schema is open as long as those that it extends are looked at.
        var open = new Dictionary<JsonObject, bool>(ReferenceEqualityComparer.Instance);
        foreach (var member in members.Where(m => !open.ContainsKey(m)))
        {
            var work = new Stack<(JsonObject Schema, Queue<CompositionEdge> Edges)>();
            Push(member);
            while (work.TryPeek(out var top))
            {
                if (!top.Edges.TryDequeue(out var edge))
                {
                    open[top.Schema] = false;
                    work.Pop();
                }
                else if (!open.TryGetValue(edge.Target, out var isOpen))
                {
                    Push(edge.Target);
                }
                else if (isOpen)
                {
                    Cut(edge);
                }
            }

            void Push(JsonObject schema)
            {
                open[schema] = true;
                work.Push((schema, new Queue<CompositionEdge>(graph.EdgesOf(schema).Where(e => !e.IsUnion && inside.Contains(e.Target)))));
            }
        }
    }

    private void CutUnions(IReadOnlyList<JsonObject> members, HashSet<JsonObject> inside)
    {
        var kept = new HashSet<JsonObject>(ReferenceEqualityComparer.Instance);
        foreach (var edge in members.SelectMany(graph.EdgesOf).Where(e => e.IsUnion && inside.Contains(e.Target)).ToList())
        {
            if (members.Count > MostMembers || Reaches(edge.Target, edge.Owner, kept))
            {
                Cut(edge);
            }
            else
            {
                kept.Add(edge.Item);
            }
        }
    }

    // Over extensions, and over the unions that stay.
    private bool Reaches(JsonObject from, JsonObject to, HashSet<JsonObject> kept)
    {
        var seen = new HashSet<JsonObject>(ReferenceEqualityComparer.Instance);
        var open = new Stack<JsonObject>([from]);
        while (open.TryPop(out var schema))
        {
            if (ReferenceEquals(schema, to))
            {
                return true;
            }

            if (seen.Add(schema))
            {
                foreach (var edge in graph.EdgesOf(schema).Where(e => !e.IsUnion || kept.Contains(e.Item)))
                {
                    open.Push(edge.Target);
                }
            }
        }

        return false;
    }

    private void Cut(CompositionEdge edge)
    {
        findings.Report(DiagnosticDescriptors.CompositionRing, edge.Item, edge.Keyword);
        edge.Cut();
    }
}
