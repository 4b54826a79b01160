namespace VideoTasks.Cli.Input;

/// <summary>What a word that is not known was probably meant to be.</summary>
internal static class Suggestions
{
    /// <summary>" Did you mean 'x'?" for the nearest of the words that are known; empty when none is near.</summary>
    public static string DidYouMean(string word, IEnumerable<string> known)
        => Nearest(word, known) is { } nearest ? $" Did you mean '{nearest}'?" : "";

    private static string? Nearest(string word, IEnumerable<string> known)
    {
        var (nearest, distance) = known
            .Select(candidate => (candidate, Distance: Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .OrderBy(pair => pair.Distance)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .FirstOrDefault();
        var isNear = nearest is not null && distance <= Math.Max(1, Letters(word, nearest) / 3);
        return isNear ? nearest : known.FirstOrDefault(candidate => IsBeginning(word, candidate));
    }

    // The dashes of an option say nothing.
    private static int Letters(string word, string other) => Math.Min(word.TrimStart('-').Length, other.TrimStart('-').Length);

    private static bool IsBeginning(string word, string candidate)
        => word.TrimStart('-').Length > 1 && candidate.StartsWith(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>How many letters are missing, too many, other ones, or changed with their neighbour.</summary>
    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                rows[i, j] = i == 0 || j == 0 ? i + j : Math.Min(
                    Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[a.Length, b.Length];
    }
}
