using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace VideoTasks;

/// <summary>
/// What to make: the canonical request, translated to each vendor's own body. Two are equal when their contents are. Its JSON has the properties by
/// their names, <c>{"prompt","model","inputReferences":[{"url"}]}</c>, those that are not set left out.
/// </summary>
[JsonConverter(typeof(VideoTaskRequestConverter))]
public sealed record VideoTaskRequest
{
    /// <summary>What the video shows; null for a vendor or a model that needs none, as when an image is set in motion.</summary>
    public string? Prompt { get; init; }

    /// <summary>The vendor's model name; null leaves the choice to the vendor.</summary>
    public string? Model { get; init; }

    /// <summary>The length wanted, in seconds; null leaves the choice to the vendor.</summary>
    public double? Seconds { get; init; }

    /// <summary>The frame size wanted, as <c>1280x720</c>; null leaves the choice to the vendor.</summary>
    public string? Size { get; init; }

    /// <summary>Images or videos to start from: files on this machine or URLs. Empty for none.</summary>
    public IReadOnlyList<VideoInputReference> InputReferences { get; init; } = [];

    /// <summary>The finished task that is remixed, edited or extended; null for a new video.</summary>
    public VideoTaskSource? Source { get; init; }

    /// <summary>
    /// The caller's own key for this video, 1 to 255 printable characters of ASCII: sent where the vendor's document has a place for it, a header
    /// such as <c>Idempotency-Key</c> or a field, as it is and in every process, so that the vendor makes one task of two requests. Where there is
    /// no place it stays the caller's own, which is no error: <c>VideoOperationDescription.TakesIdempotencyKey</c> says whether there is one.
    /// </summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>Further members of the vendor's body, by their names on the wire; they win over the canonical ones.</summary>
    public JsonObject? AdditionalProperties { get; init; }

    /// <inheritdoc/>
    public bool Equals(VideoTaskRequest? other) =>
        other is not null
        && (Prompt, Model, Seconds, Size) == (other.Prompt, other.Model, other.Seconds, other.Size)
        && Source == other.Source
        && IdempotencyKey == other.IdempotencyKey
        && InputReferences.SequenceEqual(other.InputReferences)
        && JsonNode.DeepEquals(AdditionalProperties, other.AdditionalProperties);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Prompt, Model, Seconds, Size);

    /// <summary>The model, the length and the size, for logs: <c>sora-2, 4 s, 1280x720</c>. No prompt, and nothing of what is uploaded.</summary>
    public override string ToString()
    {
        var seconds = Seconds is { } length ? string.Create(CultureInfo.InvariantCulture, $"{length} s") : null;
        return string.Join(", ", new[] { Model ?? "the vendor's model", seconds, Size }.OfType<string>());
    }
}
