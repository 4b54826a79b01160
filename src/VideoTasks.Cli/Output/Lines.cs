using System.Globalization;

namespace VideoTasks.Cli.Output;

/// <summary>Text that must stay on its line.</summary>
internal static class Lines
{
    // What joins letters and emoji moves nothing.
    private const string Joiners = "\u200C\u200D";

    /// <summary>
    /// The text on one line, without characters that are none: a vendor's words must not move the cursor, turn the line around or fake a second
    /// message.
    /// </summary>
    public static string Join(string text)
    {
        if (!text.Any(IsCommand))
        {
            return text;
        }

        var clean = string.Concat(text.Select(c => IsCommand(c) ? ' ' : c));
        return string.Join(' ', clean.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>JSON with the same characters escaped, which JSON only has in strings.</summary>
    public static string EscapeJson(string json) => json.Any(IsCommand)
        ? string.Concat(json.Select(c => IsCommand(c) ? $"\\u{(int)c:x4}" : c.ToString()))
        : json;

    // Controls of the terminal, of the direction of writing, of lines; and what can't be seen.
    private static bool IsCommand(char letter) => char.GetUnicodeCategory(letter)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        && !Joiners.Contains(letter, StringComparison.Ordinal);

    public static string Bytes(long bytes) => bytes switch
    {
        < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.0} kB"),
        < 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.00} GB"),
    };

    public static string Number(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
