using System.Globalization;
using System.Text.Json.Nodes;
using VideoTasks.Build.Documents.Loading;

namespace VideoTasks.Build.Documents.Merging;

/// <summary>
/// Renames the components of a document whose names another document uses for something else: the name gets the file's name behind it, so that
/// it doesn't depend on how many documents there are.
/// </summary>
internal static class ComponentRenaming
{
    private const string Prefix = "#/components/";

    public static void Apply(SourceDocument document, JsonObject merged)
    {
        if (document.Root["components"] is not JsonObject components || merged["components"] is not JsonObject known)
        {
            return;
        }

        var renamed = Different(components, known);
        if (renamed.Count == 0)
        {
            return;
        }

        var suffix = Suffix(document.Files[0]);
        var names = renamed.ToDictionary(r => r, r => Unused(r, suffix, components, known));
        foreach (var ((section, name), newName) in names)
        {
            var entries = components[section]!.AsObject();
            var value = entries[name];
            entries.Remove(name);
            entries.Add(newName, value);
        }

        Rewrite(document.Root, names);
    }

    // Also what refers to a different component is different, though its text is equal.
    private static HashSet<(string Section, string Name)> Different(JsonObject components, JsonObject known)
    {
        var shared = components
            .Where(s => s.Value is JsonObject && known[s.Key] is JsonObject)
            .SelectMany(
                s => s.Value!.AsObject()
                    .Where(e => known[s.Key]!.AsObject().ContainsKey(e.Key))
                    .Select(e => (Section: s.Key, Name: e.Key, Node: e.Value)))
            .ToList();
        var different = shared
            .Where(s => !Equivalence.AreEquivalent(s.Node, known[s.Section]![s.Name]))
            .Select(s => (s.Section, s.Name))
            .ToHashSet();
        for (var before = -1; before != different.Count;)
        {
            before = different.Count;
            different.UnionWith(shared.Where(s => References(s.Node).Any(different.Contains)).Select(s => (s.Section, s.Name)).ToList());
        }

        return different;
    }

    private static string Unused((string Section, string Name) component, string suffix, JsonObject components, JsonObject known)
    {
        bool IsUsed(string name) =>
            components[component.Section]?.AsObject().ContainsKey(name) == true || known[component.Section]?.AsObject().ContainsKey(name) == true;
        var candidate = component.Name + suffix;
        for (var number = 2; IsUsed(candidate); number++)
        {
            candidate = string.Create(CultureInfo.InvariantCulture, $"{component.Name}{suffix}{number}");
        }

        return candidate;
    }

    private static string Suffix(string file)
    {
        var words = Path.GetFileNameWithoutExtension(file).Split([.. " .-_"], StringSplitOptions.RemoveEmptyEntries);
        var suffix = string.Concat(words.Select(w => char.ToUpperInvariant(w[0]) + w[1..]).SelectMany(w => w).Where(char.IsAsciiLetterOrDigit));
        return suffix.Length == 0 ? "Other" : suffix;
    }

    private static IEnumerable<(string Section, string Name)> References(JsonNode? node) => node switch
    {
        JsonObject map =>
            map.SelectMany(p => p is { Key: "$ref", Value: JsonValue value } && Parse(value) is { } component ? [component] : References(p.Value)),
        JsonArray list => list.SelectMany(References),
        _ => [],
    };

    private static void Rewrite(JsonNode? node, Dictionary<(string Section, string Name), string> names)
    {
        switch (node)
        {
            case JsonObject map:
                foreach (var (key, value) in map.ToList())
                {
                    if (value is JsonValue text && key != "default" && key != "example" && Renamed(text, key, map, names) is { } reference)
                    {
                        map[key] = reference;
                    }
                    else if (key == "security" && value is JsonArray requirements)
                    {
                        requirements.OfType<JsonObject>().ToList().ForEach(r => RewriteRequirement(r, names));
                    }
                    else
                    {
                        Rewrite(value, names);
                    }
                }

                break;
            case JsonArray list:
                foreach (var item in list)
                {
                    Rewrite(item, names);
                }

                break;
        }
    }

    private static string? Renamed(JsonValue text, string key, JsonObject map, Dictionary<(string Section, string Name), string> names)
    {
        var isMapping = map.Parent is JsonObject && map.GetPropertyName() == "mapping";
        if ((key == "$ref" || isMapping) && Parse(text) is { } component)
        {
            return names.TryGetValue(component, out var name) ? $"{Prefix}{component.Section}/{JsonPointer.Escape(name)}" : null;
        }

        return isMapping && names.TryGetValue(("schemas", text.ToString()), out var bare) ? bare : null;
    }

    private static void RewriteRequirement(JsonObject requirement, Dictionary<(string Section, string Name), string> names)
    {
        foreach (var (scheme, scopes) in requirement.ToList())
        {
            if (names.TryGetValue(("securitySchemes", scheme), out var name))
            {
                requirement.Remove(scheme);
                requirement.Add(name, scopes);
            }
        }
    }

    private static (string Section, string Name)? Parse(JsonValue value)
    {
        if (!value.TryGetValue<string>(out var text) || !text.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var parts = text[Prefix.Length..].Split('/');
        return parts.Length < 2 ? null : (parts[0], JsonPointer.Unescape(Uri.UnescapeDataString(parts[1])));
    }
}
