namespace VideoTasks.Build.Schemas;

/// <summary>The names that components give to schemas.</summary>
internal static class SchemaNames
{
    private const int MaxDepth = 64;

    /// <summary>The last name found: of the component, or, for what has none, of its items or combined schemas.</summary>
    public static string? Of(Schema schema, bool directOnly, int depth = 0)
    {
        if (depth > MaxDepth)
        {
            return null;
        }

        if (!directOnly && schema.Items is { } items)
        {
            return Of(items, directOnly: false, depth + 1);
        }

        if (!string.IsNullOrEmpty(schema.ComponentId))
        {
            var id = schema.ComponentId;
            var name = id[(id.LastIndexOf('/') + 1)..];
            return name[(name.LastIndexOf('.') + 1)..];
        }

        return directOnly ? null
            : schema.AnyOf is { Count: > 0 } any ? LastOf(any, depth)
            : schema.AllOf is { Count: > 0 } all ? LastOf(all, depth)
            : schema.OneOf is { Count: > 0 } one ? LastOf(one, depth)
            : null;
    }

    /// <summary>The name of the schema's component without its namespace; empty without a component.</summary>
    public static string ClassNameOf(Schema? schema) =>
        schema?.ComponentId is { Length: > 0 } id ? id[(id.LastIndexOf('.') + 1)..] : "";

    private static string? LastOf(IReadOnlyList<Schema> schemas, int depth)
    {
        var flat = schemas.FlattenIfSingle(SchemaShapes.Members);
        for (var i = flat.Count - 1; i >= 0; i--)
        {
            if (Of(flat[i], directOnly: false, depth + 1) is { } name)
            {
                return name;
            }
        }

        return null;
    }
}
