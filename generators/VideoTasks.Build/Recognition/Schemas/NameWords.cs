namespace VideoTasks.Build.Recognition.Schemas;

/// <summary>Splits names as documents spell them (<c>text2video</c>, <c>getVideoStatus</c>, <c>video_status.get</c>) into lower-case words.</summary>
internal static class NameWords
{
    public static IReadOnlyList<string> Of(string name)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            if (i == name.Length || !char.IsLetterOrDigit(name[i]))
            {
                Add(words, name, start, i);
                start = i + 1;
            }
            else if (i > start && Breaks(name, i))
            {
                Add(words, name, start, i);
                start = i;
            }
        }

        return words;
    }

    private static bool Breaks(string name, int i) =>
        (char.IsUpper(name[i]) && (char.IsLower(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))))
        || char.IsDigit(name[i]) != char.IsDigit(name[i - 1]);

    private static void Add(List<string> words, string name, int start, int end)
    {
        if (end > start)
        {
            words.Add(name[start..end].ToLowerInvariant());
        }
    }
}
