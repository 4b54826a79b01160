using System.Text.RegularExpressions;
using DotNet.Globbing;

namespace VideoTasks.Build.Preparation.Selection;

/// <summary>A pattern of paths, and the methods that it is about; none for all of them.</summary>
internal sealed partial class PathPattern
{
    private readonly string _path;
    private readonly Glob _glob;
    private readonly HashSet<string> _methods;

    private PathPattern(string path, IEnumerable<string> methods)
    {
        (_path, _glob) = (path, Glob.Parse(WithWildcards(path)));
        _methods = methods.ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    public bool IsForAllMethods => _methods.Count == 0;

    /// <summary>Reads patterns as Kiota does: those of the same path count as one.</summary>
    /// <exception cref="FormatException">One of them, which the message is, is no pattern.</exception>
    public static IReadOnlyList<PathPattern> ParseAll(IEnumerable<string> texts) =>
    [
        .. texts.Select(static t => t.Split('#', StringSplitOptions.RemoveEmptyEntries))
            .Where(static p => p.Length > 0)
            .GroupBy(static p => p[0], StringComparer.Ordinal)
            .Select(static g => Parse(g.Key, g.SelectMany(MethodsOf))),
    ];

    /// <summary>Whether the pattern takes in a path, which it does too when it is that path to the letter.</summary>
    public bool IsMatch(string path) => _glob.IsMatch(path) || string.Equals(_path, path, StringComparison.Ordinal);

    public bool IsMatch(string path, string method) => _methods.Contains(method) && IsMatch(path);

    private static PathPattern Parse(string path, IEnumerable<string> methods)
    {
        try
        {
            return new PathPattern(path, methods);
        }
        catch (Exception exception) when (exception is ArgumentException or IndexOutOfRangeException)
        {
            // A range without an end, such as [a-].
            throw new FormatException(path, exception);
        }
    }

    private static IEnumerable<string> MethodsOf(string[] parts) =>
        parts.Length > 1 ? parts[1].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [];

    // {id} in a pattern means the parameter, whatever its name. One pass leaves every second of neighbours.
    private static string WithWildcards(string path) => WithWildcard(WithWildcard(path));

    private static string WithWildcard(string path) => SingleParameter().Replace(path, "${start}{*}${end}");

    [GeneratedRegex(@"(?<start>[\/\\])\{[\w\d-]+\}(?<end>[\/\\])?", RegexOptions.Singleline, 2000)]
    private static partial Regex SingleParameter();
}
