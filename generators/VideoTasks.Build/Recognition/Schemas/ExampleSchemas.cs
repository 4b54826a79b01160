using System.Text.Json;
using System.Text.Json.Nodes;
using VideoTasks.Build.Documents.Loading;

namespace VideoTasks.Build.Recognition.Schemas;

/// <summary>What the examples of a body show of it, as a schema, for documents that describe their bodies by examples only.</summary>
internal static class ExampleSchemas
{
    private const int Deepest = 12;

    /// <summary>The schema of the examples of a media type; null without any. Each part has the place of the first example that shows it.</summary>
    public static JsonObject? Of(SchemaReader schemas, JsonNode? media)
    {
        JsonObject? merged = null;
        foreach (var example in Examples(schemas, media))
        {
            var read = example.AsText() is { } text ? Parse(text) : example;
            if (read is JsonObject or JsonArray)
            {
                merged = Merge(schemas, merged, read, 0);
            }
        }

        return merged;
    }

    /// <summary>The examples of a media type and of its schema.</summary>
    public static IEnumerable<JsonNode> Examples(SchemaReader schemas, JsonNode? media)
    {
        if (media.Value("example") is { } example)
        {
            yield return example;
        }

        foreach (var (_, named) in media.Object("examples") ?? [])
        {
            if (schemas.Resolve(named) is { } known && (known.Value("value") ?? known.Value("dataValue")) is { } value)
            {
                yield return value;
            }
        }

        var schema = schemas.Resolve(media.Value("schema"));
        if (schema.Value("example") is { } inSchema)
        {
            yield return inSchema;
        }

        foreach (var item in schema.Array("examples") ?? [])
        {
            if (item is not null)
            {
                yield return item;
            }
        }
    }

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonObject Merge(SchemaReader schemas, JsonObject? schema, JsonNode? example, int depth)
    {
        if (schema is null)
        {
            schema = [];
            if (example is not null)
            {
                schemas.SetOrigin(schema, example);
            }
        }

        switch (depth > Deepest ? null : example)
        {
            case JsonObject map:
                schema["type"] ??= "object";
                var properties = schema.Object("properties") ?? [];
                if (properties.Parent is null)
                {
                    schema["properties"] = properties;
                }

                foreach (var (name, value) in map)
                {
                    var known = properties.Object(name);
                    properties.Remove(name);
                    properties[name] = Merge(schemas, known, value, depth + 1);
                }

                break;
            case JsonArray list:
                schema["type"] ??= "array";
                var items = schema.Object("items");
                schema.Remove("items");
                foreach (var item in list)
                {
                    items = Merge(schemas, items, item, depth + 1);
                }

                schema["items"] = items ?? [];
                break;
            case JsonValue value:
                var type = value.GetValueKind() switch
                {
                    JsonValueKind.String => "string",
                    JsonValueKind.True or JsonValueKind.False => "boolean",
                    JsonValueKind.Number => value.ToJsonString().All(c => char.IsAsciiDigit(c) || c == '-') ? "integer" : "number",
                    _ => null,
                };
                if (type is not null && schema.Value("type") is null)
                {
                    schema["type"] = type;
                    schema["example"] = value.DeepClone();
                }

                break;
        }

        return schema;
    }
}
