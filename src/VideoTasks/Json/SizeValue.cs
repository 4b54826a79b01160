using System.Buffers;
using System.Globalization;

namespace VideoTasks.Json;

/// <summary>The size of a video's frame in pixels.</summary>
internal static class SizeValue
{
    private const int Largest = 32768;

    // 16:9 is a ratio and 1280:720 is a size; no video is this small.
    private const int SmallestWithColon = 64;

    private static readonly SearchValues<char> Separators = SearchValues.Create("xX*×✕:");

    /// <summary>"1280x720", "1280*720", "1280×720", "1280 X 720", "1280:720"; null for "720p", "16:9" and words.</summary>
    public static (int Width, int Height)? FromText(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var separator = text.AsSpan().IndexOfAny(Separators);
        if (separator <= 0
            || Pixels(text.AsSpan(0, separator)) is not { } width
            || Pixels(text.AsSpan(separator + 1)) is not { } height)
        {
            return null;
        }

        return text[separator] == ':' && (width < SmallestWithColon || height < SmallestWithColon) ? null : (width, height);
    }

    /// <summary>A number of pixels; null for zero and less, fractions, and what no frame has.</summary>
    public static int? Pixels(double number) => number is >= 1 and <= Largest && Math.Floor(number) == number ? (int)number : null;

    /// <summary>A text with a number of pixels.</summary>
    public static int? Pixels(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.EndsWith("px", StringComparison.OrdinalIgnoreCase))
        {
            text = text[..^2].TrimEnd();
        }

        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? Pixels(number) : null;
    }
}
