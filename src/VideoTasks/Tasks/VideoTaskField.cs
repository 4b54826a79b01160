using System.ComponentModel;

namespace VideoTasks.Generated;

/// <summary>
/// What a value of a body can be about. Finer than the properties of a task: an error has a code here or there, a length frames or seconds. For
/// generated code; may change with any minor version together with VideoTasks.Build.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum VideoTaskField
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The id.</summary>
    Id,

    /// <summary>The status word.</summary>
    Status,

    /// <summary>Whether the task has ended.</summary>
    Done,

    /// <summary>Whether it has failed.</summary>
    Failed,

    /// <summary>Whether it succeeded.</summary>
    Outcome,

    /// <summary>Percent.</summary>
    Progress,

    /// <summary>The model.</summary>
    Model,

    /// <summary>The prompt.</summary>
    Prompt,

    /// <summary>When the task was created.</summary>
    CreatedAt,

    /// <summary>When the task ended.</summary>
    CompletedAt,

    /// <summary>When the video stops being available.</summary>
    ExpiresAt,

    /// <summary>How long the video stays available.</summary>
    ExpiresIn,

    /// <summary>The length of the video.</summary>
    Duration,

    /// <summary>How many frames it has.</summary>
    Frames,

    /// <summary>How many of them a second has.</summary>
    FramesPerSecond,

    /// <summary>Width and height in one.</summary>
    Size,

    /// <summary>Pixels.</summary>
    Width,

    /// <summary>Pixels.</summary>
    Height,

    /// <summary>Where the video is.</summary>
    VideoUrl,

    /// <summary>The video itself, in text.</summary>
    Inline,

    /// <summary>The error, whole.</summary>
    Error,

    /// <summary>The message of an error.</summary>
    ErrorMessage,

    /// <summary>The code of an error.</summary>
    ErrorCode,

    /// <summary>The type of an error.</summary>
    ErrorType,

    /// <summary>Why the task failed.</summary>
    FailReason,

    /// <summary>A message, of an error or of success.</summary>
    PossibleMessage,

    /// <summary>What is said beside an error.</summary>
    Detail,

    /// <summary>A code, of an error or of success.</summary>
    PossibleCode,

    /// <summary>That the request was refused.</summary>
    Refusal,
}

/// <summary>What the value of a canonical field is.</summary>
internal enum VideoTaskFieldKind
{
    /// <summary>No canonical field: it is read where it is needed.</summary>
    None,

    Id,
    Text,
    Progress,
    Time,
    Duration,
    Size,
    Pixels,
    Url,
    Error,

    /// <summary>A part of the error, which only hints name.</summary>
    ErrorPart,
}

/// <summary>The canonical fields, in the order of the enum.</summary>
internal static class VideoTaskFieldKinds
{
    private static readonly Dictionary<VideoTaskField, VideoTaskFieldKind> Kinds = new()
    {
        [VideoTaskField.Id] = VideoTaskFieldKind.Id,
        [VideoTaskField.Status] = VideoTaskFieldKind.Text,
        [VideoTaskField.Progress] = VideoTaskFieldKind.Progress,
        [VideoTaskField.Model] = VideoTaskFieldKind.Text,
        [VideoTaskField.Prompt] = VideoTaskFieldKind.Text,
        [VideoTaskField.CreatedAt] = VideoTaskFieldKind.Time,
        [VideoTaskField.CompletedAt] = VideoTaskFieldKind.Time,
        [VideoTaskField.ExpiresAt] = VideoTaskFieldKind.Time,
        [VideoTaskField.Duration] = VideoTaskFieldKind.Duration,
        [VideoTaskField.Size] = VideoTaskFieldKind.Size,
        [VideoTaskField.Width] = VideoTaskFieldKind.Pixels,
        [VideoTaskField.Height] = VideoTaskFieldKind.Pixels,
        [VideoTaskField.VideoUrl] = VideoTaskFieldKind.Url,
        [VideoTaskField.Error] = VideoTaskFieldKind.Error,
        [VideoTaskField.ErrorMessage] = VideoTaskFieldKind.ErrorPart,
        [VideoTaskField.ErrorCode] = VideoTaskFieldKind.ErrorPart,
    };

    /// <summary>The fields that documents and hints may name.</summary>
    public static IReadOnlyList<VideoTaskField> Canonical { get; } = [.. Kinds.Keys.OrderBy(field => field)];

    /// <summary>Those of them that are a property of the task.</summary>
    public static IReadOnlyList<VideoTaskField> OfTask { get; } =
        [.. Canonical.Where(field => Kinds[field] is not (VideoTaskFieldKind.Size or VideoTaskFieldKind.ErrorPart))];

    /// <summary>What the value of a field is.</summary>
    public static VideoTaskFieldKind KindOf(this VideoTaskField field) =>
        Kinds.TryGetValue(field, out var kind) ? kind : VideoTaskFieldKind.None;
}
