using System.Text.Json.Nodes;
using VideoTasks.Build.Documents.Loading;

namespace VideoTasks.Build.Preparation.Copying;

/// <summary>The schemas that JSON Schema's <c>$anchor</c>, <c>$dynamicAnchor</c> and <c>$id</c> name.</summary>
internal sealed class SchemaAnchors
{
    private readonly Dictionary<string, JsonObject> _schemas = new(StringComparer.Ordinal);

    public SchemaAnchors(JsonObject root)
    {
        var open = new Stack<JsonNode?>([root]);
        while (open.TryPop(out var node))
        {
            if (node is JsonObject map)
            {
                Add("#", map.Text("$anchor"), map);
                Add("#", map.Text("$dynamicAnchor"), map);
                Add("", map.Text("$id"), map);
            }

            foreach (var child in Children(node).Reverse())
            {
                open.Push(child);
            }
        }
    }

    public JsonObject? Find(string reference) => _schemas.GetValueOrDefault(reference);

    private static IEnumerable<JsonNode?> Children(JsonNode? node) => node switch
    {
        JsonObject map => map.Select(static p => p.Value).Where(static v => v is not JsonValue),
        JsonArray list => list.Where(static v => v is not JsonValue),
        _ => [],
    };

    private void Add(string prefix, string? name, JsonObject map)
    {
        if (name is not null)
        {
            _schemas.TryAdd(prefix + name, map);
        }
    }
}
