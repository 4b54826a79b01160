using VideoTasks.Build.Preparation.Naming;

namespace VideoTasks.Build.Preparation.Paths;

/// <summary>Paths of which Kiota makes code that doesn't compile, or none.</summary>
internal static class PathFaults
{
    private const int MostSegments = 64;
    private const int Longest = 2000;

    /// <summary>What is wrong with a path; null when nothing is.</summary>
    public static string? Of(string path)
    {
        if (!path.StartsWith('/'))
        {
            return "a path begins with '/'";
        }

        var segments = path.Split('/').Skip(1).ToList();
        if (segments.Count > MostSegments || path.Length > Longest)
        {
            return FormattableString.Invariant($"a path has {MostSegments} segments and {Longest} characters at most");
        }

        if (segments.SkipLast(1).Contains(""))
        {
            return "only the last segment of a path may be empty";
        }

        return path == "/" ? null : segments.Select(OfSegment).FirstOrDefault(static f => f is not null);
    }

    private static string? OfSegment(string segment)
    {
        // Kiota has a builder for an empty segment at the end.
        return segment.Length == 0 ? null
            : segment.Contains('\\', StringComparison.Ordinal) ? "a segment may not hold '\\'"
            : ParameterNames(segment) is null ? $"the braces of its segment '{segment}' don't match"
            : SymbolName.IsUsableSegment(segment) ? null : $"Kiota has no name for its segment '{segment}'";
    }

    // The names between the braces of a segment; null when these don't match.
    private static List<string>? ParameterNames(string segment)
    {
        var names = new List<string>();
        var start = -1;
        for (var index = 0; index < segment.Length; index++)
        {
            if (segment[index] == '{')
            {
                if (start >= 0)
                {
                    return null;
                }

                start = index + 1;
            }
            else if (segment[index] == '}')
            {
                if (start < 0)
                {
                    return null;
                }

                names.Add(segment[start..index]);
                start = -1;
            }
        }

        return start < 0 ? names : null;
    }
}
