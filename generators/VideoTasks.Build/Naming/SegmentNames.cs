using System.Text.RegularExpressions;
using VideoTasks.Build.Model;
using VideoTasks.Build.Recognition.Schemas;

namespace VideoTasks.Build.Naming;

/// <summary>Names of path segments and of the parameters in them.</summary>
internal static partial class SegmentNames
{
    public const string ReservedItem = "Item";
    public const string ReservedItemEscaped = "Item_Escaped";
    public const string TrailingSlash = "EmptyPathSegment";
    private const string With = "With";
    private const string ModelsSegment = "models";

    private static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase) { "json", "xml", "csv", "yaml", "yml", "txt" };

    private static readonly HashSet<string> HttpVerbs = new(StringComparer.OrdinalIgnoreCase)
    {
        "get", "post", "put", "patch", "delete", "head", "options", "trace",
    };

    public static bool IsExtension(string segment) => Extensions.Contains(segment);

    public static bool IsHttpVerb(string name) => HttpVerbs.Contains(name);

    /// <summary>{id} and {id}.json: what an indexer stands for.</summary>
    public static bool IsSingleParameter(string segment)
    {
        var stem = FileExtension().Replace(segment, "");
        return stem.StartsWith('{') && stem.EndsWith('}') && stem.Count('{') == 1;
    }

    /// <summary>name(id={id}), {a}-{b}, v{version}: what a method with parameters stands for.</summary>
    public static bool HasOtherParameters(string segment) => segment.Contains('{', StringComparison.Ordinal) && !IsSingleParameter(segment);

    /// <summary>{id} → WithId, get(id={id}) → getWithId.</summary>
    public static string WithoutParameters(string segment)
    {
        if (segment.Length == 0)
        {
            return segment;
        }

        var named = AtSignParameter().Replace(segment, "={${name}}");
        return PathParameter().Replace(named, static match => match.Groups["equals"].Length == 0
                ? match.Groups["prefix"].Value + With + Symbols.UpperFirst(match.Groups["name"].Value)
                : With + Symbols.UpperFirst(match.Groups["name"].Value))
            .Replace(")", "", StringComparison.Ordinal)
            .Replace("(", "", StringComparison.Ordinal);
    }

    /// <summary>Removes what says nothing from the name for a segment: an extension, or the id of an item.</summary>
    /// <param name="name">The name.</param>
    /// <param name="isItem">Whether the segment is an item.</param>
    /// <param name="previousSegment">The segment before it: {id} alone says nothing of what the item is.</param>
    public static string Refine(string name, bool isItem, Func<string> previousSegment)
    {
        var refined = ParameterWithExtension().IsMatch(name) ? FileExtension().Replace(name, "") : name;
        if (isItem)
        {
            var withoutId = TrailingId().Replace(refined, "");
            if (!withoutId.Equals(refined, StringComparison.Ordinal))
            {
                return withoutId.Equals(With, StringComparison.Ordinal) ? Symbols.UpperFirst(previousSegment()) : withoutId;
            }
        }

        return refined;
    }

    /// <summary>The namespace of a path (segments separated by '\').</summary>
    public static string NamespaceOf(string path, string prefix)
    {
        var names = path.Split('\\', StringSplitOptions.RemoveEmptyEntries).Select(NamespaceSegment).Where(static s => s.Length > 0).ToArray();
        var joined = string.Join('.', names);
        var result = joined.Length == 0 ? prefix : prefix.Length == 0 ? joined : $"{prefix}.{joined}";
        return result.Replace("$value", "Content", StringComparison.Ordinal);
    }

    /// <summary>A parameter's name in a URL template, where - . ~ and whatever a URI cannot hold are percent-encoded.</summary>
    public static string ForUrlTemplate(string name) => name.Length == 0
        ? name
        : Uri.EscapeDataString(FileExtension().Replace(name, "").TrimStart('{').TrimEnd('}'))
            .Replace("-", "%2D", StringComparison.Ordinal)
            .Replace(".", "%2E", StringComparison.Ordinal)
            .Replace("~", "%7E", StringComparison.Ordinal);

    public static string ForCode(string name) =>
        name.Length == 0 ? name : PercentEncoded().Replace(ForUrlTemplate(Symbols.CamelCase(name, '-', '.', '~')), "");

    private static string NamespaceSegment(string segment)
    {
        var named = IsSingleParameter(segment)
            ? "item"
            : segment.Equals(ReservedItem, StringComparison.OrdinalIgnoreCase) ? ReservedItemEscaped : segment;
        var parts = named.Split(['.', '-', '$'], StringSplitOptions.RemoveEmptyEntries);
        var joined = string.Concat(parts.Select(static (part, index) =>
            index == 0 ? WithoutParameters(part) : Symbols.UpperFirst(WithoutParameters(part))));
        var clean = Symbols.Clean(IsExtension(joined) ? joined + "Escaped" : joined);
        return clean.Equals(ModelsSegment, StringComparison.OrdinalIgnoreCase) ? clean + "Requests" : clean;
    }

    [GeneratedRegex(@"(?<prefix>\w+)?(?<equals>=?)'?\{(?<name>\w+)\}'?,?", RegexOptions.Singleline, 2000)]
    private static partial Regex PathParameter();

    [GeneratedRegex(@"=@(?<name>\w+)", RegexOptions.Singleline, 2000)]
    private static partial Regex AtSignParameter();

    [GeneratedRegex(@"-?id\d?}?$", RegexOptions.Singleline | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex TrailingId();

    [GeneratedRegex(@"\.(?:json|yaml|yml|csv|txt)$", RegexOptions.Singleline, 2000)]
    private static partial Regex FileExtension();

    [GeneratedRegex(@"\{\w+\}\.(?:json|yaml|yml|csv|txt)$", RegexOptions.Singleline, 2000)]
    private static partial Regex ParameterWithExtension();

    [GeneratedRegex("%[0-9A-F]{2}", RegexOptions.Singleline, 2000)]
    private static partial Regex PercentEncoded();
}
