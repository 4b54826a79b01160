using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace VideoTasks;

/// <summary>The one JSON shape of a task, whichever vendor it is from. Absent facts are null, times are ISO-8601 in UTC.</summary>
public static class VideoTaskJson
{
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

    private static void WriteNumber(Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } number)
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
            // The vendor's own bytes: numbers, escapes and spaces as they came.
            writer.WriteRawValue(raw.GetRawText(), skipInputValidation: true);
        }
    }
}
