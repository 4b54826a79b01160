using System.Text.RegularExpressions;
using Microsoft.OpenApi.MicrosoftExtensions;
using VideoTasks.Build.Model;
using VideoTasks.Build.Naming;

namespace VideoTasks.Build.Urls;

/// <summary>RFC 6570 templates, with the query parameters of the operations.</summary>
internal static partial class UrlTemplates
{
    /// <summary>The template of a path: with every optional query parameter, and with those that all of its operations require.</summary>
    public static string Of(UrlNode node) => "{+baseurl}" + PathOf(node) + Write(SharedQuery(node));

    /// <summary>The template of an operation; null where that of its path does.</summary>
    public static string? OverrideOf(UrlNode node, EndpointOperation operation)
    {
        var shared = SharedQuery(node);
        var own = Sorted(node.Endpoint!.Parameters.Concat(operation.Parameters));
        var template = "{+baseurl}" + PathOf(node) + Write(own);

        // Optional parameters of other operations do no harm; a parameter that is missing does.
        var isNeeded = Array.Exists(own, p => p.Source.Required || !Array.Exists(shared, s => s.Name.Equals(p.Name, StringComparison.Ordinal)));
        return isNeeded && !template.Equals(Of(node), StringComparison.Ordinal) ? template : null;
    }

    private static string PathOf(UrlNode node)
    {
        var path = node.Path.Replace('\\', '/');
        if (!path.Contains('{', StringComparison.Ordinal))
        {
            return path;
        }

        var reserved = ReservedParameters(node);
        var result = path;
        foreach (var match in PathParameter().EnumerateMatches(path))
        {
            var name = path[(match.Index + 1)..(match.Index + match.Length - 1)];
            var written = (reserved.Contains(name) ? "+" : "") + SegmentNames.ForUrlTemplate(name);
            result = result.Replace(name, written, StringComparison.Ordinal);
        }

        return result;
    }

    // Reserved ones may hold slashes.
    private static HashSet<string> ReservedParameters(UrlNode node) => (node.Endpoint?.AllParameters ?? [])
        .Where(static p => p.IsPath && p.Source.Extensions is { } extensions
            && extensions.TryGetValue(OpenApiReservedParameterExtension.Name, out var extension)
            && extension is OpenApiReservedParameterExtension { IsReserved: true })
        .Select(static p => p.Name)
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static Parameter[] SharedQuery(UrlNode node)
    {
        if (node.Endpoint is not { Operations.Count: > 0 } endpoint)
        {
            return [];
        }

        var all = Sorted(endpoint.Parameters.Concat(endpoint.Operations.Values.SelectMany(static o => o.Parameters)));
        return Array.FindAll(all, p => !p.Source.Required
            || endpoint.Operations.Values.All(o => endpoint.Parameters.Concat(o.Parameters).Any(other =>
                other.IsQuery && other.Source.Required && other.Name.Equals(p.Name, StringComparison.Ordinal))));
    }

    private static Parameter[] Sorted(IEnumerable<Parameter> parameters) =>
    [
        .. parameters.Where(static p => p.IsQuery).DistinctBy(static p => p.Name, StringComparer.Ordinal).OrderBy(static p => p.Name, StringComparer.Ordinal),
    ];

    private static string Write(Parameter[] query)
    {
        var required = string.Join('&', query.Where(static p => p.Source.Required).Select(static p => $"{p.Name}={{{SegmentNames.ForUrlTemplate(p.Name)}}}"));
        var optional = string.Join(',', query.Where(static p => !p.Source.Required)
            .Select(static p => SegmentNames.ForUrlTemplate(p.Name) + (p.Source.Explode ? "*" : "")));
        return (required.Length > 0, optional.Length > 0) switch
        {
            (true, true) => $"?{required}{{&{optional}}}",
            (true, false) => $"?{required}",
            (false, true) => $"{{?{optional}}}",
            _ => "",
        };
    }

    [GeneratedRegex("{[^}]+}", RegexOptions.Singleline, 2000)]
    private static partial Regex PathParameter();
}
