using System.Text.Json;
using VideoTasks.Build.Description.Format;
using VideoTasks.Build.Recognition.Schemas;
using VideoTasks.Vocabulary;
using VideoTasks.Generated;

namespace VideoTasks.Build.Recognition.Hints;

/// <summary>The words that hints are made of.</summary>
internal static class HintWords
{
    /// <summary>The unit of an expiry that is counted from now.</summary>
    public const string Relative = "relative";

    public static readonly string[] RoleNames = [.. Enum.GetNames<VideoRole>().Select(n => n.ToLowerInvariant()), "none"];

    public static readonly string[] FieldNames =
        [.. VideoTaskFieldKinds.Canonical.Select(field => JsonNamingPolicy.SnakeCaseLower.ConvertName(field.ToString()))];

    public static readonly string[] RequestFieldNames =
        ["prompt", "model", "seconds", "size", "width", "height", "input_reference", "idempotency_key", "values"];

    /// <summary>The units of a length.</summary>
    public static readonly string[] Lengths = ["seconds", "milliseconds", "microseconds", "nanoseconds", "minutes"];

    // Both spellings: vendors write either.
    public static readonly Dictionary<string, DescribedStatus> Statuses =
        new(ByNormalizedName<DescribedStatus>(), StringComparer.Ordinal) { ["cancelled"] = DescribedStatus.Canceled };

    public static readonly Dictionary<string, VideoTaskField> Fields =
        VideoTaskFieldKinds.Canonical.ToDictionary(field => NameComparer.Normalize(field.ToString()), StringComparer.Ordinal);

    public static readonly Dictionary<string, VideoRequestFieldName> RequestFields = new(StringComparer.Ordinal)
    {
        ["prompt"] = VideoRequestFieldName.Prompt,
        ["model"] = VideoRequestFieldName.Model,
        ["seconds"] = VideoRequestFieldName.Seconds,
        ["duration"] = VideoRequestFieldName.Seconds,
        ["size"] = VideoRequestFieldName.Size,
        ["width"] = VideoRequestFieldName.Width,
        ["height"] = VideoRequestFieldName.Height,
        ["inputreference"] = VideoRequestFieldName.InputReference,
        ["inputreferences"] = VideoRequestFieldName.InputReference,
        ["idempotencykey"] = VideoRequestFieldName.IdempotencyKey,
    };

    private static readonly Dictionary<string, string> ShortUnits = new(StringComparer.Ordinal)
    {
        ["s"] = "seconds", ["ms"] = "milliseconds", ["us"] = "microseconds", ["ns"] = "nanoseconds", ["min"] = "minutes",
    };

    private static readonly string[] Progress = ["percent", "fraction"];

    private static readonly string[] Times = ["seconds", "milliseconds", "microseconds", "nanoseconds", Relative];

    public static string Roles => string.Join(", ", RoleNames);

    /// <summary>The units that a field of an answer may have; empty for one without.</summary>
    public static IReadOnlyList<string> UnitsOf(VideoTaskField field) => field.KindOf() switch
    {
        VideoTaskFieldKind.Progress => Progress,
        VideoTaskFieldKind.Duration => Lengths,
        VideoTaskFieldKind.Time => Times,
        _ => [],
    };

    /// <summary>The unit that a word means.</summary>
    public static string? UnitOf(string? word) => word is not null && ShortUnits.TryGetValue(word, out var unit) ? unit : word;

    public static bool IsPointer(string text) => text.StartsWith('/');

    /// <summary>utc+8, utc-03:30</summary>
    public static bool IsOffset(string unit) =>
        unit.StartsWith("utc", StringComparison.OrdinalIgnoreCase)
            && (unit.Length == 3 || (unit[3] is '+' or '-' && unit.Length > 4 && unit[4..].All(c => char.IsAsciiDigit(c) || c == ':')));

    /// <summary>Whether a name and a value can be sent as a header, a query parameter or a part of a path.</summary>
    public static bool IsSendable(string hint, string name, string? value) =>
        name.Length > 0 && value is not null && (hint == "x-video-headers"
            ? name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') && value.All(c => c is >= ' ' and <= '~')
            : !value.Any(char.IsControl) && (hint != "x-video-path" || value.Length > 0));

    private static Dictionary<string, T> ByNormalizedName<T>()
        where T : struct, Enum => Enum.GetValues<T>().ToDictionary(m => NameComparer.Normalize(m.ToString()), StringComparer.Ordinal);
}
