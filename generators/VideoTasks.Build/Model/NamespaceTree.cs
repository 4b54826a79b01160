namespace VideoTasks.Build.Model;

/// <summary>Every namespace of the client by its full name, whatever its case.</summary>
internal sealed class NamespaceTree
{
    private readonly Dictionary<string, CodeNamespace> _byName = new(StringComparer.OrdinalIgnoreCase);

    public NamespaceTree(string clientName)
    {
        Client = GetOrAdd(clientName);
        Models = GetOrAdd(clientName + ".models");
    }

    public CodeNamespace Client { get; }

    public CodeNamespace Models { get; }

    public CodeNamespace GetOrAdd(string name)
    {
        if (_byName.TryGetValue(name, out var existing))
        {
            return existing;
        }

        var dot = name.LastIndexOf('.');
        var parent = dot < 0 ? null : GetOrAdd(name[..dot]);
        var added = new CodeNamespace(parent is null ? name : $"{parent.Name}.{name[(dot + 1)..]}", parent);
        parent?.Children.Add(added);
        _byName.Add(name, added);
        return added;
    }
}
