namespace VideoTasks.Vocabulary;

/// <summary>
/// Compares names and words of vendors by their letters and digits alone: <c>task_id</c>, <c>taskId</c> and <c>TASK-ID</c> are one.
/// </summary>
internal sealed class NameComparer : IEqualityComparer<string>
{
    public static NameComparer Instance { get; } = new();

    /// <summary>The letters and digits of a name, in lower case.</summary>
    public static string Normalize(string name) => string.Concat(name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    public bool Equals(string? x, string? y)
    {
        if (x is null || y is null)
        {
            return ReferenceEquals(x, y);
        }

        int i = 0, j = 0;
        while (true)
        {
            i = Next(x, i);
            j = Next(y, j);
            if (i == x.Length || j == y.Length)
            {
                return i == x.Length && j == y.Length;
            }

            if (char.ToLowerInvariant(x[i++]) != char.ToLowerInvariant(y[j++]))
            {
                return false;
            }
        }
    }

    public int GetHashCode(string obj)
    {
        var hash = 17;
        for (var i = Next(obj, 0); i < obj.Length; i = Next(obj, i + 1))
        {
            hash = unchecked((hash * 31) + char.ToLowerInvariant(obj[i]));
        }

        return hash;
    }

    private static int Next(string name, int index)
    {
        while (index < name.Length && !char.IsLetterOrDigit(name[index]))
        {
            index++;
        }

        return index;
    }
}
