using System.Globalization;
using System.Text.Json;
using VideoTasks.Generated;
using VideoTasks.Tasks;

namespace VideoTasks.Json;

/// <summary>Points in time, in all the ways that vendors write them.</summary>
internal static class TimeValue
{
    // No video task was created before 1973, so larger numbers than these are not seconds, milliseconds, microseconds.
    private const double FirstMilliseconds = 1e11;
    private const double FirstMicroseconds = 1e14;
    private const double FirstNanoseconds = 1e17;
    private const double LastNanoseconds = 1e20;

    private static readonly string[] CompactFormats =
        ["yyyyMMdd'T'HHmmssK", "yyyyMMddHHmmss", "yyyy-MM-dd HH:mm:ss zzz", "yyyy-MM-dd HH:mm:ss.FFFFFFF zzz"];

    /// <summary>A number or a text; null for everything else, and for zero, which vendors send for "not yet".</summary>
    public static DateTimeOffset? Read(JsonElement value, FieldUnit unit = default) => value.ValueKind switch
    {
        JsonValueKind.Number => value.TryGetDouble(out var number) ? FromNumber(number, unit.Unit) : null,
        JsonValueKind.String => FromText(value.GetString(), unit),
        JsonValueKind.Object => FromParts(value),
        _ => null,
    };

    /// <summary>Seconds since 1970, or milliseconds, microseconds, nanoseconds by their size or by <paramref name="unit"/>.</summary>
    public static DateTimeOffset? FromNumber(double number, VideoFieldUnit? unit = null)
    {
        if (!double.IsFinite(number) || number <= 0)
        {
            return null;
        }

        var seconds = unit switch
        {
            VideoFieldUnit.Seconds => number,
            VideoFieldUnit.Milliseconds => number / 1e3,
            VideoFieldUnit.Microseconds => number / 1e6,
            VideoFieldUnit.Nanoseconds => number / 1e9,
            _ => number switch
            {
                < FirstMilliseconds => number,
                < FirstMicroseconds => number / 1e3,
                < FirstNanoseconds => number / 1e6,
                < LastNanoseconds => number / 1e9,
                _ => double.NaN,
            },
        };

        // Doubles are exact to a microsecond or better here; what is finer is noise.
        var microseconds = Math.Round(seconds * 1e6);
        return microseconds > 0 && microseconds < DateTimeOffset.MaxValue.ToUnixTimeSeconds() * 1e6
            ? DateTimeOffset.UnixEpoch.AddTicks((long)microseconds * TimeSpan.TicksPerMicrosecond)
            : null;
    }

    /// <summary>
    /// ISO-8601 and what is near it, RFC 1123, or digits. A time without a zone is UTC, unless <paramref name="unit"/> gives an offset:
    /// DashScope writes Beijing time without saying so, and only a hint can know.
    /// </summary>
    public static DateTimeOffset? FromText(string? text, FieldUnit unit = default)
    {
        text = text?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (text.Length < 14 || text.Contains('.', StringComparison.Ordinal))
        {
            if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                return FromNumber(number, unit.Unit);
            }
        }

        if (!LooksLikeADate(text))
        {
            return text.All(char.IsAsciiDigit) ? FromDigits(text, unit) : null;
        }

        if (text.EndsWith(" UTC", StringComparison.OrdinalIgnoreCase))
        {
            text = string.Concat(text.AsSpan(0, text.Length - 4), "Z");
        }

        // Go prints the zone's name after its offset: "+0800 CST".
        var name = text.LastIndexOf(' ');
        if (name > 10
            && char.IsAsciiLetterUpper(text[name + 1 < text.Length ? name + 1 : name])
            && text.AsSpan(10, name - 10).IndexOfAny('+', '-') >= 0)
        {
            text = text[..name];
        }

        const DateTimeStyles utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowWhiteSpaces;
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, utc, out var time)
            && !DateTimeOffset.TryParseExact(text, CompactFormats, CultureInfo.InvariantCulture, utc, out time))
        {
            return null;
        }

        // Year 1 is Go's way to say "never".
        if (time.Year < 1971)
        {
            return null;
        }

        return unit.Offset is { } offset && !HasZone(text) ? time - offset : time;
    }

    private static DateTimeOffset? FromDigits(string digits, FieldUnit unit)
    {
        const int lengthOfCompactDate = 14;
        return digits.Length == lengthOfCompactDate && digits.StartsWith("20", StringComparison.Ordinal)
            && DateTimeOffset.TryParseExact(digits, CompactFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var compact)
                ? compact
                : double.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? FromNumber(number, unit.Unit) : null;
    }

    /// <summary>Protocol buffers' Timestamp as an object.</summary>
    private static DateTimeOffset? FromParts(JsonElement value) =>
        value.TryGetProperty("seconds", out var seconds)
            && seconds.ValueKind is JsonValueKind.Number or JsonValueKind.String ? Read(seconds, new(VideoFieldUnit.Seconds)) : null;

    // .NET's own parser is far too willing: it takes "5.1" for the fifth of January.
    private static bool LooksLikeADate(string text) =>
        (text.Length >= 10 && char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[3]) && text[4] is '-' or '/')
        || (text.Length > 14 && text[8] == 'T' && char.IsAsciiDigit(text[7]))
        || (text.Length > 20 && char.IsAsciiLetter(text[0]) && text[3] == ',');

    private static bool HasZone(string text) =>
        text.EndsWith('Z') || text.EndsWith('z') || text.EndsWith("GMT", StringComparison.Ordinal) || text.AsSpan(10).IndexOfAny('+', '-') >= 0;
}
