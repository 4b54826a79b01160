using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoTasks;

/// <summary>
/// How far a download into a stream had come: what <see cref="VideoContentOptions.ResumeFrom"/> takes to go on at the same byte, also in another
/// process. It is text (<see cref="ToString"/>, <see cref="Parse(string)"/>) of some hundred characters, holds checksums of what was written, and no
/// key and no URL. An older one of the same download is as good as a newer one, it only goes on from further back.
/// </summary>
[JsonConverter(typeof(VideoDownloadCheckpointConverter))]
public sealed class VideoDownloadCheckpoint : IParsable<VideoDownloadCheckpoint>
{
    internal VideoDownloadCheckpoint(CheckpointContent content)
    {
        Content = content;
        Handle = VideoTaskHandle.TryParse(content.Task, out var handle) ? handle : null;
    }

    /// <summary>The task that the video is of; null when there was none.</summary>
    public VideoTaskHandle? Handle { get; }

    /// <summary>The rendition, as it was asked for.</summary>
    public string? Variant => Content.Variant;

    /// <summary>The position in the stream at which the video begins.</summary>
    public long Origin => Content.Origin;

    /// <summary>How many bytes of the video are in the stream from there on.</summary>
    public long BytesKept => Content.Length;

    /// <summary>The length of the video; null when the server did not say.</summary>
    public long? TotalBytes => Content.Identity.Length;

    internal CheckpointContent Content { get; }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">The text is no checkpoint.</exception>
    public static VideoDownloadCheckpoint Parse(string s) => Parse(s, null);

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">The text is no checkpoint.</exception>
    public static VideoDownloadCheckpoint Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParse(s, provider, out var checkpoint) ? checkpoint : throw new FormatException("The text is no checkpoint of a download.");
    }

    /// <summary>Reads what <see cref="ToString"/> wrote; false for any other text.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out VideoDownloadCheckpoint result)
    {
        result = CheckpointContent.Read(s) is { } content ? new(content) : null;
        return result is not null;
    }

    /// <summary>Reads what <see cref="ToString"/> wrote; false for any other text.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, [MaybeNullWhen(false)] out VideoDownloadCheckpoint result) =>
        TryParse(s, null, out result);

    /// <summary>The checkpoint as one line of JSON.</summary>
    public override string ToString() => JsonSerializer.Serialize(Content, CheckpointJson.Default.CheckpointContent);
}
