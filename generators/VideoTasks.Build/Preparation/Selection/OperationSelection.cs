using VideoTasks.Build.Diagnostics;

namespace VideoTasks.Build.Preparation.Selection;

/// <summary>Which operations the client gets, by Kiota's rules for include and exclude patterns.</summary>
internal sealed class OperationSelection
{
    private readonly PathPattern[] _wholeIncluded;
    private readonly PathPattern[] _someIncluded;
    private readonly PathPattern[] _wholeExcluded;
    private readonly PathPattern[] _someExcluded;

    private OperationSelection(IReadOnlyList<PathPattern> include, IReadOnlyList<PathPattern> exclude)
    {
        (_wholeIncluded, _someIncluded) = Split(include);
        (_wholeExcluded, _someExcluded) = Split(exclude);
    }

    /// <summary>The selection; null, with an error, when a pattern is none.</summary>
    public static OperationSelection? Create(IReadOnlyList<string> includePatterns, IReadOnlyList<string> excludePatterns, DiagnosticBag diagnostics)
    {
        try
        {
            return new OperationSelection(PathPattern.ParseAll(includePatterns), PathPattern.ParseAll(excludePatterns));
        }
        catch (FormatException exception)
        {
            diagnostics.Report(DiagnosticDescriptors.InvalidPattern, null, exception.Message);
            return null;
        }
    }

    /// <summary>Whether the client gets an operation, by its path and its method as the document writes them.</summary>
    public bool Includes(string path, string method) => IncludesPath(path)
        && (_someIncluded.Length == 0
        || Array.Exists(_wholeIncluded, p => p.IsMatch(path))
        || Array.Exists(_someIncluded, p => p.IsMatch(path, method)))
        && !Array.Exists(_someExcluded, p => p.IsMatch(path, method));

    // A pattern with methods decides about its operations itself.
    private bool IncludesPath(string path)
    {
        var isLeftOut = (_wholeIncluded.Length > 0 && !Array.Exists(_wholeIncluded, p => p.IsMatch(path)))
            || Array.Exists(_wholeExcluded, p => p.IsMatch(path));
        return !isLeftOut || Array.Exists(_someIncluded, p => p.IsMatch(path));
    }

    private static (PathPattern[] Whole, PathPattern[] Some) Split(IReadOnlyList<PathPattern> patterns) =>
        ([.. patterns.Where(static p => p.IsForAllMethods)], [.. patterns.Where(static p => !p.IsForAllMethods)]);
}
