using System.Globalization;

namespace VideoTasks.Cli.Input;

/// <summary>Sizes as people write them: <c>1000000</c>, <c>500kB</c>, <c>500MB</c>, <c>1.5GB</c>; decimal, as they are printed.</summary>
internal static class Sizes
{
    public static long Parse(string text)
    {
        var digits = text.TrimEnd("bkmgtBKMGT".ToCharArray());
        double? unit = text[digits.Length..].ToUpperInvariant() switch
        {
            "" or "B" => 1,
            "KB" or "K" => 1e3,
            "MB" or "M" => 1e6,
            "GB" or "G" => 1e9,
            "TB" or "T" => 1e12,
            _ => null,
        };
        return unit is { } factor
            && double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number * factor is >= 1 and < long.MaxValue
            ? (long)(number * factor)
            : throw new UsageException($"'{text}' is not a size: write bytes, or 500MB, 1.5GB.");
    }
}
