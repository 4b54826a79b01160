using System.Text.Json.Nodes;

namespace VideoTasks.Build.Documents.Merging;

/// <summary>Whether two parts of documents say the same to a program: descriptions and examples are for readers.</summary>
internal static class Equivalence
{
    private static readonly HashSet<string> ForReaders =
        new(["description", "summary", "example", "examples", "externalDocs"], StringComparer.Ordinal);

    public static bool AreEquivalent(JsonNode? left, JsonNode? right, bool isMap = false) => (left, right) switch
    {
        (JsonObject a, JsonObject b) => HaveEqualFields(a, b, isMap),
        (JsonArray a, JsonArray b) => a.Count == b.Count && a.Zip(b).All(p => AreEquivalent(p.First, p.Second)),
        _ => JsonNode.DeepEquals(left, right),
    };

    private static bool HaveEqualFields(JsonObject left, JsonObject right, bool isMap)
    {
        // A property may be called "description": only the fields of OpenAPI's own objects are left out.
        bool Counts(string name) => isMap || !ForReaders.Contains(name);
        return left.Count(p => Counts(p.Key)) == right.Count(p => Counts(p.Key))
            && left.Where(p => Counts(p.Key)).All(p =>
                right.TryGetPropertyValue(p.Key, out var other) && AreEquivalent(p.Value, other, !isMap && IsMap(p.Key)));
    }

    private static bool IsMap(string field)
        => field is "properties" or "patternProperties" or "content" or "headers" or "responses" or "callbacks" or "links" or "encoding" or "mapping"
            or "$defs" or "default" or "enum" or "const";
}
