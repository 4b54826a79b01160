namespace VideoTasks.Build.Schemas;

/// <summary>Makes one schema of several that apply together.</summary>
internal static class SchemaMerging
{
    /// <summary>All properties of an allOf in one schema; the schema itself where its allOf is no intersection.</summary>
    public static Schema MergeIntersection(this Schema schema) => Merge(schema, null, evenIfInherited: false, []);

    /// <summary>All properties of an allOf in one schema, whatever it is, without those of <paramref name="excluded"/>.</summary>
    public static Schema MergeAllOf(this Schema schema, IReadOnlyCollection<Schema>? excluded = null) => Merge(schema, excluded, evenIfInherited: true, []);

    /// <summary>The properties of all schemas of an anyOf in one; null where it is none.</summary>
    public static Schema? MergeAnyOf(this Schema schema)
    {
        if (!schema.IsAnyOf(moreThan: 0))
        {
            return null;
        }

        var result = schema.ToMerged();
        result.AnyOf = [];
        result.Properties = Combine(schema.Properties, schema.AnyOf!);
        return result;
    }

    /// <summary>The properties of all schemas of a oneOf in one; null where it is none.</summary>
    public static Schema? MergeOneOf(this Schema schema)
    {
        if (!schema.IsOneOf(moreThan: 0))
        {
            return null;
        }

        var result = schema.ToMerged();
        if (schema.OneOf is not null)
        {
            result.OneOf = [];
            result.Properties = Combine(schema.Properties, schema.OneOf);
        }

        return result;
    }

    /// <summary>A oneOf of a single inherited or intersected schema is that schema.</summary>
    public static Schema? MergeSingleOneOf(this Schema schema) => schema.IsOneOf(moreThan: 0) ? MergeSingle(schema, schema.OneOf) : null;

    /// <summary>An anyOf of a single inherited or intersected schema is that schema.</summary>
    public static Schema? MergeSingleAnyOf(this Schema schema) => schema.IsAnyOf(moreThan: 0) ? MergeSingle(schema, schema.AnyOf) : null;

    private static Schema? MergeSingle(Schema schema, IReadOnlyList<Schema>? choice)
    {
        if (choice is not [{ Properties: not null, AllOf: not null } single] || !(single.IsInherited || single.IsIntersection))
        {
            return null;
        }

        var result = schema.ToMerged();
        if (ReferenceEquals(choice, schema.OneOf))
        {
            result.OneOf = [];
        }
        else
        {
            result.AnyOf = [];
        }

        result.Properties = Combine(schema.Properties, [single]);
        result.AllOf = [.. schema.AllOf ?? [], .. single.AllOf];
        return result;
    }

    private static Schema Merge(Schema schema, IReadOnlyCollection<Schema>? excluded, bool evenIfInherited, HashSet<string> path)
    {
        // A component that is part of itself adds nothing the second time.
        if (schema.AllOf is null || (!evenIfInherited && !schema.IsIntersection) || (schema.Component is not null && !path.Add(schema.Component)))
        {
            return schema;
        }

        var result = schema.ToMerged();
        result.AllOf = [];
        var parts = schema.AllOf
            .Where(s => excluded is null || !excluded.Contains(s))
            .Where(static s => s.IsMeaningful() || s.AllOf is { Count: > 0 })
            .Select(s => Merge(s, excluded, evenIfInherited, path))
            .ToArray();
        if (schema.Component is not null)
        {
            path.Remove(schema.Component);
        }

        Schema[] all = [.. SchemaFlattening.Flatten(parts, static s => s.AllOf).Union(parts)];
        if (all.Select(static s => s.Discriminator).FirstOrDefault(static d => d is not null) is { } discriminator)
        {
            result.Discriminator = Combine(result.Discriminator, discriminator);
        }

        result.Properties = Combine(schema.Properties, all);
        return result;
    }

    private static SchemaDiscriminator Combine(SchemaDiscriminator? own, SchemaDiscriminator inherited) => own is null
        ? inherited
        : new SchemaDiscriminator(
            own.PropertyName.Length > 0 ? own.PropertyName : inherited.PropertyName,
            inherited.Mapping.Count > 0 ? inherited.Mapping : own.Mapping);

    private static List<KeyValuePair<string, Schema>> Combine(
        IReadOnlyList<KeyValuePair<string, Schema>>? own, IEnumerable<Schema> others)
    {
        List<KeyValuePair<string, Schema>> result = [.. own ?? []];
        var names = result.Select(static p => p.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var property in others.SelectMany(static s => s.Properties ?? []))
        {
            if (names.Add(property.Key))
            {
                result.Add(property);
            }
        }

        return result;
    }
}
