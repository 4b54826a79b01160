using VideoTasks.Build.Recognition.Schemas;
using VideoTasks.Build.Schemas;

namespace VideoTasks.Build.Building;

/// <summary>Reads which value of which property means which component.</summary>
internal static class DiscriminatorReader
{
    public static string PropertyNameOf(Schema schema) => PropertyNameOf(schema, []);

    public static IEnumerable<KeyValuePair<string, string>> MappingsOf(Schema schema, InheritanceIndex inheritance) =>
        MappingsOf(schema, inheritance, isMember: false, []);

    private static string PropertyNameOf(Schema schema, HashSet<Schema> visited)
    {
        if (!visited.Add(schema))
        {
            return "";
        }

        if (!string.IsNullOrEmpty(schema.Discriminator?.PropertyName))
        {
            return schema.Discriminator.PropertyName;
        }

        IReadOnlyList<Schema>?[] groups = [schema.OneOf, schema.AnyOf, schema.AllOf];
        foreach (var member in groups.SelectMany(static g => g ?? []))
        {
            if (PropertyNameOf(member, visited) is { Length: > 0 } name)
            {
                return name;
            }
        }

        return "";
    }

    private static IEnumerable<KeyValuePair<string, string>> MappingsOf(Schema schema, InheritanceIndex inheritance, bool isMember, HashSet<Schema> visited)
    {
        if (schema.Discriminator?.Mapping is { Count: > 0 } mapping)
        {
            return mapping;
        }

        if (!visited.Add(schema))
        {
            return [];
        }

        if (schema.OneOf is { Count: > 0 } || schema.AnyOf is { Count: > 0 })
        {
            var members = schema.OneOf is { Count: > 0 } one ? one : schema.AnyOf!;
            return members.SelectMany(member => MappingsOf(member, inheritance, isMember: true, visited));
        }

        return (schema.IsInherited ? InheritedMappings(schema, inheritance, isMember, visited) : null) ?? OwnMappings(schema, inheritance);
    }

    private static IEnumerable<KeyValuePair<string, string>>? InheritedMappings(Schema schema, InheritanceIndex inheritance, bool isMember, HashSet<Schema> visited)
    {
        if (schema.AllOf!.FirstOrDefault(static s => !s.IsReference && s.Discriminator?.Mapping is { Count: > 0 }) is { } inline)
        {
            return MappingsOf(inline, inheritance, isMember, visited);
        }

        // A member of a oneOf is known by the value that an ancestor maps to it.
        if (isMember && schema.ComponentId is { Length: > 0 } id && AncestorMapping(schema, []) is { } mapping)
        {
            var own = mapping.Where(m => m.Value.Equals(id, StringComparison.OrdinalIgnoreCase)).ToArray();
            return own.Length > 0 ? own : null;
        }

        return null;
    }

    private static IReadOnlyList<KeyValuePair<string, string>>? AncestorMapping(Schema schema, HashSet<Schema> visited)
    {
        foreach (var parent in (schema.AllOf ?? []).Where(static s => s.IsReference))
        {
            if (!visited.Add(parent))
            {
                continue;
            }

            if ((parent.Discriminator?.Mapping is { Count: > 0 } own ? own : AncestorMapping(parent, visited)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static IEnumerable<KeyValuePair<string, string>> OwnMappings(Schema schema, InheritanceIndex inheritance) =>
        schema.ComponentId is { Length: > 0 } id
            ? inheritance.DerivedOf(id).Append(id).Distinct(StringComparer.Ordinal).Select(static c => KeyValuePair.Create(c, c))
            : [];
}
