using System.Globalization;
using System.Text.Json.Nodes;
using VideoTasks.Build.Documents.Loading;

namespace VideoTasks.Build.Recognition.Schemas;

/// <summary>
/// Reads schemas as the recognisers need them: references resolved, compositions flattened, cycles cut. It looks at what a schema may hold,
/// not at whether a value is valid.
/// </summary>
internal sealed class SchemaReader
{
    private const int DeepestReference = 32;
    private readonly JsonObject _root;
    private readonly Dictionary<JsonNode, JsonNode> _origins;
    private readonly HashSet<JsonObject> _excluded;

    public SchemaReader(JsonObject root)
        : this(root, new(ReferenceEqualityComparer.Instance), new(ReferenceEqualityComparer.Instance))
    {
    }

    private SchemaReader(JsonObject root, Dictionary<JsonNode, JsonNode> origins, HashSet<JsonObject> excluded) =>
        (_root, _origins, _excluded) = (root, origins, excluded);

    /// <summary>The same document without some parts of its compositions: the alternatives that a body does not take.</summary>
    public SchemaReader Without(IEnumerable<JsonObject> parts) =>
        new(_root, _origins, new(_excluded.Concat(parts), ReferenceEqualityComparer.Instance));

    private readonly Dictionary<JsonNode, List<SchemaProperty>> _properties = new(ReferenceEqualityComparer.Instance);

    /// <summary>Says of a schema that is made up what in the document it was made of.</summary>
    public void SetOrigin(JsonNode schema, JsonNode origin) => _origins[schema] = origin;

    /// <summary>What of the document stands for a node: the node itself, unless it was made up.</summary>
    public JsonNode? OriginOf(JsonNode? node) => node is not null && _origins.TryGetValue(node, out var origin) ? origin : node;

    /// <summary>The node itself, or what its <c>$ref</c> leads to inside of this document; null when that leads nowhere.</summary>
    public JsonObject? Resolve(JsonNode? node)
    {
        var current = node as JsonObject;
        for (var depth = 0; current.Text("$ref") is { } reference; depth++)
        {
            current = depth < DeepestReference ? Follow(reference) : null;
        }

        return current;
    }

    /// <summary>The properties of a schema with those of its parts, each name once, in the order of the document.</summary>
    public IReadOnlyList<SchemaProperty> Properties(JsonNode? schema)
    {
        if (Resolve(schema) is not { } resolved)
        {
            return [];
        }

        if (!_properties.TryGetValue(resolved, out var found))
        {
            found = [];
            Collect(resolved, found, new HashSet<string>(StringComparer.Ordinal), [], 0);
            _properties.Add(resolved, found);
        }

        return found;
    }

    /// <summary>
    /// The JSON type (<c>string</c>, <c>integer</c>, <c>number</c>, <c>boolean</c>, <c>object</c>, <c>array</c>), <c>file</c> for binary content,
    /// <c>any</c> where the schema doesn't say.
    /// </summary>
    public string TypeOf(JsonNode? schema)
    {
        var types = new SortedSet<string>(StringComparer.Ordinal);
        CollectTypes(Resolve(schema), types, [], 0);
        types.Remove("null");
        return types.Count switch
        {
            0 => "any",
            1 => types.Min!,
            2 when types.Contains("integer") && types.Contains("number") => "number",
            2 when types.Contains("string") && types.Contains("file") => "file",
            _ => "any",
        };
    }

    /// <summary>The one scalar that a schema takes; null when it takes others.</summary>
    public JsonNode? OnlyValue(JsonNode? schema)
    {
        var resolved = Resolve(schema);
        var only = resolved.Value("const") ?? (resolved.Array("enum") is [{ } single] ? single : null);
        return only.AsScalar() is null ? null : only!.DeepClone();
    }

    /// <summary>The names of the properties that a schema and its parts require.</summary>
    public IReadOnlySet<string> Required(JsonNode? schema) => CollectRequired(Resolve(schema), new(ReferenceEqualityComparer.Instance), 0);

    public string? FormatOf(JsonNode? schema) =>
        Resolve(schema) is { } resolved ? resolved.Text("format")
            ?? Variants(resolved).Select(v => v.Text("format")).FirstOrDefault(f => f is not null) : null;

    public JsonNode? ItemsOf(JsonNode? schema)
    {
        var resolved = Resolve(schema);
        return resolved.Value("items") ?? Variants(resolved).Select(v => v.Value("items")).FirstOrDefault(i => i is not null);
    }

    /// <summary>The words of a string enum, with the node that each stands in, and those of the parts of a composition.</summary>
    public IReadOnlyList<(string Word, JsonNode Node)> EnumWords(JsonNode? schema)
    {
        var words = new List<(string, JsonNode)>();
        CollectWords(Resolve(schema), words, [], 0);
        return words;
    }

