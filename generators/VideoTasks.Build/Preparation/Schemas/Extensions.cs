using System.Text.Json.Nodes;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Preparation.Naming;

namespace VideoTasks.Build.Preparation.Schemas;

/// <summary>Extensions that Kiota stumbles over: of a schema that has no properties, and by a component that adds none.</summary>
internal sealed class Extensions(JsonObject components, SchemaGraph graph)
{
    private readonly Dictionary<JsonObject, bool> _hasProperties = new(ReferenceEqualityComparer.Instance);

    public void Apply(IReadOnlyList<JsonObject> schemas)
    {
        foreach (var schema in schemas)
        {
            AddDiscriminatorProperty(schema);
        }

        var isComponent = (components.Object("schemas") ?? []).Select(static s => s.Value!.AsObject())
            .ToHashSet<JsonObject>(ReferenceEqualityComparer.Instance);
        foreach (var schema in schemas)
        {
            if (isComponent.Contains(schema) || HasOwnProperties(schema))
            {
                LeaveEmpty(schema);
            }
        }

        foreach (var schema in isComponent)
        {
            AddPart(schema);
        }
    }

    // A base need not say that it has the property that it tells its extensions by.
    private static void AddDiscriminatorProperty(JsonObject schema)
    {
        if (schema.Object("discriminator").Text("propertyName") is { } name
            && SymbolName.IsUsable(name)
            && schema.Object("properties") is not { Count: > 0 }
            && SchemaGraph.Keywords.All(k => schema[k] is null))
        {
            schema["properties"] = new JsonObject { [name] = new JsonObject { ["type"] = "string" } };
        }
    }

    // Kiota has no class for it that could be extended.
    private void LeaveEmpty(JsonObject schema)
    {
        foreach (var edge in Extended(schema))
        {
            var other = edge.Target;
            var isObject = other["items"] is null && other["type"]?.AsText() is null or "object";
            if (HasProperties(other)
                || (!HasOwnProperties(schema) && (!isObject || other["enum"] is not null || graph.EdgesOf(other).Any(static e => e.IsUnion))))
            {
                continue;
            }

            edge.Cut();
            schema["type"] ??= "object";
            if (schema["additionalProperties"] is null && other["additionalProperties"] is { } values)
            {
                schema["additionalProperties"] = values.DeepClone();
            }
        }
    }

    // Of a component that is nothing but a reference Kiota makes a class or a copy, as the order has it, and may then forget the other's factory.
    private void AddPart(JsonObject schema)
    {
        if (Extended(schema) is [var only]
            && !HasOwnProperties(schema)
            && HasProperties(only.Target)
            && schema["allOf"] is JsonArray { Count: 1 } parts)
        {
            parts.Add(new JsonObject { ["type"] = "object" });
        }
    }

    private List<CompositionEdge> Extended(JsonObject schema) =>
        [.. graph.EdgesOf(schema).Where(static e => !e.IsUnion && !ReferenceEquals(e.Item, e.Target))];

    // In itself, or in a part that is no component.
    private bool HasOwnProperties(JsonObject schema) => schema.Object("properties") is { Count: > 0 }
        || graph.EdgesOf(schema).Any(e => !e.IsUnion && ReferenceEquals(e.Item, e.Target) && HasOwnProperties(e.Target));

    private bool HasProperties(JsonObject schema)
    {
        if (!_hasProperties.TryGetValue(schema, out var known))
        {
            known = schema.Object("properties") is { Count: > 0 } || graph.EdgesOf(schema).Any(e => !e.IsUnion && HasProperties(e.Target));
            _hasProperties.Add(schema, known);
        }

        return known;
    }
}
