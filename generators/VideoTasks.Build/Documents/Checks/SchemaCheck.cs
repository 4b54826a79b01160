using System.Text.Json;
using System.Text.Json.Nodes;
using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Documents.Loading;

namespace VideoTasks.Build.Documents.Checks;

/// <summary>Properties that can hold nothing but null, and examples that are no JSON.</summary>
internal static class SchemaCheck
{
    public static void Run(SourceDocument source, DiagnosticBag diagnostics) => Visit(source.Root, false, source, diagnostics);

    private static void Visit(JsonNode? node, bool isMap, SourceDocument source, DiagnosticBag diagnostics)
    {
        switch (node)
        {
            case JsonObject map:
                foreach (var (name, child) in map)
                {
                    if (!isMap && name == "properties" && child is JsonObject properties)
                    {
                        CheckProperties(properties, source, diagnostics);
                    }

                    if (!isMap && name == "content" && child is JsonObject content)
                    {
                        CheckExamples(content, source, diagnostics);
                    }

                    if (child is not JsonValue && (isMap || !IsData(name)))
                    {
                        Visit(child, !isMap && References.NamesAreFree(name), source, diagnostics);
                    }
                }

                break;
            case JsonArray list:
                foreach (var item in list)
                {
                    Visit(item, false, source, diagnostics);
                }

                break;
        }
    }

    private static void CheckProperties(JsonObject properties, SourceDocument source, DiagnosticBag diagnostics)
    {
        foreach (var (name, property) in properties)
        {
            if (property is JsonObject schema && schema["type"] is JsonValue type && type.GetValueKind() == JsonValueKind.String && type.ToString() == "null")
            {
                diagnostics.Report(DiagnosticDescriptors.NullTypeProperty, source.Positions.Find(type), name);
            }
        }
    }

    private static void CheckExamples(JsonObject content, SourceDocument source, DiagnosticBag diagnostics)
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
