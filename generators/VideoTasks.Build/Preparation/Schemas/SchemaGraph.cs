using System.Text.Json.Nodes;
using VideoTasks.Build.Documents.Loading;

namespace VideoTasks.Build.Preparation.Schemas;

/// <summary>A part of a composition.</summary>
/// <param name="Owner">The schema that is composed.</param>
/// <param name="Keyword"><c>allOf</c>, <c>oneOf</c> or <c>anyOf</c>.</param>
/// <param name="Item">The part as it stands there.</param>
/// <param name="Target">The part, or what it refers to.</param>
internal sealed record CompositionEdge(JsonObject Owner, string Keyword, JsonObject Item, JsonObject Target)
{
    public bool IsUnion => Keyword != "allOf";

    /// <summary>Takes the part out of the composition.</summary>
    public void Cut()
    {
        if (Owner[Keyword] is JsonArray list && list.Remove(Item) && list.Count == 0)
        {
            Owner.Remove(Keyword);
        }
    }
}

/// <summary>How the schemas of a copy consist of each other.</summary>
internal sealed class SchemaGraph(JsonObject components)
{
    private const string Prefix = "#/components/schemas/";
    private readonly JsonObject? _schemas = components.Object("schemas");

    /// <summary>The keywords of compositions.</summary>
    public static IReadOnlyList<string> Keywords { get; } = ["allOf", "oneOf", "anyOf"];

    /// <summary>The schema itself, or the component that it refers to.</summary>
    public JsonObject Follow(JsonObject schema) =>
        schema.Text("$ref") is { } reference
            && reference.StartsWith(Prefix, StringComparison.Ordinal) ? _schemas.Object(reference[Prefix.Length..]) ?? schema : schema;

    /// <summary>Of a choice between something and null the something; else the schema itself, or the component that it refers to.</summary>
    public JsonObject FollowChoice(JsonObject schema)
    {
        var followed = Follow(schema);
        var parts = followed["properties"] is null
            && followed["allOf"] is null
            ? EdgesOf(followed).Select(static e => e.Target).Where(static t => t.Text("type") != "null").Take(2).ToList()
            : [];
        return parts is [var only] ? FollowChoice(only) : followed;
    }

    /// <summary>What a schema consists of, in the order of the document.</summary>
    public IEnumerable<CompositionEdge> EdgesOf(JsonObject schema)
    {
        foreach (var keyword in Keywords)
        {
            foreach (var item in (schema.Array(keyword) ?? []).OfType<JsonObject>())
            {
                yield return new CompositionEdge(schema, keyword, item, Follow(item));
            }
        }
    }
}
