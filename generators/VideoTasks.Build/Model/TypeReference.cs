using VideoTasks.Build.Recognition.Schemas;

namespace VideoTasks.Build.Model;

internal enum CollectionKind
{
    None,

    /// <summary>List&lt;T&gt; of models and bodies.</summary>
    List,

    /// <summary>T[] of query parameters.</summary>
    Array,
}

/// <summary>How a member names its type.</summary>
internal abstract class TypeReference
{
    public CollectionKind Collection { get; set; }

    public bool IsNullable { get; set; } = true;

    public abstract string Name { get; }

    public abstract IEnumerable<NamedType> AllTypes { get; }
}

/// <summary>A declared type, or a primitive by the name that the specification of the wire formats gives it.</summary>
internal sealed class NamedType : TypeReference
{
    private string _primitive = "";

    public NamedType(string primitive) => _primitive = primitive;

    public NamedType(TypeDeclaration declaration) => Declaration = declaration;

    public TypeDeclaration? Declaration { get; }

    public override string Name => Declaration?.Name ?? _primitive;

    public override IEnumerable<NamedType> AllTypes => [this];

    public void BecomePrimitive(string primitive) => _primitive = primitive;
}

/// <summary>A oneOf or anyOf before it becomes a wrapper class.</summary>
internal sealed class ComposedType(string name, CompositionKind kind) : TypeReference
{
    private readonly SortedDictionary<string, NamedType> _members = new(StringComparer.OrdinalIgnoreCase);

    public override string Name { get; } = name;

    public CompositionKind Kind { get; } = kind;

    /// <summary>The namespace of the component that this is; null for an inline one, which is nested in the class that uses it.</summary>
    public CodeNamespace? TargetNamespace { get; set; }

    public string DiscriminatorProperty { get; set; } = "";

    public Dictionary<string, NamedType> DiscriminatorMappings { get; } = new(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<NamedType> Members => _members.Values;

    public override IEnumerable<NamedType> AllTypes => _members.Values;

    public void AddMember(NamedType member) => _members.TryAdd($"{member.Name}_{KeyOf(member.Collection)}", member);

    private static string KeyOf(CollectionKind kind) => kind switch
    {
        CollectionKind.List => "Complex",
        CollectionKind.Array => "Array",
        _ => "None",
    };
}
