using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoTasks;

/// <summary>A handle in JSON: its text, also as the name of a member.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class VideoTaskHandleConverter : JsonConverter<VideoTaskHandle>
{
    /// <inheritdoc/>
    public override VideoTaskHandle Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        return text is "" ? default : Of(text);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, VideoTaskHandle value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.ToString());
    }

    /// <inheritdoc/>
    public override VideoTaskHandle ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Of(reader.GetString());

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, VideoTaskHandle value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(value.ToString());
    }

    private static VideoTaskHandle Of(string? text) =>
        VideoTaskHandle.TryParse(text, out var handle) ? handle : throw new JsonException(VideoTaskHandle.NoHandle(text));
}
