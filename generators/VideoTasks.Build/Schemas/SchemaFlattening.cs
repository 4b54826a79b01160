namespace VideoTasks.Build.Schemas;

/// <summary>Replaces schemas that only combine others by those others.</summary>
internal static class SchemaFlattening
{
    // Cycles: far above what a document means.
    private const int MaxSchemas = 10_000;

    /// <summary>A single nameless schema without properties stands for what it combines.</summary>
    public static IReadOnlyList<Schema> FlattenIfSingle(this IReadOnlyList<Schema>? schemas, Func<Schema, IReadOnlyList<Schema>?> parts) =>
        schemas is null ? []
            : schemas.Count == 1 && !schemas[0].HasProperties && string.IsNullOrEmpty(schemas[0].ComponentId) ? Flatten(schemas, parts, 1)
            : schemas;

    /// <summary>Each schema, replaced by its parts where it has some.</summary>
    /// <param name="schemas">The schemas.</param>
    /// <param name="parts">The parts of one.</param>
    /// <param name="depth">How often parts are replaced by theirs; each replacement counts, as in Kiota. Null: as often as needed.</param>
    public static IReadOnlyList<Schema> Flatten(IReadOnlyList<Schema> schemas, Func<Schema, IReadOnlyList<Schema>?> parts, int? depth = null)
    {
        var result = new List<Schema>();
        Flatten(schemas, parts, depth, result, [MaxSchemas]);
        return result;
    }

    private static void Flatten(
        IReadOnlyList<Schema> schemas, Func<Schema, IReadOnlyList<Schema>?> parts, int? depth, List<Schema> result, int[] budget)
    {
        if (depth is <= 0)
        {
            result.AddRange(schemas);
            return;
        }

        foreach (var schema in schemas)
        {
            if (budget[0]-- > 0 && parts(schema) is { Count: > 0 } replacements)
            {
                depth -= 1;
                Flatten(replacements, parts, depth, result, budget);
            }
            else
            {
                result.Add(schema);
            }
        }
    }
}
