using System.ComponentModel;

namespace VideoTasks.Generated;

/// <summary>
/// The canonical fields as one reading of a body found them; null where it found none. The typed reading comes first, the raw one fills what
/// is left. For generated code; may change with any minor version together with VideoTasks.Build.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record VideoTaskFields
{
    /// <summary>The id.</summary>
    public string? Id { get; set; }

    /// <summary>The status word, as on the wire.</summary>
    public string? Status { get; set; }

    /// <summary>Percent, 0 to 100.</summary>
    public double? Progress { get; set; }

    /// <summary>The model.</summary>
    public string? Model { get; set; }

    /// <summary>The prompt.</summary>
    public string? Prompt { get; set; }

    /// <summary>When the task was created.</summary>
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>When the task ended.</summary>
    public DateTimeOffset? CompletedAt { get; set; }

    /// <summary>When the video stops being available.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>Seconds.</summary>
    public double? Duration { get; set; }

    /// <summary>Pixels.</summary>
    public int? Width { get; set; }

    /// <summary>Pixels.</summary>
    public int? Height { get; set; }

    /// <summary>The URL of the video, as it came (it may be relative).</summary>
    public string? VideoUrl { get; set; }

    /// <summary>The error.</summary>
    public VideoTaskError? Error { get; set; }

    /// <summary>The task of three readings of one body: of each field the first that has it counts.</summary>
    internal static VideoTask ToTask(string vendor, string id, VideoTaskFields? hinted, VideoTaskFields? typed, VideoTaskFields raw) => new()
    {
        Vendor = vendor,
        Id = id,
        Progress = hinted?.Progress ?? typed?.Progress ?? raw.Progress,
        Model = hinted?.Model ?? NonEmpty(typed?.Model) ?? raw.Model,
        Prompt = hinted?.Prompt ?? NonEmpty(typed?.Prompt) ?? raw.Prompt,
        CreatedAt = hinted?.CreatedAt ?? typed?.CreatedAt ?? raw.CreatedAt,
        CompletedAt = hinted?.CompletedAt ?? typed?.CompletedAt ?? raw.CompletedAt,
        ExpiresAt = hinted?.ExpiresAt ?? typed?.ExpiresAt ?? raw.ExpiresAt,
        DurationSeconds = hinted?.Duration ?? typed?.Duration ?? raw.Duration,
        Width = hinted?.Width ?? typed?.Width ?? raw.Width,
        Height = hinted?.Height ?? typed?.Height ?? raw.Height,
    };

    /// <summary>Sets a field that is a text; false for one that is none, or that needs more than its value.</summary>
    internal bool Set(VideoTaskField field, string text) => field switch
    {
        VideoTaskField.Model => (Model = text) is not null,
        VideoTaskField.Prompt => (Prompt = text) is not null,
        _ => false,
    };

    /// <summary>Sets a field that is a time; false for one that is none.</summary>
    internal bool Set(VideoTaskField field, DateTimeOffset time) => field switch
    {
        VideoTaskField.CreatedAt => (CreatedAt = time) is not null,
        VideoTaskField.CompletedAt => (CompletedAt = time) is not null,
        VideoTaskField.ExpiresAt => (ExpiresAt = time) is not null,
        _ => false,
    };

    /// <summary>Sets a field that is a number of pixels; false for one that is none.</summary>
    internal bool Set(VideoTaskField field, int pixels) => field switch
    {
        VideoTaskField.Width => (Width = pixels) is not null,
        VideoTaskField.Height => (Height = pixels) is not null,
        _ => false,
    };

    internal static string? NonEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
