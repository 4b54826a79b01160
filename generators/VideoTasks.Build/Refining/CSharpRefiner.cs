using VideoTasks.Build.Building;
using VideoTasks.Build.Model;

namespace VideoTasks.Build.Refining;

/// <summary>Makes of the neutral model what C# can hold: names that are free, wrappers for composed types, exceptions for errors.</summary>
internal static class CSharpRefiner
{
    public static void Refine(BuildContext context)
    {
        var root = context.Namespaces.Client;
        foreach (var builder in root.SelfAndDescendants().SelectMany(static ns => ns.Types.OfType<RequestBuilderClass>()))
        {
            MergeErrorRanges(builder);
        }

        NamespaceConflicts.Resolve(root);
        CompositionWrappers.Create(root, context.Options.UsesBackingStore);
        TypeRenaming.Apply(root);
        foreach (var type in AllTypes(root))
        {
            PropertyRenaming.Apply(type);
        }

        foreach (var model in Models(root).Where(static m => m.IsError))
        {
            ErrorModels.BecomeException(model);
        }

        Identifiers.Finish(root);
    }

    /// <summary>Every type, nested ones after those that they are nested in.</summary>
    public static IEnumerable<TypeDeclaration> AllTypes(CodeNamespace root) => root.SelfAndDescendants().SelectMany(static ns => ns.Types).SelectMany(WithInner);

    private static IEnumerable<ModelClass> Models(CodeNamespace root) => AllTypes(root).OfType<ModelClass>();

    private static IEnumerable<TypeDeclaration> WithInner(TypeDeclaration type) =>
        type is ClassDeclaration { InnerTypes.Count: > 0 } outer ? outer.InnerTypes.SelectMany(WithInner).Prepend(type) : [type];

    // One entry stands for both where they mean the same.
    private static void MergeErrorRanges(RequestBuilderClass builder)
    {
        foreach (var errors in builder.Operations.Select(static o => o.Errors))
        {
            if (errors.TryGetValue("4XX", out var client) && errors.TryGetValue("5XX", out var server) && client.Declaration == server.Declaration)
            {
                errors.Remove("4XX");
                errors.Remove("5XX");
                errors.TryAdd("XXX", client);
            }
        }
    }
}
