using System.Text.Json.Nodes;
using VideoTasks.Build.Documents.Loading;

namespace VideoTasks.Build.Preparation.Copying;

/// <summary>Lists of types, which OpenAPI 3.0 lacks and its documents have all the same.</summary>
internal static class SchemaTypes
{
    private static readonly Dictionary<string, string[]> FieldsOf = new(StringComparer.Ordinal)
    {
        ["array"] = ["items"],
        ["object"] = ["properties", "required", "additionalProperties"],
        ["string"] = ["format", "enum", "pattern"],
    };

    public static void Normalize(JsonObject schema, bool isVersion30)
    {
        if (schema["enum"] is JsonArray { Count: 0 })
        {
            schema.Remove("enum");
        }

        if (!isVersion30)
        {
            schema.Remove("nullable");
            return;
        }

        if (schema["type"] is not JsonArray list)
        {
            return;
        }

        var types = list.Select(static t => t.AsText()!).Where(static t => t != "null").ToList();
        if (types.Count < list.Count)
        {
            schema["nullable"] = true;
        }

        schema.Remove("type");
        if (types.Count == 1)
        {
            schema["type"] = types[0];
        }
        else if (types.Count > 1 && schema["anyOf"] is null && schema["oneOf"] is null)
        {
            schema["anyOf"] = new JsonArray([.. types.Select(t => Part(schema, t))]);
        }
    }

    private static JsonObject Part(JsonObject schema, string type)
    {
        var part = new JsonObject { ["type"] = type };
        foreach (var field in FieldsOf.GetValueOrDefault(type) ?? [])
        {
            if (schema[field] is { } value)
            {
                schema.Remove(field);
                part[field] = value;
            }
        }

        return part;
    }
}
