using System.Text.Json.Nodes;

namespace VideoTasks.Build.Preparation.Naming;

/// <summary>Names for a section of the components that OpenAPI allows: those of the document as far as they do.</summary>
internal sealed class ComponentNames
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public ComponentNames(JsonObject? section)
    {
        foreach (var (name, _) in section ?? [])
        {
            if (ComponentName.IsValid(name) && _taken.Add(name))
            {
                _names.Add(name, name);
            }
        }

        foreach (var (name, _) in section ?? [])
        {
            if (!_names.ContainsKey(name))
            {
                _names.Add(name, Unique(name));
            }
        }
    }

    /// <summary>The name of a component of the document.</summary>
    public string Of(string name) => _names[name];

    /// <summary>A name that no component has yet.</summary>
    public string Unique(string wish)
    {
        var name = ComponentName.From(wish);
        for (var number = 2; !_taken.Add(name); number++)
        {
            name = FormattableString.Invariant($"{ComponentName.From(wish)}_{number}");
        }

        return name;
    }
}
