using System.Text.Json.Nodes;
using VideoTasks.Build.Documents.Loading;

namespace VideoTasks.Build.Preparation.Copying;

/// <summary>Which components extend which, where a discriminator tells them apart.</summary>
internal sealed class DerivedSchemas
{
    private static readonly string[] Compositions = ["allOf", "oneOf", "anyOf"];
    private readonly JsonObject _components;
    private readonly ReferenceResolver _resolver;
    private readonly Dictionary<string, List<string>> _derived = new(StringComparer.Ordinal);
    private readonly Dictionary<JsonNode, bool> _discriminated = new(ReferenceEqualityComparer.Instance);

    public DerivedSchemas(JsonObject components, ReferenceResolver resolver)
    {
        (_components, _resolver) = (components, resolver);
        foreach (var (name, schema) in components)
        {
            foreach (var part in (schema.Array("allOf") ?? []).OfType<JsonObject>().Where(static p => ReferenceResolver.ReferenceOf(p) is not null))
            {
                if (resolver.Resolve(part, "schemas") is { Name: { } parent })
                {
                    if (!_derived.TryGetValue(parent, out var list))
                    {
                        _derived.Add(parent, list = []);
                    }

                    list.Add(name);
                }
            }
        }
    }

    /// <summary>The components that extend one of those with a discriminator.</summary>
    public IReadOnlyList<(string Name, JsonNode Node)> Of(IEnumerable<string> names) =>
    [
        .. names.Where(n => _derived.ContainsKey(n) && IsDiscriminated(_components[n]))
            .SelectMany(n => _derived[n])
            .Select(n => (n, _components[n]!)),
    ];

    // A schema has the discriminators of what it consists of.
    private bool IsDiscriminated(JsonNode? schema)
    {
        if (schema is null || _discriminated.TryGetValue(schema, out var known))
        {
            return schema is not null && _discriminated[schema];
        }

        _discriminated.Add(schema, false);
        known = schema.Value("discriminator") is not null
            || Compositions.SelectMany(k => schema.Array(k) ?? []).Any(p => IsDiscriminated(Target(p)));
        return _discriminated[schema] = known;
    }

    private JsonNode? Target(JsonNode? node) => node is JsonObject map && ReferenceResolver.ReferenceOf(map) is not null
        ? _resolver.Resolve(map, "schemas")?.Node
        : node;
}
