using System.Text.Json.Nodes;
using VideoTasks.Build.Documents.Loading;

namespace VideoTasks.Build.Preparation.Copying;

/// <summary>A name for a part of a document that becomes a component: of the names above it that are the document's own.</summary>
internal static class LiftedName
{
    private const int MostWords = 2;

    private static readonly HashSet<string> Keywords = new(
        [
            "paths", "components", "schemas", "definitions", "$defs", "properties", "content", "application/json", "responses", "requestBody",
            "parameters",
            "schema", "items", "additionalProperties", "allOf", "oneOf", "anyOf",
        ],
        StringComparer.Ordinal);

    public static string Of(JsonNode node)
    {
        var words = JsonPointer.Split(JsonPointer.Of(node)).Where(static s => !Keywords.Contains(s) && !s.All(char.IsAsciiDigit)).TakeLast(MostWords);
        return string.Join('_', words);
    }
}
