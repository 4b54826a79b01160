using System.Collections;

namespace VideoTasks.Build.Model;

/// <summary>
/// The properties of a class. Names and names on the wire are compared without case; a name that is taken in the class or a base
/// class is made unique with the class's name, a name on the wire that a base class has already takes over the base's property.
/// </summary>
internal sealed class PropertyTable : IEnumerable<Property>
{
    private readonly Dictionary<string, Property> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Property> _byWireName = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Property> _inOrder = [];

    public PropertyTable? Base { get; set; }

    public int Count => _inOrder.Count;

    public bool ContainsName(string name) => _byName.ContainsKey(name);

    public bool ContainsWireName(string wireName) => _byWireName.ContainsKey(wireName);

    /// <param name="property">The property to add.</param>
    /// <param name="uniquePrefix">The class's name for models; null for query parameters, whose names get a number.</param>
    public void Add(Property property, string? uniquePrefix)
    {
        if (property.Kind is PropertyKind.Custom or PropertyKind.QueryParameter)
        {
            MakeUnique(property, uniquePrefix);
        }

        Insert(property);
    }

    public void Remove(Property property)
    {
        _byName.Remove(property.Name);
        _byWireName.Remove(property.WireName);
        _inOrder.Remove(property);
    }

    /// <summary>Gives a property another name; a name that is taken drops it, as the first one of a name stays.</summary>
    public void Rename(Property property, string name)
    {
        var index = _inOrder.IndexOf(property);
        _byWireName.Remove(property.WireName);
        _byName.Remove(property.Name);
        if (property.SerializationName.Length == 0)
        {
            property.SerializationName = property.Name;
        }

        property.Name = name;
        if (_byName.TryAdd(name, property))
        {
            _byWireName.TryAdd(property.WireName, property);
        }
        else
        {
            _inOrder.RemoveAt(index);
        }
    }

    public IEnumerator<Property> GetEnumerator() => _inOrder.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void MakeUnique(Property property, string? uniquePrefix)
    {
        if (FindOriginal(property.WireName) is { } original)
        {
            property.Name = original.Name;
            property.SerializationName = original.SerializationName;
            property.Original = original;
            return;
        }

        var unique = UniqueName(property.Name, uniquePrefix);
        if (!unique.Equals(property.Name, StringComparison.OrdinalIgnoreCase) && property.SerializationName.Length == 0)
        {
            property.SerializationName = property.Name;
        }

        property.Name = unique;
    }

    private void Insert(Property property)
    {
        if (_byName.TryAdd(property.Name, property))
        {
            _inOrder.Add(property);
            _byWireName.TryAdd(property.WireName, property);
        }
    }

    private Property? FindOriginal(string wireName)
    {
        for (var table = Base; table is not null; table = table.Base)
        {
            if (table._byWireName.TryGetValue(wireName, out var found) && found.Original is null && found.Kind is not PropertyKind.AdditionalData)
            {
                return found;
            }
        }

        return null;
    }

    private string UniqueName(string name, string? prefix)
    {
        if (!IsTaken(name))
        {
            return name;
        }

        var candidate = prefix is null ? name : prefix + Naming.Symbols.UpperFirst(name);
        if (prefix is not null && !IsTaken(candidate))
        {
            return candidate;
        }

        var number = 0;
        while (IsTaken(candidate + number))
        {
            number++;
        }

        return candidate + number;
    }

    private bool IsTaken(string name)
    {
        for (var table = this; table is not null; table = table.Base)
        {
            if (table._byName.ContainsKey(name))
            {
                return true;
            }
        }

        return false;
    }
}
