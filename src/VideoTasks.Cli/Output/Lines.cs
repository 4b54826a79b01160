using System.Globalization;

namespace VideoTasks.Cli.Output;

/// <summary>Text that must stay on its line.</summary>
internal static class Lines
{
    /// <summary>The text on one line, without control characters: a vendor's words must not move the cursor or fake a second message.</summary>
    public static string Join(string text)
    {
        if (!text.Any(char.IsControl))
            return text;
        var clean = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
        return string.Join(' ', clean.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    public static string Bytes(long bytes) => bytes switch
    {
        < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.0} kB"),
        < 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.00} GB"),
    };

    public static string Number(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
