using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using VideoTasks.Tasks;

namespace VideoTasks;

/// <summary>
/// The one JSON shape of a task, whichever vendor it is from. Absent facts are null, times are ISO-8601 in UTC. A task has it wherever
/// <see cref="JsonSerializer"/> meets one.
/// </summary>
public static class VideoTaskJson
{
    private const string What = "a task";

    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The task as JSON text.</summary>
    /// <param name="task">The task.</param>
    /// <param name="indented">Whether to write it over many lines. <c>raw</c> stays as it came all the same.</param>
    public static string Serialize(VideoTask task, bool indented = false)
    {
        ArgumentNullException.ThrowIfNull(task);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions with { Indented = indented, NewLine = "\n" }))
        {
            Write(writer, task);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads a task as <see cref="Serialize"/> wrote it, members that it does not know left out.</summary>
    /// <exception cref="JsonException">The text is no JSON, or no task.</exception>
    public static VideoTask Deserialize(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Read(JsonMembers.Of(What, json));
    }

    /// <summary>Writes the task as one JSON object.</summary>
    public static void Write(Utf8JsonWriter writer, VideoTask task)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(task);
        writer.WriteStartObject();
        writer.WriteString("vendor", task.Vendor);
        writer.WriteString("id", task.Id);
        writer.WriteString("status", task.Status.ToWord());
        writer.WriteString("rawStatus", task.RawStatus);
        WriteNumber(writer, "progress", task.Progress);
        writer.WriteString("model", task.Model);
        writer.WriteString("prompt", task.Prompt);
        WriteTime(writer, "createdAt", task.CreatedAt);
        WriteTime(writer, "completedAt", task.CompletedAt);
        WriteTime(writer, "expiresAt", task.ExpiresAt);
        WriteNumber(writer, "durationSeconds", task.DurationSeconds);
        WriteNumber(writer, "width", task.Width);
        WriteNumber(writer, "height", task.Height);
        writer.WriteString("videoUrl", task.VideoUrlText ?? task.VideoUrl?.OriginalString);
        WriteError(writer, task.Error);
        WriteRaw(writer, task.Raw);
        writer.WriteEndObject();
    }

    internal static VideoTask Read(ref Utf8JsonReader reader) => Read(JsonMembers.Of(What, ref reader));

    private static VideoTask Read(JsonMembers members)
    {
        var url = members.Text("videoUrl");
        var link = url is not null && Uri.TryCreate(url, UriKind.RelativeOrAbsolute, out var uri) ? uri : null;
        var raw = members["raw"];
        var error = members.Object("error");
        return new()
        {
            Vendor = members.Text("vendor") ?? throw new JsonException("The JSON is no task: it has no vendor."),
            Id = members.Text("id") ?? throw new JsonException("The JSON is no task: it has no id."),
            Status = VideoTaskStatusExtensions.OfWord(members.Text("status")),
            RawStatus = members.Text("rawStatus"),
            Progress = members.Number("progress"),
            Model = members.Text("model"),
            Prompt = members.Text("prompt"),
            CreatedAt = members.Time("createdAt"),
            CompletedAt = members.Time("completedAt"),
            ExpiresAt = members.Time("expiresAt"),
            DurationSeconds = members.Number("durationSeconds"),
            Width = members.Whole("width"),
            Height = members.Whole("height"),
            VideoUrl = link,
            VideoUrlText = link is null ? url : null,
            Error = VideoTaskError.Create(error?.Text("code"), error?.Text("message"), error?.Text("type")),
            Raw = raw.ValueKind == JsonValueKind.Undefined ? default : raw.Clone(),
            IsRecognized = true,
        };
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            // 4, not 4.0: the shortest text that reads back as the same number.
            writer.WriteNumber(name, number);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    private static void WriteTime(Utf8JsonWriter writer, string name, DateTimeOffset? time) =>
        writer.WriteString(name, time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", System.Globalization.CultureInfo.InvariantCulture));

    private static void WriteError(Utf8JsonWriter writer, VideoTaskError? error)
    {
        if (error is null)
        {
            writer.WriteNull("error");
            return;
        }

        writer.WriteStartObject("error");
        writer.WriteString("code", error.Code);
        writer.WriteString("message", error.Message);
        writer.WriteString("type", error.Type);
        writer.WriteEndObject();
    }

    private static void WriteRaw(Utf8JsonWriter writer, JsonElement raw)
    {
        writer.WritePropertyName("raw");
        if (raw.ValueKind == JsonValueKind.Undefined)
        {
            writer.WriteNullValue();
        }
        else
        {
            writer.WriteRawValue(RawJson.Of(raw), skipInputValidation: true);
        }
    }
}
