using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoTasks;

/// <summary>
/// One video task, the same for every vendor. Absent facts are null; nothing that the vendor sent is lost: see <see cref="Raw"/>. Two are equal
/// when all that can be seen of them is, the bodies by their JSON. Its own JSON is that of <see cref="VideoTaskJson"/>.
/// </summary>
[JsonConverter(typeof(VideoTaskConverter))]
public sealed record VideoTask
{
    /// <summary>The vendor's name: its entry in the lock file.</summary>
    public required string Vendor { get; init; }

    /// <summary>The vendor's id of the task, unescaped. It may hold any character, <c>:</c> and <c>/</c> among them.</summary>
    public required string Id { get; init; }

    /// <summary>Where the task stands.</summary>
    public VideoTaskStatus Status { get; init; }

    /// <summary>The vendor's own status word, as it came; null when it sent none.</summary>
    public string? RawStatus { get; init; }

    /// <summary>Progress in percent, 0 to 100; null when the vendor reports none.</summary>
    public double? Progress { get; init; }

    /// <summary>The model that makes the video.</summary>
    public string? Model { get; init; }

    /// <summary>The prompt that the vendor echoes.</summary>
    public string? Prompt { get; init; }

    /// <summary>When the task was created.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the task reached its end.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>When the video, or the link to it, stops being available.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The length of the video in seconds.</summary>
    public double? DurationSeconds { get; init; }

    /// <summary>The width of the video in pixels.</summary>
    public int? Width { get; init; }

    /// <summary>The height of the video in pixels.</summary>
    public int? Height { get; init; }

    /// <summary>Where the vendor says the video is. Untrusted and often signed: download through the client, not through this URL.</summary>
    public Uri? VideoUrl { get; init; }

    /// <summary>What went wrong; null when the vendor reports no error.</summary>
    public VideoTaskError? Error { get; init; }

    /// <summary>
    /// How long the vendor asks to wait before the next reading; null when it does not say. It is of this one answer, so two equal tasks may differ
    /// in it.
    /// </summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The vendor's body, unchanged. Undefined when there was none.</summary>
    public JsonElement Raw { get; init; }

    /// <summary>All that is needed to go on with this task in another process.</summary>
    public VideoTaskHandle Handle => new(Vendor, Id);

    /// <summary>Whether the task has reached its end: completed, failed, cancelled or expired.</summary>
    public bool IsTerminal => Status.IsTerminal();

    /// <summary>The URL as it came, where it is none that <see cref="Uri"/> accepts (<c>https://...</c>): not lost, and not downloadable.</summary>
    internal string? VideoUrlText { get; init; }

    /// <summary>Whether the body has anything of a task, rather than of an error or of something else.</summary>
    internal bool IsRecognized { get; init; }

    /// <inheritdoc/>
    public bool Equals(VideoTask? other) =>
        other is not null
        && (Vendor, Id, Status, RawStatus, Progress) == (other.Vendor, other.Id, other.Status, other.RawStatus, other.Progress)
        && (Model, Prompt, DurationSeconds, Width, Height) == (other.Model, other.Prompt, other.DurationSeconds, other.Width, other.Height)
        && (CreatedAt, CompletedAt, ExpiresAt) == (other.CreatedAt, other.CompletedAt, other.ExpiresAt)
        && VideoUrl == other.VideoUrl && VideoUrlText == other.VideoUrlText && Error == other.Error
        && IsSameJson(Raw, other.Raw);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Vendor, Id);

    /// <summary>The handle and the status, for logs: <c>vendor/id in_progress</c>. No prompt, no URL, no body.</summary>
    public override string ToString() => $"{Handle} {Status.ToWord()}";

    /// <summary>
    /// Whether two readings tell the same story. The raw bodies are not compared: they may differ by a counter that nobody waits for.
    /// </summary>
    internal bool IsSameStateAs(VideoTask other) =>
        Status == other.Status && RawStatus == other.RawStatus && Progress == other.Progress && CompletedAt == other.CompletedAt
        && ExpiresAt == other.ExpiresAt
        && VideoUrl == other.VideoUrl
        && VideoUrlText == other.VideoUrlText
        && Error == other.Error
        && DurationSeconds == other.DurationSeconds
        && Width == other.Width && Height == other.Height;

    // JsonElement's own comparison refuses an element without a document. A body that is null says as much as none.
    private static bool IsSameJson(JsonElement one, JsonElement other)
    {
        if (IsNothing(one) || IsNothing(other))
        {
            return IsNothing(one) == IsNothing(other);
        }

        try
        {
            return JsonElement.DeepEquals(one, other);
        }
        catch (InvalidOperationException)
        {
            // A text with half of a surrogate pair can be compared as it was written only.
            return one.GetRawText() == other.GetRawText();
        }
    }

    private static bool IsNothing(JsonElement json) => json.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;
}
