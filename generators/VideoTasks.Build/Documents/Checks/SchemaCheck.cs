using System.Text.Json;
using System.Text.Json.Nodes;
using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Documents.Loading;

namespace VideoTasks.Build.Documents.Checks;

/// <summary>Properties that can hold nothing but null, and examples that are no JSON.</summary>
internal sealed class SchemaCheck(SourceDocument source, IEnumerable<JsonObject> selected, DiagnosticBag diagnostics)
{
    // What is wrong with operations that nothing is generated for is nobody's concern.
    private readonly HashSet<JsonNode> _left = Others(source, selected);

    public void Run() => Visit(source.Root, false);

    private static HashSet<JsonNode> Others(SourceDocument source, IEnumerable<JsonObject> selected)
    {
        var others = new HashSet<JsonNode>(DocumentChecks.Operations(source.Root).Select(o => o.Operation), ReferenceEqualityComparer.Instance);
        others.ExceptWith(selected);
        return others;
    }

    private void Visit(JsonNode? node, bool isMap)
    {
        switch (node)
        {
            case not null when _left.Contains(node):
                break;
            case JsonObject map:
                foreach (var (name, child) in map)
                {
                    if (!isMap && name == "properties" && child is JsonObject properties)
                    {
                        CheckProperties(properties);
                    }

                    if (!isMap && name == "content" && child is JsonObject content)
                    {
                        CheckExamples(content);
                    }

                    if (child is not JsonValue && (isMap || !IsData(name)))
                    {
                        Visit(child, !isMap && References.NamesAreFree(name));
                    }
                }

                break;
            case JsonArray list:
                foreach (var item in list)
                {
                    Visit(item, false);
                }

                break;
        }
    }

    private void CheckProperties(JsonObject properties)
    {
        foreach (var (name, property) in properties)
        {
            if (property is JsonObject schema
                && schema["type"] is JsonValue type
                && type.GetValueKind() == JsonValueKind.String
                && type.ToString() == "null")
            {
                diagnostics.Report(DiagnosticDescriptors.NullTypeProperty, source.Positions.Find(type), name);
            }
        }
    }

    private void CheckExamples(JsonObject content)
    {
        foreach (var (mediaType, node) in content)
        {
            if (node is not JsonObject media || !mediaType.Contains("json", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var examples = (media["examples"] as JsonObject)?.Select(e => (e.Value as JsonObject)?["value"]) ?? [];
            foreach (var example in examples.Append(media["example"]))
            {
                if (example is JsonValue value && value.TryGetValue<string>(out var text) && Fault(text) is { } fault)
                {
                    diagnostics.Report(DiagnosticDescriptors.InvalidExample, source.Positions.Find(example), fault);
                }
            }
        }
    }

    // A string is an example of a string, unless it sets out to be an object or an array.
    private static string? Fault(string text)
    {
        if (text.AsSpan().TrimStart() is not (['{', ..] or ['[', ..]))
        {
            return null;
        }

        try
        {
            using var parsed = JsonDocument.Parse(text);
            return null;
        }
        catch (JsonException exception)
        {
            return exception.Message;
        }
    }

    private static bool IsData(string field)
        => field is "example" or "examples" or "default" or "enum" or "const" || field.StartsWith("x-", StringComparison.Ordinal);
}
