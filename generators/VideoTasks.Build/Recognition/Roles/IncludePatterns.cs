using VideoTasks.Build.Description.Format;
using VideoTasks.Build.Recognition.Operations;

namespace VideoTasks.Build.Recognition.Roles;

/// <summary>Kiota's include patterns for the video operations of a document that holds others as well.</summary>
internal static class IncludePatterns
{
    public static IReadOnlyList<string> Of(
        IReadOnlyList<DocumentOperation> all, IReadOnlyList<RecognizedOperation> chosen, IReadOnlyDictionary<DocumentOperation, OperationFacts> facts)
    {
        var patterns = new SortedSet<string>(StringComparer.Ordinal);
        var selected = new HashSet<DocumentOperation>();
        if (chosen.FirstOrDefault(o => o.Role == VideoRole.Get)?.Operation is { } get)
        {
            var resource = Resource(get);
            var family = all.Where(o => o.Path == resource || o.Path.StartsWith(resource + "/", StringComparison.Ordinal)).ToList();
            if (resource.Length > 1 && family.TrueForAll(o => chosen.Any(c => c.Operation == o) || facts[o].Evidence.Score > 0))
            {
                patterns.Add(resource + "/**");
                if (family.Exists(o => o.Path == resource))
                {
                    patterns.Add(resource);
                }

                selected.UnionWith(family);
            }
        }

        foreach (var operation in chosen.Select(c => c.Operation).Where(selected.Add))
        {
            patterns.Add($"{operation.Path}#{operation.Method}");
        }

        return selected.Count == all.Count ? [] : [.. patterns];
    }

    private static string Resource(DocumentOperation get)
    {
        var parameter = get.Segments.ToList().FindLastIndex(DocumentOperation.IsParameter);
        return "/" + string.Join('/', parameter >= 0 ? get.Segments.Take(parameter) : get.Segments.SkipLast(1));
    }
}
