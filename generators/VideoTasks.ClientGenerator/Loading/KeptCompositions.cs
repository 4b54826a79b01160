using System.Text.Json.Nodes;

namespace VideoTasks.ClientGenerator.Loading;

/// <summary>
/// Of OpenAPI 3.0, the reader makes of an anyOf or oneOf of nothing but types one schema with several types, which is what it writes for
/// one itself; but a document that says anyOf means it. A mark on the first of them, while the document is read, keeps it.
/// </summary>
internal sealed class KeptCompositions : IDisposable
{
    private const string Mark = "x-vtg-kept";
    private readonly List<JsonObject> _marked = [];

    public KeptCompositions(JsonObject root)
    {
        if (root["openapi"]?.ToString().StartsWith("3.0", StringComparison.Ordinal) ?? false)
        {
            Find(root);
            foreach (var schema in _marked)
            {
                schema[Mark] = true;
            }
        }
    }

    public void Dispose()
    {
        foreach (var schema in _marked)
        {
            schema.Remove(Mark);
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
