using VideoTasks.Build.Model;
using VideoTasks.Build.Naming;

namespace VideoTasks.Build.Refining;

/// <summary>Gives types, namespaces and methods names that .NET doesn't use for something else.</summary>
internal static class TypeRenaming
{
    public static void Apply(CodeNamespace root)
    {
        foreach (var ns in root.SelfAndDescendants())
        {
            ns.Name = string.Join('.', ns.Name.Split('.').Select(static s => SegmentOf(Symbols.UpperFirst(s))));
            foreach (var type in ns.Types.ToArray())
            {
                RenameType(type, ns.Types);
            }
        }
    }

    private static string SegmentOf(string segment)
    {
        var escaped = ReservedNames.IsBaseClass(segment) ? segment + "Escaped" : segment;
        return ReservedNames.IsType(escaped) ? escaped + "Namespace" : escaped;
    }

    private static void RenameType(TypeDeclaration type, TypeTable siblings)
    {
        if (ReservedNames.IsBaseClass(type.Name))
        {
            siblings.Rename(type, Unused(Symbols.UpperFirst(type.Name) + "Escaped", siblings));
        }

        if (ReservedNames.IsType(type.Name))
        {
            siblings.Rename(type, Unused(type.Name + "Object", siblings));
        }

        if (type is ClassDeclaration outer)
        {
            foreach (var inner in outer.InnerTypes.ToArray())
            {
                RenameType(inner, outer.InnerTypes);
            }
        }

        if (type is RequestBuilderClass builder)
        {
            foreach (var method in builder.ParameterizedNavigations.Where(static m => ReservedNames.IsType(m.Name)))
            {
                method.Name += "Object";
            }

            foreach (var navigation in builder.Navigations.Where(static n => ReservedNames.IsBaseClass(n.Name)))
            {
                navigation.Name = Symbols.UpperFirst(navigation.Name) + "Escaped";
            }
        }
    }

    private static string Unused(string name, TypeTable siblings)
    {
        var candidate = name;
        for (var number = 1; siblings.TryGet(candidate, out _); number++)
        {
            candidate = name + number;
        }

        return candidate;
    }
}
