using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace VideoTasks.Build.Model;

/// <summary>Types by name (whatever its case) in the order of their creation; the first one of a name stays.</summary>
internal sealed class TypeTable : IEnumerable<TypeDeclaration>
{
    private readonly Dictionary<string, TypeDeclaration> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<TypeDeclaration> _inOrder = [];

    public int Count => _inOrder.Count;

    public TypeDeclaration GetOrAdd(TypeDeclaration type)
    {
        if (_byName.TryAdd(type.Name, type))
        {
            _inOrder.Add(type);
            return type;
        }

        return _byName[type.Name];
    }

    public bool TryGet(string name, [NotNullWhen(true)] out TypeDeclaration? type) => _byName.TryGetValue(name, out type);

    public void Remove(TypeDeclaration type)
    {
        if (_byName.TryGetValue(type.Name, out var found) && found == type)
        {
            _byName.Remove(type.Name);
            _inOrder.Remove(type);
        }
    }

    /// <summary>Drops many at once: removing one by one is quadratic.</summary>
    public void RemoveAll(Func<TypeDeclaration, bool> unwanted)
    {
        foreach (var type in _inOrder.Where(unwanted))
        {
            _byName.Remove(type.Name);
        }

        _inOrder.RemoveAll(type => !_byName.ContainsKey(type.Name));
    }

    public void Rename(TypeDeclaration type, string name)
    {
        _byName.Remove(type.Name);
        type.Name = name;
        if (!_byName.TryAdd(name, type))
        {
            _inOrder.Remove(type);
        }
    }

    public IEnumerator<TypeDeclaration> GetEnumerator() => _inOrder.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
