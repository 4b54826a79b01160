using VideoTasks.Build.Schemas;

namespace VideoTasks.Build.Building;

/// <summary>Which components have which in their allOf.</summary>
internal sealed class InheritanceIndex
{
    private readonly Dictionary<string, List<string>> _derived = new(StringComparer.Ordinal);

    public InheritanceIndex(SchemaSource schemas)
    {
        foreach (var id in schemas.ComponentIds)
        {
            foreach (var parent in schemas.Component(id)?.AllOf ?? [])
            {
                if (string.IsNullOrEmpty(parent.Component))
                {
                    continue;
                }

                if (!_derived.TryGetValue(parent.Component, out var derived))
                {
                    _derived.Add(parent.Component, derived = []);
                }

                if (!derived.Contains(id, StringComparer.OrdinalIgnoreCase))
                {
                    derived.Add(id);
                }
            }
        }
    }

    /// <summary>Whether a component is its own ancestor, which no class can be.</summary>
    public bool IsCyclic(string component) => DerivedOf(component).Contains(component, StringComparer.OrdinalIgnoreCase);

    /// <summary>The components below one, nearest first.</summary>
    public IReadOnlyList<string> DerivedOf(string component)
    {
        var result = new List<string>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var pending = new Queue<string>([component]);
        while (pending.TryDequeue(out var current))
        {
            foreach (var derived in _derived.GetValueOrDefault(current) ?? [])
            {
                if (seen.Add(derived))
                {
                    result.Add(derived);
                    pending.Enqueue(derived);
                }
            }
        }

        return result;
    }
}
