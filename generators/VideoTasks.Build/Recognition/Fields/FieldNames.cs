using VideoTasks.Build.Description.Format;
using VideoTasks.Vocabulary;
using VideoTasks.Generated;

namespace VideoTasks.Build.Recognition.Fields;

/// <summary>
/// The names under which a typed answer has the canonical fields, normalized, the likeliest first. Only names that can't mean anything else:
/// the rest is for the reading of the raw body, which sees the values.
/// </summary>
internal static class FieldNames
{
    /// <summary>Objects that wrap the task, or hold it beside facts about the request.</summary>
    public static IReadOnlySet<string> Envelopes { get; } = Parts(PartUse.WrapsTask).ToHashSet(StringComparer.Ordinal);

    /// <summary>By field, the names that are enough, the most trusted one first.</summary>
    public static IReadOnlyDictionary<VideoTaskField, string[]> OfTask { get; } = FieldRows.All
        .Where(row => row.Certainty is Certainty.Certain or Certainty.Weak && row.Field.KindOf() != VideoTaskFieldKind.None)
        .GroupBy(row => row.Field)
        .OrderBy(field => field.Key)
        .ToDictionary(field => field.Key, field => field.OrderBy(row => row.Rank).Select(row => NameComparer.Normalize(row.Name)).ToArray());

    /// <summary>Lists that hold the task where several may be asked for at once; what wraps one is among them.</summary>
    public static IReadOnlySet<string> Lists { get; } = Parts(PartUse.WrapsTask | PartUse.ListsTasks).ToHashSet(StringComparer.Ordinal);

    /// <summary>What the URL is called as well in an object that is called after the video, and could be anything elsewhere.</summary>
    public static IReadOnlyList<string> InVideo { get; } = ["href", "src", "link"];

    /// <summary>Texts that hold the video, or JSON that does, and that only the reading of the raw body understands.</summary>
    public static IReadOnlySet<string> OfRaw { get; } = FieldRows.All
        .Where(row => row.Field == VideoTaskField.Inline || row is { Field: VideoTaskField.VideoUrl, Certainty: Certainty.ByValue })
        .Select(row => NameComparer.Normalize(row.Name))
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>Objects and arrays beside the task's own properties in which its video's URL may be.</summary>
    public static IReadOnlyList<string> Holders { get; } =
        [
            .. Parts(PartUse.HoldsVideo), .. FieldRows.All.Where(row => row.Certainty == Certainty.Plural)
            .Select(row => NameComparer.Normalize(row.Name))];

    /// <summary>All in which the reading of the raw body looks for the URL, and finds it by its value.</summary>
    public static IReadOnlySet<string> RawHolders { get; } =
        PartNames.Rows.Where(row => row.Part is BodyPart.Media or BodyPart.Envelope)
            .Select(row => NameComparer.Normalize(row.Name))
            .ToHashSet(StringComparer.Ordinal);

    // What is called after the video is likelier to hold it than what wraps anything.
    private static IEnumerable<string> Parts(PartUse use) => PartNames.Rows
        .Where(row => (row.Use & use) != PartUse.None)
        .OrderBy(row => row.Part == BodyPart.Envelope)
        .Select(row => NameComparer.Normalize(row.Name));
}
