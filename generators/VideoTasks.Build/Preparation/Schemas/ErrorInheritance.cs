using System.Text.Json.Nodes;
using VideoTasks.Build.Documents.Loading;

namespace VideoTasks.Build.Preparation.Schemas;

/// <summary>An error schema that extends one that is no error, written out.</summary>
internal sealed class ErrorInheritance(SchemaGraph graph, IReadOnlySet<JsonObject> errors)
{
    public void Flatten(JsonObject error)
    {
        var extended = graph.EdgesOf(error).Where(static e => !e.IsUnion).ToList();

        // What extends an error is an exception by that, and a mere name for another schema is that schema.
        if (!extended.Exists(static e => !ReferenceEquals(e.Item, e.Target)) || (extended.Count == 1 && error["properties"] is null)
            || extended.Exists(e => IsError(e.Target)))
        {
            return;
        }

        var properties = new JsonObject();
        Collect(error, properties);
        error.Remove("allOf");
        error.Remove("discriminator");
        error["type"] = "object";
        error["properties"] = properties;
    }

    private bool IsError(JsonObject schema) => errors.Contains(schema) || graph.EdgesOf(schema).Any(e => !e.IsUnion && IsError(e.Target));

    // What a schema says itself goes before what it extends.
    private void Collect(JsonObject schema, JsonObject properties)
    {
        foreach (var (name, property) in schema.Object("properties") ?? [])
        {
            properties.TryAdd(name, property?.DeepClone());
        }

        foreach (var edge in graph.EdgesOf(schema).Where(static e => !e.IsUnion).Reverse())
        {
            Collect(edge.Target, properties);
        }
    }
}
