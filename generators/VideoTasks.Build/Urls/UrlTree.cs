using Microsoft.OpenApi;
using VideoTasks.Build.Naming;
using VideoTasks.Build.Recognition.Schemas;

namespace VideoTasks.Build.Urls;

/// <summary>Paths → a tree of their segments, in which parameters at one place are one segment whatever their names.</summary>
internal static class UrlTree
{
    /// <summary>Segments that a path may have: more would make names that no file system holds.</summary>
    public const int MaxSegments = 64;

    /// <summary>Characters that a path may have.</summary>
    public const int MaxLength = 2_000;

    public static UrlNode Create(IEnumerable<KeyValuePair<string, IOpenApiPathItem>> paths, List<string> warnings)
    {
        var root = new UrlNode("/", "");
        var parameters = new Dictionary<IOpenApiParameter, Parameter>(ReferenceEqualityComparer.Instance);
        foreach (var (path, item) in paths)
        {
            if (item is null)
            {
                continue;
            }

            if (path.Length > MaxLength || path.Count('/') > MaxSegments)
            {
                warnings.Add($"The path '{path}' has more than {MaxSegments} segments or {MaxLength} characters; it is left out");
                continue;
            }

            foreach (var method in (item.Operations ?? []).Keys.Where(static m => !IsSendable(m)))
            {
                warnings.Add($"{method.Method} {path}: Kiota's runtime has no such method; the operation is left out");
            }

            Attach(root, path, Detach(item, parameters), warnings);
        }

        MergeItems(root);
        return root;
    }

    private static void Attach(UrlNode root, string path, Endpoint endpoint, List<string> warnings)
    {
        var current = root;
        var relative = path.StartsWith('/') ? path[1..] : path;
        foreach (var segment in relative.Length == 0 ? [] : relative.Split('/'))
        {
            if (!current.Children.TryGetValue(segment, out var child))
            {
                current.Children.Add(segment, child = new UrlNode(segment, $@"{current.Path}\{segment}"));
            }

            current = child;
        }

        if (current.Endpoint is not null)
        {
            warnings.Add($"The path '{path}' is in the document twice; the first one counts");
            return;
        }

        current.Endpoint = endpoint;
    }

    private static Endpoint Detach(IOpenApiPathItem item, Dictionary<IOpenApiParameter, Parameter> known) => new()
    {
        Description = item.Description,
        Summary = item.Summary,
        Parameters = Detach(item.Parameters, known),
        Operations = (item.Operations ?? []).Where(static o => o.Value is not null && IsSendable(o.Key)).ToDictionary(static o => o.Key, o => new EndpointOperation(o.Value, Detach(o.Value.Parameters, known))),
    };

    // What Microsoft.Kiota.Abstractions.Method has: OpenAPI 3.2 knows QUERY and any other word as well.
    private static bool IsSendable(HttpMethod method) =>
        method.Method.ToUpperInvariant() is "GET" or "POST" or "PATCH" or "DELETE" or "OPTIONS" or "PUT" or "HEAD" or "CONNECT" or "TRACE";

    // A shared parameter is renamed for everyone, as in the document.
    private static List<Parameter> Detach(IList<IOpenApiParameter>? parameters, Dictionary<IOpenApiParameter, Parameter> known)
    {
        var result = new List<Parameter>();
        foreach (var parameter in (parameters ?? []).Where(static p => p is not null))
        {
            var target = parameter is OpenApiParameterReference reference ? reference.RecursiveTarget : parameter;
            if (target is null)
            {
                continue;
            }

            if (!known.TryGetValue(target, out var detached))
            {
                known.Add(target, detached = new Parameter(target));
            }

            result.Add(detached);
        }

        return result;
    }

    private static void MergeItems(UrlNode node)
    {
        var items = node.Children.Where(static c => c.Value.IsItem).OrderBy(static c => c.Key, StringComparer.OrdinalIgnoreCase).ToArray();
        if (items.Length > 1)
        {
            Merge(node, items);
        }

        foreach (var child in node.Children.Values)
        {
            MergeItems(child);
        }
    }

    private static void Merge(UrlNode node, KeyValuePair<string, UrlNode>[] items)
    {
        var (firstKey, first) = items[0];
        node.Children.Remove(firstKey);
        var oldName = Symbols.Clean(first.Segment.Trim('{', '}'));
        var index = Array.IndexOf(first.Path.Split('\\', StringSplitOptions.RemoveEmptyEntries), first.Segment);
        var stem = oldName.EndsWith("id", StringComparison.OrdinalIgnoreCase) ? oldName[..^2] : oldName;
        var shared = $"{{{stem}-id}}";
        first.Path = first.Path.Replace(firstKey, shared, StringComparison.OrdinalIgnoreCase);
        first.SharedParameter = shared;
        node.Children[shared] = first;
        Copy(first, first, firstKey, shared);
        foreach (var (key, item) in items.Skip(1))
        {
            node.Children.Remove(key);
            Copy(item, first, key, shared);
        }

        RenameInPaths(first, index, shared);
    }

    private static void Copy(UrlNode source, UrlNode destination, string oldSegment, string newSegment)
    {
        foreach (var (key, child) in source.Children.ToArray())
        {
            child.Path = child.Path.Replace(oldSegment, newSegment, StringComparison.OrdinalIgnoreCase);
            if (!destination.Children.TryAdd(key, child))
            {
                Copy(child, destination.Children[key], oldSegment, newSegment);
            }
        }

        if (source.Endpoint is not { } endpoint)
        {
            return;
        }

        RenameParameter(endpoint, oldSegment.Trim('{', '}'), newSegment.Trim('{', '}'));
        if (source == destination)
        {
            return;
        }

        if (destination.Endpoint is not { } existing)
        {
            destination.Endpoint = endpoint;
            return;
        }

        foreach (var (method, operation) in endpoint.Operations)
        {
            existing.Operations.TryAdd(method, operation);
        }

        existing.Parameters.AddRange(endpoint.Parameters);
    }

    private static void RenameInPaths(UrlNode node, int index, string parameter)
    {
        if (index < 0)
        {
            return;
        }

        foreach (var child in node.Children.Values)
        {
            var segments = child.Path.Split('\\', StringSplitOptions.RemoveEmptyEntries);
            if (segments.Length > index)
            {
                var oldName = segments[index];
                segments[index] = parameter;
                child.Path = @"\" + string.Join('\\', segments);
                if (node.Endpoint is { } endpoint)
                {
                    RenameParameter(endpoint, oldName, parameter);
                }
            }

            RenameInPaths(child, index, parameter);
        }
    }

    private static void RenameParameter(Endpoint endpoint, string oldName, string newName)
    {
        foreach (var parameter in endpoint.AllParameters.Where(p => p.IsPath && p.Name.Equals(oldName, StringComparison.Ordinal)))
        {
            parameter.Name = newName;
        }
    }
}
