using VideoTasks.Build.Model;
using VideoTasks.Build.Recognition.Schemas;

namespace VideoTasks.Build.Building;

/// <summary>Removes the models that no operation can send or receive.</summary>
internal static class UnusedModels
{
    public static void Remove(BuildContext context)
    {
        var all = context.Namespaces.Client.SelfAndDescendants().SelectMany(static ns => ns.Types).ToArray();
        var used = UsedDirectly(context).ToHashSet();
        var derived = all.OfType<ModelClass>().Where(static m => m.Base is not null).ToLookup(static m => m.Base!);
        var reachable = Reachable(used, derived);
        foreach (var ns in context.Namespaces.Models.SelfAndDescendants())
        {
            foreach (var model in ns.Types.OfType<ModelClass>().Where(m => !reachable.Contains(m)))
            {
                Forget(model);
            }

            ns.Types.RemoveAll(type => !reachable.Contains(type));
        }
    }

    private static IEnumerable<TypeDeclaration> UsedDirectly(BuildContext context)
    {
        var operations = context.Namespaces.Client.SelfAndDescendants()
            .Where(ns => !ns.IsWithin(context.Namespaces.Models))
            .SelectMany(static ns => ns.Types.OfType<RequestBuilderClass>())
            .SelectMany(static b => b.Operations);
        foreach (var operation in operations)
        {
            var types = operation.ReturnType.AllTypes
                .Concat(operation.Body?.Type.AllTypes ?? [])
                .Concat(operation.Errors.Values);
            foreach (var declaration in types.Select(static t => t.Declaration).OfType<TypeDeclaration>())
            {
                yield return declaration;
            }

            if (operation.QueryParameters is not null)
            {
                yield return operation.QueryParameters;
            }
        }

        foreach (var model in context.MultipartModels)
        {
            yield return model;
        }
    }

    /// <summary>
    /// What is used directly and what its properties are, with all that derives from it; and the base classes, without what else derives
    /// from them.
    /// </summary>
    private static HashSet<TypeDeclaration> Reachable(HashSet<TypeDeclaration> used, ILookup<ModelClass, ModelClass> derived)
    {
        var reachable = new HashSet<TypeDeclaration>();
        var inUse = new HashSet<TypeDeclaration>();
        var pending = new Stack<TypeDeclaration>(used);
        while (pending.TryPop(out var current))
        {
            if (!inUse.Add(current))
            {
                continue;
            }

            Reach(current);
            if (current is ModelClass model)
            {
                foreach (var child in derived[model])
                {
                    pending.Push(child);
                }

                foreach (var ancestor in model.Ancestors())
                {
                    Reach(ancestor);
                }
            }
        }

        return reachable;

        void Reach(TypeDeclaration type)
        {
            var properties = type is ModelClass model ? model.Properties : (type as QueryParametersClass)?.Properties;
            if (reachable.Add(type) && properties is not null)
            {
                foreach (var declaration in properties.SelectMany(static p => p.Type.AllTypes).Select(static t => t.Declaration).OfType<TypeDeclaration>())
                {
                    pending.Push(declaration);
                }
            }
        }
    }

    private static void Forget(ModelClass model)
    {
        foreach (var relative in model.Ancestors())
        {
            if (relative.DiscriminatorMappings.FirstOrDefault(m => m.Value.Declaration == model) is { Key: not null } mapping)
            {
                relative.DiscriminatorMappings.Remove(mapping.Key);
            }
        }
    }
}
