using VideoTasks.Build.Model;
using VideoTasks.Build.Refining;

namespace VideoTasks.Build.Writing;

/// <summary>Where an error's text is: the property that the document marks, in the model or below it.</summary>
internal static class ErrorMessages
{
    public static string PathOf(ModelClass model) => PathOf(model, []) is { } path ? $"{path} ?? string.Empty" : "base.Message";

    private static string? PathOf(ModelClass model, HashSet<ModelClass> visited)
    {
        if (!visited.Add(model))
        {
            return null;
        }

        if (model.Properties.FirstOrDefault(static p => p.IsPrimaryErrorMessage && p.Original is null && TypeNames.IsText(p.Type)
            && p.Type.Collection is CollectionKind.None) is { } marked)
        {
            return Identifiers.Escaped(marked.Name);
        }

        foreach (var property in model.Properties.Where(static p => p.Kind is PropertyKind.Custom && p.Original is null)
                     .OrderBy(static p => p.Name, StringComparer.OrdinalIgnoreCase))
        {
            if (property.Type is NamedType { Declaration: ModelClass next, Collection: CollectionKind.None } && PathOf(next, visited) is { } rest)
            {
                return $"{Identifiers.Escaped(property.Name)}?.{rest}";
            }
        }

        return null;
    }
}
