using System.Globalization;

namespace VideoTasks.Json;

/// <summary>Progress as percent, from what vendors count in percent, as a fraction, or as text.</summary>
internal static class ProgressValue
{
    // Rounding at the vendor may overshoot a little.
    private const double Tolerance = 1;

    /// <param name="number">The number.</param>
    /// <param name="isFraction">True when it counts from 0 to 1, false when to 100, null when nobody says.</param>
    /// <param name="isWhole">Whether it was written as a whole number.</param>
    public static double? FromNumber(double number, bool? isFraction, bool isWhole)
    {
        if (!double.IsFinite(number) || number < 0)
        {
            return null;
        }

        // Nobody counts in hundredths of a percent, so something between 0 and 1 is a fraction, and so is "1.0". A whole 1 is one percent.
        isFraction ??= number < 1 || (number == 1 && !isWhole);
        var percent = isFraction.Value && number <= 1 ? number * 100 : number;
        return percent > 100 + Tolerance ? null : Math.Round(Math.Min(percent, 100), 6);
    }

    /// <summary>"45%", "45", "0.45", "3/4".</summary>
    public static double? FromText(string? text, bool? isFraction)
    {
        text = text?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (text[^1] is '%' or '％')
        {
            return double.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.Float, CultureInfo.InvariantCulture, out var percent)
                ? FromNumber(percent, isFraction: false, isWhole: false)
                : null;
        }

        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0)
        {
            return double.TryParse(text.AsSpan(0, slash), NumberStyles.Float, CultureInfo.InvariantCulture, out var done)
                && double.TryParse(text.AsSpan(slash + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out var all) && all > 0
                    ? FromNumber(done / all, isFraction: true, isWhole: false)
                    : null;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? FromNumber(number, isFraction, isWhole: !text.Contains('.', StringComparison.Ordinal))
            : null;
    }
}
