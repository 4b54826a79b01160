using System.Globalization;

namespace VideoTasks.Cli.Input;

/// <summary>Times as people write them: <c>90</c>, <c>90s</c>, <c>1.5m</c>, <c>1h</c>, <c>250ms</c>.</summary>
internal static class Durations
{
    // What a timer can count to.
    private const double LongestSeconds = int.MaxValue / 1000.0;

    public static TimeSpan Parse(string text)
    {
        var digits = text.TrimEnd("hms".ToCharArray());
        double? unit = text[digits.Length..] switch
        {
            "" or "s" => 1,
            "ms" => 0.001,
            "m" => 60,
            "h" => 3600,
            _ => null,
        };
        return unit is { } factor
            && double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number * factor is > 0 and <= LongestSeconds
            ? TimeSpan.FromSeconds(number * factor)
            : throw new UsageException($"'{text}' is not a time: write seconds, or 250ms, 90s, 5m, 1h.");
    }

    /// <summary>A time in the same words.</summary>
    public static string Format(TimeSpan time) => time.TotalSeconds switch
    {
        < 120 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###}s"),
        < 7200 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0.##}m"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{time.TotalHours:0.##}h"),
    };
}
