using System.Text.Json.Nodes;
using VideoTasks.Build.Documents.Loading;

namespace VideoTasks.Build.Recognition.Schemas;

/// <summary>The alternatives of a schema with what tells each apart on the wire.</summary>
internal static class Discriminators
{
    /// <param name="schemas">The document.</param>
    /// <param name="schema">A resolved schema.</param>
    /// <param name="keyword">oneOf or anyOf.</param>
    public static IReadOnlyList<(JsonObject Alternative, (string Name, string Value)? Discriminator)> Of(
        SchemaReader schemas, JsonObject? schema, string keyword)
    {
        var known = schemas.Parts(schema, keyword).ToHashSet(ReferenceEqualityComparer.Instance);
        var name = schema.Object("discriminator").Text("propertyName");
        var found = new List<(JsonObject, (string, string)?)>();
        foreach (var part in schema.Array(keyword) ?? [])
        {
            if (schemas.Resolve(part) is { } alternative && known.Contains(alternative))
            {
                var value = name is null ? null : ValueOf(schemas, schema, alternative, part);
                found.Add((alternative, value is null ? null : (name!, value)));
            }
        }

        return found;
    }

    // Without a mapping, the name of the component is the value.
    private static string? ValueOf(SchemaReader schemas, JsonObject? schema, JsonObject alternative, JsonNode? part)
    {
        foreach (var (value, target) in schema.Object("discriminator").Object("mapping") ?? [])
        {
            var reference = target.AsText() is { } text
                && !text.Contains('/', StringComparison.Ordinal) ? "#/components/schemas/" + text : target.AsText();
            if (reference is not null && schemas.Resolve(new JsonObject { ["$ref"] = reference }) == alternative)
            {
                return value;
            }
        }

        return part.Text("$ref")?.Split('/')[^1];
    }
}
