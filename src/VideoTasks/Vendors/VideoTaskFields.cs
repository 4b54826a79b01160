namespace VideoTasks.Vendors;

/// <summary>
/// The canonical fields as one reading of a body found them; null where it found none. The typed reading comes first, the raw one fills what
/// is left. Generated code sets these through <c>VideoTaskValues</c>, which knows units and spellings.
/// </summary>
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
}
