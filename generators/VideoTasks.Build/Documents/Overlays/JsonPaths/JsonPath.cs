using System.Text.Json.Nodes;

namespace VideoTasks.Build.Documents.Overlays.JsonPaths;

/// <summary>A JSONPath query (RFC 9535).</summary>
internal sealed class JsonPath
{
    private readonly IReadOnlyList<Segment> _segments;

    internal JsonPath(IReadOnlyList<Segment> segments) => _segments = segments;

    /// <summary>Whether it selects one node at most: names and indexes only.</summary>
    internal bool IsSingular => _segments.All(s => s is { IsDescendant: false, Selectors: [NameSelector or IndexSelector] });

    /// <exception cref="JsonPathException">The text is no JSONPath.</exception>
    public static JsonPath Parse(string text) => new JsonPathParser(text).Parse();

    /// <summary>The nodes that the query selects, in the order of the RFC, each once.</summary>
    /// <exception cref="JsonPathException">The query selects more than a document can hold in a careful way.</exception>
    public IReadOnlyList<JsonPathMatch> Select(JsonNode root)
    {
        var seen = new HashSet<(JsonNode? Parent, string? Name, int Index)>();
        return [.. Evaluate(JsonPathMatch.OfRoot(root), new EvaluationContext(root)).Where(m => seen.Add((m.Parent, m.Name, m.Index)))];
    }

    internal List<JsonPathMatch> Evaluate(JsonPathMatch start, EvaluationContext context)
    {
        List<JsonPathMatch> current = [start];
        foreach (var segment in _segments)
        {
            List<JsonPathMatch> next = [];
            foreach (var match in current)
            {
                segment.Apply(match, next, context);
            }

            current = next;
        }

        return current;
    }
}

/// <summary>A node that a query selected. Its value is null for JSON's null.</summary>
/// <param name="Value">The node.</param>
/// <param name="Parent">The object or array that holds it; null for the root.</param>
/// <param name="Name">Its name in an object.</param>
/// <param name="Index">Its index in an array; -1 otherwise.</param>
internal sealed record JsonPathMatch(JsonNode? Value, JsonNode? Parent, string? Name, int Index)
{
    public static JsonPathMatch OfRoot(JsonNode root) => new(root, null, null, -1);

    public IEnumerable<JsonPathMatch> Children() => Value switch
    {
        JsonObject map => map.Select(p => new JsonPathMatch(p.Value, map, p.Key, -1)),
        JsonArray list => list.Select((item, index) => new JsonPathMatch(item, list, null, index)),
        _ => [],
    };
}

/// <summary>The text is no JSONPath, or its evaluation went over a limit.</summary>
internal sealed class JsonPathException(string message) : Exception(message);

/// <summary>One evaluation: the document, and a limit on the work, because a short query can visit a document's nodes many times over.</summary>
internal sealed class EvaluationContext(JsonNode root)
{
    private const int MostVisits = 3_000_000;
    private int _visits;

    public JsonNode Root { get; } = root;

    public void Visit()
    {
        if (++_visits > MostVisits)
        {
            throw new JsonPathException("it visits too many nodes");
        }
    }
}
