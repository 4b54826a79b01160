namespace VideoTasks.Build.Model;

internal enum CompositionKind
{
    /// <summary>An ordinary object.</summary>
    None,

    /// <summary>oneOf: exactly one member has a value.</summary>
    Union,

    /// <summary>anyOf: several object members may have a value.</summary>
    Intersection,
}

/// <summary>A model: an object of the document, or the wrapper of a oneOf or anyOf.</summary>
internal sealed class ModelClass : ClassDeclaration
{
    private ModelClass? _base;

    public PropertyTable Properties { get; } = new();

    public ModelClass? Base
    {
        get => _base;
        set
        {
            _base = value;
            Properties.Base = value?.Properties;
        }
    }

    /// <summary>A body of an error response: derives from the runtime's exception.</summary>
    public bool IsError { get; set; }

    public CompositionKind Composition { get; set; }

    public bool PropertiesBuilt { get; set; }

    public string DiscriminatorProperty { get; set; } = "";

    public SortedDictionary<string, NamedType> DiscriminatorMappings { get; } = new(StringComparer.OrdinalIgnoreCase);

    public bool HasAdditionalData => Properties.Any(static p => p.Kind is PropertyKind.AdditionalData);

    public bool HasBackingStore => Properties.Any(static p => p.Kind is PropertyKind.BackingStore);

    public ModelClass? GreatestAncestor
    {
        get
        {
            var current = Base;
            while (current?.Base is { } next)
            {
                current = next;
            }

            return current;
        }
    }

    public bool DerivesFrom(ModelClass other)
    {
        for (var current = Base; current is not null; current = current.Base)
        {
            if (current == other)
            {
                return true;
            }
        }

        return false;
    }

    public IEnumerable<ModelClass> Ancestors()
    {
        for (var current = Base; current is not null; current = current.Base)
        {
            yield return current;
        }
    }
}
