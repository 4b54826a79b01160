using System.Text.RegularExpressions;
using Microsoft.OpenApi;
using VideoTasks.Build.Recognition.Schemas;

namespace VideoTasks.Build.Selection;

/// <summary>Which paths and operations the client gets: patterns of paths, each with the methods that it is about after a '#'.</summary>
internal static partial class PathSelection
{
    public static IReadOnlyList<KeyValuePair<string, IOpenApiPathItem>> Select(
        IDictionary<string, IOpenApiPathItem> paths, IEnumerable<string> includePatterns, IEnumerable<string> excludePatterns)
    {
        var include = includePatterns.Select(Pattern.Parse).ToArray();
        var exclude = excludePatterns.Select(Pattern.Parse).ToArray();
        if (include.Length == 0 && exclude.Length == 0)
        {
            return [.. paths];
        }

        var result = new List<KeyValuePair<string, IOpenApiPathItem>>();
        foreach (var (path, item) in paths)
        {
            if (IsSelected(path, include, exclude) && SelectOperations(path, item, include, exclude) is { } selected)
            {
                result.Add(KeyValuePair.Create(path, selected));
            }
        }

        return result;
    }

    /// <summary>Whether an operation is selected, by its path and its method as the document writes them.</summary>
    public static Func<string, string, bool> Predicate(OpenApiDocument document, IEnumerable<string> includePatterns, IEnumerable<string> excludePatterns)
    {
        var selected = Select(document.Paths ?? [], includePatterns, excludePatterns)
            .ToDictionary(p => p.Key, p => p.Value.Operations?.Keys.Select(m => m.Method).ToHashSet(StringComparer.OrdinalIgnoreCase) ?? [], StringComparer.Ordinal);
        return (path, method) => selected.TryGetValue(path, out var methods) && methods.Contains(method);
    }

    private static bool IsSelected(string path, Pattern[] include, Pattern[] exclude)
    {
        var whole = include.Where(static p => p.Methods.Count == 0).ToArray();
        var isLeftOut = (whole.Length > 0 && !Array.Exists(whole, p => p.Glob.IsMatch(path)))
            || Array.Exists(exclude, p => p.Methods.Count == 0 && p.Glob.IsMatch(path));

        // A pattern with methods decides about its operations itself.
        return !isLeftOut || Array.Exists(include, p => p.Methods.Count > 0 && p.Glob.IsMatch(path));
    }

    private static IOpenApiPathItem? SelectOperations(string path, IOpenApiPathItem item, Pattern[] include, Pattern[] exclude)
    {
        var someIncluded = include.Where(static p => p.Methods.Count > 0).ToArray();
        var someExcluded = exclude.Where(static p => p.Methods.Count > 0).ToArray();
        if (someIncluded.Length == 0 && someExcluded.Length == 0)
        {
            return item;
        }

        var isWhole = Array.Exists(include, p => p.Methods.Count == 0 && p.Glob.IsMatch(path));
        var selected = (item.Operations ?? [])
            .Where(o => isWhole || someIncluded.Length == 0 || Array.Exists(someIncluded, p => p.Glob.IsMatch(path) && p.Methods.Contains(o.Key)))
            .Where(o => !Array.Exists(someExcluded, p => p.Glob.IsMatch(path) && p.Methods.Contains(o.Key)))
            .ToDictionary(static o => o.Key, static o => o.Value);
        return selected.Count == 0 ? null : new OpenApiPathItem
        {
            Summary = item.Summary,
            Description = item.Description,
            Parameters = item.Parameters,
            Operations = selected,
            Extensions = item.Extensions,
        };
    }

    [GeneratedRegex(@"(?<start>[\/\\])\{[\w\d-]+\}(?<end>[\/\\])?", RegexOptions.Singleline, 2000)]
    private static partial Regex SingleParameter();

    private sealed record Pattern(Glob Glob, HashSet<HttpMethod> Methods)
    {
        public static Pattern Parse(string text)
        {
            var parts = text.Split('#', StringSplitOptions.RemoveEmptyEntries);
            var path = parts.Length == 0 ? "" : WithWildcards(parts[0]);
            var methods = parts.Length < 2 ? [] : parts[1].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return new Pattern(Glob.Parse(path), [.. methods.Select(static m => HttpMethod.Parse(m.ToUpperInvariant()))]);
        }

        // {id} in a pattern means the parameter, whatever its name.
        private static string WithWildcards(string path)
        {
            for (var round = 0; round < 10; round++)
            {
                path = SingleParameter().Replace(path, "${start}{*}${end}");
            }

            return path;
        }
    }
}