    /// <summary>The alternatives of a schema: of <c>oneOf</c> and <c>anyOf</c>, and the parts of <c>allOf</c>, resolved.</summary>
    public IEnumerable<JsonObject> Variants(JsonObject? schema) =>
        ((string[])["allOf", "oneOf", "anyOf"]).SelectMany(keyword => Parts(schema, keyword));

    /// <summary>The parts of one composition of a schema, resolved.</summary>
    public IEnumerable<JsonObject> Parts(JsonObject? schema, string keyword) =>
        (schema.Array(keyword) ?? []).Select(Resolve).OfType<JsonObject>().Where(part => !_excluded.Contains(part));

    private JsonObject? Follow(string reference)
    {
        if (!reference.StartsWith("#/", StringComparison.Ordinal))
        {
            return null;
        }

        JsonNode? node = _root;
        foreach (var segment in reference[2..].Split('/'))
        {
            var name = JsonPointer.Unescape(Uri.UnescapeDataString(segment));
            node = node switch
            {
                JsonObject map => map.Value(name),
                JsonArray list when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Count =>
                    list[index],
                _ => null,
            };
        }

        return node as JsonObject;
    }

    // Each part once: the parts of compositions that refer to each other are exponentially many.
    private void Collect(JsonObject? schema, List<SchemaProperty> found, HashSet<string> names, HashSet<JsonObject> visited, int depth)
    {
        if (schema is null || depth > DeepestReference || !visited.Add(schema))
        {
            return;
        }

        foreach (var (name, value) in schema.Object("properties") ?? [])
        {
            if (value is not null && names.Add(name))
            {
                found.Add(new SchemaProperty(name, value));
            }
            else if (value is JsonObject { Count: > 0 }
                && found.FindIndex(p => p.Name == name) is >= 0 and var at
                && found[at].Schema is JsonObject known
                && !known.Any(p => p.Key is not ("description" or "title" or "nullable" or "example")))
            {
                // An envelope that leaves its data open, and a part that says what it is.
                found[at] = new SchemaProperty(name, value);
            }
        }

        foreach (var part in Variants(schema))
        {
            Collect(part, found, names, visited, depth + 1);
        }
    }

    // What every alternative requires is required; of one alternative that is all of it.
    private HashSet<string> CollectRequired(JsonObject? schema, Dictionary<JsonNode, HashSet<string>> known, int depth)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (schema is null || depth > DeepestReference || !known.TryAdd(schema, names))
        {
            return schema is null ? names : known.GetValueOrDefault(schema, names);
        }

        names.UnionWith((schema.Array("required") ?? []).Select(r => r.AsText()).OfType<string>());
        names.UnionWith((schema.Object("properties") ?? []).Where(p => p.Value.Value("required").AsBoolean() == true).Select(p => p.Key));
        names.UnionWith(Parts(schema, "allOf").ToList().SelectMany(p => CollectRequired(p, known, depth + 1)));
        foreach (var keyword in (string[])["oneOf", "anyOf"])
        {
            var alternatives = Parts(schema, keyword).Select(p => CollectRequired(p, known, depth + 1)).ToList();
            names.UnionWith(alternatives.Count == 0 ? [] : alternatives.Aggregate((x, y) => [.. x.Intersect(y)]));
        }

        return names;
    }

    private void CollectTypes(JsonObject? schema, SortedSet<string> types, HashSet<JsonObject> visited, int depth)
    {
        if (schema is null || depth > DeepestReference || !visited.Add(schema))
        {
            return;
        }

        var named = schema.Value("type") switch
        {
            JsonArray list => list.Select(t => t.AsText()).OfType<string>().ToArray(),
            var single => single.AsText() is { } type ? [type] : [],
        };
        foreach (var type in named)
        {
            types.Add(type == "string" && schema.Text("format") is "binary" ? "file" : type);
        }

        if (named.Length > 0)
        {
            return;
        }

        if (schema.Object("properties") is not null)
        {
            types.Add("object");
        }
        else if (schema.Array("enum") is { } words && words.Any(w => w.AsText() is not null))
        {
            types.Add("string");
        }

        foreach (var part in Variants(schema))
        {
            CollectTypes(part, types, visited, depth + 1);
        }
    }

    private void CollectWords(JsonObject? schema, List<(string Word, JsonNode Node)> words, HashSet<JsonObject> visited, int depth)
    {
        if (schema is null || depth > DeepestReference || !visited.Add(schema))
        {
            return;
        }

        foreach (var item in schema.Array("enum") ?? [])
        {
            if (item.AsText() is { } word && words.TrueForAll(w => w.Word != word))
            {
                words.Add((word, item!));
            }
        }

        if (schema.Value("const") is { } constant && constant.AsText() is { } only && words.TrueForAll(w => w.Word != only))
        {
            words.Add((only, constant));
        }

        foreach (var part in Variants(schema))
        {
            CollectWords(part, words, visited, depth + 1);
        }
    }
}

/// <summary>A property of an object schema.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Schema">Its schema, unresolved: the place in the document is its own.</param>
internal readonly record struct SchemaProperty(string Name, JsonNode Schema);
