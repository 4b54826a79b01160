using System.Text.Json.Nodes;

namespace VideoTasks.Build.Documents.Loading;

/// <summary>The <c>$ref</c>s of a document, without those that are data: in examples, defaults, enums and extensions.</summary>
internal static class References
{
    /// <summary>The nodes below <paramref name="node"/> (itself included) that hold a <c>$ref</c>, and the reference.</summary>
    /// <param name="node">Where to look.</param>
    /// <param name="skip">Further fields to leave out.</param>
    /// <param name="isMap">Whether the names in <paramref name="node"/> itself are the document's own, not fields of OpenAPI.</param>
    public static IEnumerable<(JsonObject Node, string Reference)> Of(JsonNode? node, Func<string, bool>? skip = null, bool isMap = false)
    {
        var open = new Stack<(JsonNode? Node, bool IsMap)>();
        open.Push((node, isMap));
        while (open.TryPop(out var next))
        {
            switch (next.Node)
            {
                case JsonObject map:
                    if (map.TryGetPropertyValue("$ref", out var value) && value is JsonValue text && text.TryGetValue<string>(out var reference))
                    {
                        yield return (map, reference);
                    }

                    foreach (var (name, child) in map.Reverse())
                    {
                        if (child is not JsonValue && (next.IsMap || !(IsData(name) || skip?.Invoke(name) == true)))
                        {
                            open.Push((child, !next.IsMap && NamesAreFree(name)));
                        }
                    }

                    break;
                case JsonArray list:
                    foreach (var item in list.Reverse())
                    {
                        open.Push((item, false));
                    }

                    break;
            }
        }
    }

    /// <summary>Whether the names in this field are the document's own.</summary>
    public static bool NamesAreFree(string field)
        => field is "properties" or "patternProperties" or "$defs" or "definitions" or "dependentSchemas" or "schemas"
            or "responses" or "headers" or "content"
            or "requestBodies" or "securitySchemes" or "callbacks" or "paths" or "encoding" or "pathItems" or "webhooks" or "links";

    private static bool IsData(string field)
        => field is "example" or "examples" or "default" or "enum" or "const" or "mapping" || field.StartsWith("x-", StringComparison.Ordinal);
}
