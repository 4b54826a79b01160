using System.Globalization;
using VideoTasks.Generated;

namespace VideoTasks.Json;

/// <summary>The length of a video in seconds.</summary>
internal static class DurationValue
{
    // Two days: a longer "video" is another number in the wrong place.
    private const double Longest = 172800;
    private const double Shortest = 1e-6;

    /// <summary>Null for zero and less: vendors send 0 for "not yet".</summary>
    public static double? FromNumber(double number, VideoFieldUnit? unit = null)
    {
        var seconds = unit switch
        {
            VideoFieldUnit.Milliseconds => number / 1e3,
            VideoFieldUnit.Microseconds => number / 1e6,
            VideoFieldUnit.Nanoseconds => number / 1e9,
            VideoFieldUnit.Minutes => number * 60,
            _ => number,
        };
        return seconds is >= Shortest and <= Longest ? Math.Round(seconds, 6) : null;
    }

    /// <summary>"5", "5.0", "5s", "5 seconds", "5000ms", "00:05", "PT5S".</summary>
    public static double? FromText(string? text, VideoFieldUnit? unit = null)
    {
        text = text?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (text.Contains(':', StringComparison.Ordinal))
        {
            return FromClock(text);
        }

        var span = text.AsSpan();
        if (span.StartsWith("PT", StringComparison.OrdinalIgnoreCase))
        {
            span = span[2..];
        }

        var end = 0;
        while (end < span.Length && (char.IsAsciiDigit(span[end]) || span[end] == '.'))
        {
            end++;
        }

        if (!double.TryParse(span[..end], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        return span[end..].Trim().ToString().ToLowerInvariant() switch
        {
            "" => FromNumber(number, unit),
            "s" or "sec" or "secs" or "second" or "seconds" or "秒" => FromNumber(number),
            "ms" or "milliseconds" or "毫秒" => FromNumber(number, VideoFieldUnit.Milliseconds),
            "m" or "min" or "minutes" or "分钟" => FromNumber(number * 60),
            _ => null,
        };
    }

    private static double? FromClock(string text)
    {
        double seconds = 0;
        var parts = text.Split(':');
        if (parts.Length > 3)
        {
            return null;
        }

        foreach (var part in parts)
        {
            if (!double.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            seconds = (seconds * 60) + number;
        }

        return FromNumber(seconds);
    }
}
