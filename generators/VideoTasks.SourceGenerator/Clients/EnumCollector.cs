using Microsoft.CodeAnalysis;
using VideoTasks.Build.Description.Format;
using VideoTasks.SourceGenerator.Model;

namespace VideoTasks.SourceGenerator.Clients;

/// <summary>Collects the enums that a vendor reads or writes.</summary>
internal sealed class EnumCollector
{
    private readonly SortedDictionary<string, ClientEnum> _enums = new(StringComparer.Ordinal);

    public EquatableArray<ClientEnum> ToArray() => new(_enums.Values);

    public void AddAll(EnumCollector others)
    {
        foreach (var other in others._enums)
        {
            _enums[other.Key] = other.Value;
        }
    }

    /// <summary>Adds an enum; its name.</summary>
    public string Add(ITypeSymbol type)
    {
        var name = type.Global();
        if (!_enums.ContainsKey(name))
        {
            _enums.Add(name, new(name, new(Words(type))));
        }

        return name;
    }

    // A switch takes each value once, whatever it is called.
    private static IEnumerable<EnumWord> Words(ITypeSymbol type) =>
        from field in type.GetMembers().OfType<IFieldSymbol>()
        where field.HasConstantValue && field.Name.Length > 0
        group field by field.ConstantValue into same
        let member = same.First()
        let attribute = member.GetAttributes().FirstOrDefault(a => a.AttributeClass?.Name == "EnumMemberAttribute")
        select new EnumWord(member.Name, attribute?.NamedArguments.FirstOrDefault(a => a.Key == "Value").Value.Value as string ?? member.Name);
}
