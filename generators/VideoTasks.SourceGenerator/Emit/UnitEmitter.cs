using System.Globalization;
using VideoTasks.Build.Description.Format;
using VideoTasks.Generated;

namespace VideoTasks.SourceGenerator.Emit;

/// <summary>The units of a vendor's fields as expressions; the offset of times without a zone stands for itself.</summary>
internal static class UnitEmitter
{
    /// <summary>The unit, of a request or of an answer; null for a word that is none, of which the hint's own diagnostic speaks.</summary>
    public static string? Unit(string word) =>
        Enum.TryParse<VideoFieldUnit>(word, ignoreCase: true, out var unit) ? $"{LibraryNames.FieldUnit}.{unit}" : null;

    public static string Offset(TimeSpan offset) =>
        $"global::System.TimeSpan.FromMinutes({((int)offset.TotalMinutes).ToString(CultureInfo.InvariantCulture)})";

    /// <summary>What a hint says about times that have no zone; null for a unit.</summary>
    public static TimeSpan? OffsetOf(string word)
    {
        if (!word.StartsWith("utc", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var text = word.Substring(3).TrimStart('+', '-');
        var offset = text.IndexOf(':') > 0 ? TimeSpan.Parse(text, CultureInfo.InvariantCulture)
            : TimeSpan.FromHours(text.Length == 0 ? 0 : int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture));
        return word.Length > 3 && word[3] == '-' ? -offset : offset;
    }

    /// <summary>The argument that gives a field's unit, with the comma before it; empty without one.</summary>
    public static string Argument(VendorDescription vendor, VideoTaskField field) =>
        vendor.Units.FirstOrDefault(unit => unit.Field == field)?.Unit is not { } word ? ""
            : OffsetOf(word) is { } offset ? $", offset: {Offset(offset)}"
            : Unit(word) is { } unit ? $", {unit}"
            : "";
}
