namespace VideoTasks.Build.Building;

internal static class Texts
{
    /// <summary>A description in one line.</summary>
    public static string Clean(string? description) => string.IsNullOrEmpty(description) || !description.AsSpan().ContainsAny("\r\n\t")
        ? description ?? ""
        : description.Replace("\r\n", " ", StringComparison.Ordinal).Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' ').TrimEnd();

    public static string FirstNonEmpty(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (!string.IsNullOrEmpty(text))
            {
                return text;
            }
        }

        return "";
    }
}
