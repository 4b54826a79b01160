using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoTasks;

/// <summary>Lets a checkpoint be a part of a caller's own JSON document, also of one whose code is generated.</summary>
public sealed class VideoDownloadCheckpointConverter : JsonConverter<VideoDownloadCheckpoint>
{
    /// <inheritdoc/>
    public override VideoDownloadCheckpoint Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return VideoDownloadCheckpoint.TryParse(document.RootElement.GetRawText(), out var checkpoint)
            ? checkpoint
            : throw new JsonException("The object is no checkpoint of a download.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, VideoDownloadCheckpoint value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(value);
        JsonSerializer.Serialize(writer, value.Content, CheckpointJson.Default.CheckpointContent);
    }
}
