using VideoTasks.Generated;

namespace VideoTasks.Vocabulary;

/// <summary>All rows about fields.</summary>
internal static class FieldRows
{
    /// <summary>Each of them; a name that is a flag as well stands there twice, the flag last.</summary>
    public static IReadOnlyList<FieldRow> All { get; } =
    [
        .. new[] { TaskNames.Rows, MediaNames.Rows, TimeNames.Rows, ErrorNames.Rows }
            .SelectMany(rows => rows)
            .OrderBy(row => row.Field is VideoTaskField.Done or VideoTaskField.Failed or VideoTaskField.Outcome),
    ];
}
