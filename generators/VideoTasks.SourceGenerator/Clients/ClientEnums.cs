using Microsoft.CodeAnalysis;
using VideoTasks.SourceGenerator.Model;

namespace VideoTasks.SourceGenerator.Clients;

/// <summary>Collects the enums that a vendor reads or writes.</summary>
internal sealed class ClientEnums
{
    private readonly SortedDictionary<string, ClientEnum> _enums = new(StringComparer.Ordinal);

    public EquatableArray<ClientEnum> ToArray() => new(_enums.Values);

    public string Add(ITypeSymbol type)
    {
        var name = type.Global();
        if (!_enums.ContainsKey(name))
        {
            var members = new List<NamedValue>();
            foreach (var field in type.GetMembers().OfType<IFieldSymbol>().Where(f => f.HasConstantValue))
            {
                var word = field.GetAttributes().FirstOrDefault(a => a.AttributeClass?.Name == "EnumMemberAttribute")?.NamedArguments
                    .FirstOrDefault(a => a.Key == "Value").Value.Value as string;
                members.Add(new NamedValue(field.Name, word ?? field.Name));
            }

            _enums.Add(name, new ClientEnum(name, new(members)));
        }

        return name;
    }
}
