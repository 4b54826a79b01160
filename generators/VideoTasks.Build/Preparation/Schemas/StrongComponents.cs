using System.Text.Json.Nodes;

namespace VideoTasks.Build.Preparation.Schemas;

/// <summary>Tarjan's algorithm, on a stack of its own: the schemas that consist of each other.</summary>
internal sealed class StrongComponents
{
    private readonly SchemaGraph _graph;
    private readonly Dictionary<JsonObject, (int Index, int Low, bool IsOpen)> _states = new(ReferenceEqualityComparer.Instance);
    private readonly Stack<JsonObject> _path = [];
    private readonly List<IReadOnlyList<JsonObject>> _found = [];

    private StrongComponents(SchemaGraph graph) => _graph = graph;

    /// <summary>Each set of schemas that lead to one another; also a single one that leads to itself.</summary>
    public static IReadOnlyList<IReadOnlyList<JsonObject>> Find(SchemaGraph graph, IEnumerable<JsonObject> schemas)
    {
        var search = new StrongComponents(graph);
        foreach (var schema in schemas.Select(graph.Follow))
        {
            if (!search._states.ContainsKey(schema))
            {
                search.Visit(schema);
            }
        }

        return search._found;
    }

    private void Visit(JsonObject start)
    {
        var work = new Stack<(JsonObject Schema, IEnumerator<CompositionEdge> Edges)>();
        Open(start);
        while (work.TryPeek(out var top))
        {
            if (top.Edges.MoveNext())
            {
                var target = top.Edges.Current.Target;
                if (!_states.TryGetValue(target, out var state))
                {
                    Open(target);
                }
                else if (state.IsOpen)
                {
                    Lower(top.Schema, state.Index);
                }
            }
            else
            {
                work.Pop();
                Close(top.Schema);
                if (work.TryPeek(out var parent))
                {
                    Lower(parent.Schema, _states[top.Schema].Low);
                }
            }
        }

        void Open(JsonObject schema)
        {
            _states.Add(schema, (_states.Count, _states.Count, true));
            _path.Push(schema);
            work.Push((schema, _graph.EdgesOf(schema).GetEnumerator()));
        }
    }

    private void Lower(JsonObject schema, int low)
    {
        var state = _states[schema];
        _states[schema] = state with { Low = Math.Min(state.Low, low) };
    }

    private void Close(JsonObject schema)
    {
        var state = _states[schema];
        if (state.Low != state.Index)
        {
            return;
        }

        var members = new List<JsonObject>();
        JsonObject member;
        do
        {
            member = _path.Pop();
            _states[member] = _states[member] with { IsOpen = false };
            members.Add(member);
        }
        while (!ReferenceEquals(member, schema));

        if (members.Count > 1 || _graph.EdgesOf(schema).Any(e => ReferenceEquals(e.Target, schema)))
        {
            members.Reverse();
            _found.Add(members);
        }
    }
}
