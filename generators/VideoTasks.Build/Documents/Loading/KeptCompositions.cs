using System.Text.Json.Nodes;

namespace VideoTasks.Build.Documents.Loading;

/// <summary>
/// Of OpenAPI 3.0, the reader makes of an anyOf or oneOf of nothing but types one schema with several types, and forgets a nullable without
/// a type; but a document that says so means it. Marks, while the document is read, keep both.
/// </summary>
internal sealed class KeptCompositions : IDisposable
{
    private const string Mark = "x-vtg-kept";
    private readonly List<JsonObject> _marked = [];
    private readonly List<JsonObject> _nullable = [];

    public KeptCompositions(JsonObject root)
    {
        if (root["openapi"]?.ToString().StartsWith("3.0", StringComparison.Ordinal) ?? false)
        {
            Find(root);
            foreach (var schema in _marked)
            {
                schema[Mark] = true;
            }

            foreach (var schema in _nullable)
            {
                schema["type"] = "null";
            }
        }
    }

    public void Dispose()
    {
        foreach (var schema in _marked)
        {
            schema.Remove(Mark);
        }

        foreach (var schema in _nullable)
        {
            schema.Remove("type");
        }
    }

    private void Find(JsonNode? node)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array)
            {
                Find(item);
            }
        }
        else if (node is JsonObject value)
        {
            if (!value.ContainsKey("type") && !value.ContainsKey("$ref") && value["nullable"] is JsonValue nullable && nullable.TryGetValue<bool>(out var isNullable) && isNullable)
            {
                _nullable.Add(value);
            }

            foreach (var (key, child) in value)
            {
                if (key is "anyOf" or "oneOf" && child is JsonArray { Count: > 0 } choice && choice.All(IsOnlyType))
                {
                    _marked.Add((JsonObject)choice[0]!);
                }
                else
                {
                    Find(child);
                }
            }
        }
    }

    private static bool IsOnlyType(JsonNode? node) => node is JsonObject { Count: 1 } schema && schema.ContainsKey("type");
}
