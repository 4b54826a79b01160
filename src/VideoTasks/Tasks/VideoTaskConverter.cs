using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoTasks;

/// <summary>A task in JSON: the shape of <see cref="VideoTaskJson"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class VideoTaskConverter : JsonConverter<VideoTask>
{
    /// <inheritdoc/>
    public override VideoTask Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => VideoTaskJson.Read(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, VideoTask value, JsonSerializerOptions options) => VideoTaskJson.Write(writer, value);
}
