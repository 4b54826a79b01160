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

        return path == "/" ? null : segments.Select(OfSegment).FirstOrDefault(static f => f is not null);
    }

    private static string? OfSegment(string segment)
    {
        if (segment.Length == 0)
        {
            return "it has an empty segment";
        }

        if (!segment.Any(char.IsLetterOrDigit))
        {
            return $"its segment '{segment}' has no letter or digit";
        }

        return ParameterNames(segment) is not { } names ? $"the braces of its segment '{segment}' don't match"
            : names.Exists(static n => n.AsSpan().IndexOfAny("<\"\\") >= 0) ? "the name of a parameter may not hold '<', '\"' or '\\'"
            : segment.Contains('\\', StringComparison.Ordinal) ? "a segment may not hold '\\'"
            : null;
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
