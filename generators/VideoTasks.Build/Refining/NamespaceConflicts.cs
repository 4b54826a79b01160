using VideoTasks.Build.Model;

namespace VideoTasks.Build.Refining;

/// <summary>A class that is called like a namespace beside it moves into that namespace.</summary>
internal static class NamespaceConflicts
{
    public static void Resolve(CodeNamespace root)
    {
        foreach (var ns in root.SelfAndDescendants())
        {
            foreach (var type in ns.Types.OfType<ClassDeclaration>().ToArray())
            {
                if (ns.Children.Find(child => child.Name.EndsWith(type.Name, StringComparison.OrdinalIgnoreCase)) is { } target
                    && !target.Types.TryGet(type.Name, out _))
                {
                    ns.Types.Remove(type);
                    target.Types.GetOrAdd(type);
                    type.Namespace = target;
                }
            }
        }
    }
}
