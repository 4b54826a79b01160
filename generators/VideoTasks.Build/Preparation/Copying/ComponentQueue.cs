using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Preparation.Naming;

namespace VideoTasks.Build.Preparation.Copying;

/// <summary>The components of a section that are reached, each of which is copied once.</summary>
internal sealed class ComponentQueue(JsonObject root, string section)
{
    private readonly JsonObject? _components = root.Object("components").Object(section);
    private readonly ComponentNames _names = new(root.Object("components").Object(section));
    private readonly Dictionary<string, JsonObject?> _copies = new(StringComparer.Ordinal);
    private readonly Dictionary<JsonNode, string> _lifted = new(ReferenceEqualityComparer.Instance);
    private readonly List<string> _liftedNames = [];
    private readonly Queue<(string Name, JsonNode Node)> _waiting = [];

    public string Section => section;

    /// <summary>The components of the document.</summary>
    public JsonObject Components => _components ?? [];

    public bool IsReached(string name) => _copies.ContainsKey(_names.Of(name));

    /// <summary>Has a component of the document copied; returns the reference to the copy.</summary>
    public string Reach(string name, JsonNode node)
    {
        var valid = _names.Of(name);
        if (_copies.TryAdd(valid, null))
        {
            _waiting.Enqueue((valid, node));
        }

        return ReferenceTo(valid);
    }

    /// <summary>Has a part of the document copied as a component of its own; returns the reference to the copy.</summary>
    public string Lift(JsonNode node, Func<string> wish)
    {
        if (!_lifted.TryGetValue(node, out var name))
        {
            _lifted.Add(node, name = _names.Unique(wish()));
            _liftedNames.Add(name);
            _copies.Add(name, null);
            _waiting.Enqueue((name, node));
        }

        return ReferenceTo(name);
    }

    public bool TryNext([NotNullWhen(true)] out string? name, [NotNullWhen(true)] out JsonNode? node)
    {
        var found = _waiting.TryDequeue(out var next);
        (name, node) = (next.Name, next.Node);
        return found;
    }

    public void Set(string name, JsonObject? copy) => _copies[name] = copy;

    /// <summary>The copies in the order of the document.</summary>
    public JsonObject Result()
    {
        var result = new JsonObject();
        foreach (var name in Components.Select(c => _names.Of(c.Key)).Concat(_liftedNames))
        {
            if (_copies.TryGetValue(name, out var copy))
            {
                result.Add(name, copy ?? []);
            }
        }

        return result;
    }

    private string ReferenceTo(string name) => $"#/components/{section}/{name}";
}
