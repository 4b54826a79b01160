namespace VideoTasks.Build.Model;

/// <summary>A namespace of the client; its types have names that differ by more than case.</summary>
internal sealed class CodeNamespace(string name, CodeNamespace? parent)
{
    public string Name { get; set; } = name;

    public CodeNamespace? Parent { get; } = parent;

    public List<CodeNamespace> Children { get; } = [];

    public TypeTable Types { get; } = new();

    public string LastSegment => Name[(Name.LastIndexOf('.') + 1)..];

    public bool IsItem => LastSegment.Equals("item", StringComparison.OrdinalIgnoreCase);

    public bool IsWithin(CodeNamespace ancestor)
    {
        for (var current = this; current is not null; current = current.Parent)
        {
            if (current == ancestor)
            {
                return true;
            }
        }

        return false;
    }

    public IEnumerable<CodeNamespace> SelfAndDescendants()
    {
        var pending = new Stack<CodeNamespace>([this]);
        while (pending.TryPop(out var current))
        {
            yield return current;
            for (var i = current.Children.Count - 1; i >= 0; i--)
            {
                pending.Push(current.Children[i]);
            }
        }
    }
}
