using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using VideoTasks.Tasks;

namespace VideoTasks;

/// <summary>An input reference in JSON: <c>{"url"}</c>, <c>{"path"}</c> or <c>{"data","mediaType","fileName"}</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class VideoInputReferenceConverter : JsonConverter<VideoInputReference>
{
    /// <inheritdoc/>
    public override VideoInputReference Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        InputReferenceJson.Read(JsonElement.ParseValue(ref reader));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, VideoInputReference value, JsonSerializerOptions options) =>
        InputReferenceJson.Write(writer, value);
}
