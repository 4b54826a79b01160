using VideoTasks.Build.Recognition.Schemas;
using VideoTasks.Vocabulary;

namespace VideoTasks.Build.Recognition.Hints;

/// <summary>Names what somebody meant who wrote something like it.</summary>
internal static class NearestName
{
    private const int LongestName = 64;

    /// <summary>A message about a name that is none of the known ones.</summary>
    public static string Unknown(string kind, string name, IEnumerable<string> known)
    {
        var all = known.ToList();
        return $"no {kind} '{name}' is known{(Find(name, all) is { } nearest ? $": did you mean '{nearest}'?" : "")}; known are "
            + $"{string.Join(", ", all)}";
    }

    /// <summary>The known name that is nearest to one; null when none is near.</summary>
    public static string? Find(string name, IEnumerable<string> known)
    {
        var normalized = NameComparer.Normalize(name);
        var nearest = normalized.Length is 0 or > LongestName ? default
            : known.Select(k => (Name: k, Distance: Distance(normalized, NameComparer.Normalize(k)))).OrderBy(k => k.Distance).FirstOrDefault();
        return nearest.Name is not null
            && nearest.Distance <= Math.Max(1, Math.Min(normalized.Length, nearest.Name.Length) / 3) ? nearest.Name : null;
    }

    // Levenshtein's, with two rows.
    private static int Distance(string from, string to)
    {
        var previous = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var current = new int[to.Length + 1];
            current[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1));
            }

            previous = current;
        }

        return previous[^1];
    }
}
