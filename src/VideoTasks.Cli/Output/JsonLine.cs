using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace VideoTasks.Cli.Output;

/// <summary>JSON documents, one a line. Absent values are null.</summary>
internal static class JsonLine
{
    // For terminals and files, not for HTML: prompts in any script stay readable.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A document as one line.</summary>
    public static string Create(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return Lines.EscapeJson(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    public static void Text(this Utf8JsonWriter writer, string name, string? value) => writer.WriteString(name, value);

    public static void Number(this Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
