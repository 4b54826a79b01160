using System.Globalization;

namespace VideoTasks.Cli.Input;

/// <summary>Times as people write them: <c>90</c>, <c>90s</c>, <c>1.5m</c>, <c>1h</c>, <c>250ms</c>.</summary>
internal static class Durations
{
    // A hundred years; no more than a TimeSpan can hold.
    private const double LongestSeconds = 100 * 365 * 86_400.0;

    // What a timer can count to.
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(49);

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

    /// <summary>Cancels after a time; a longer one than timers count to is none.</summary>
    public static void CancelAfterAny(this CancellationTokenSource source, TimeSpan time)
    {
        if (time <= LongestTimer)
        {
            source.CancelAfter(time);
        }
    }

    /// <summary>A time in the same words.</summary>
    public static string Format(TimeSpan time) => time.TotalSeconds switch
    {
        < 120 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###}s"),
        < 7200 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0.##}m"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{time.TotalHours:0.##}h"),
    };
}
