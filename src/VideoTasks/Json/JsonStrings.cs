using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace VideoTasks.Json;

/// <summary>The texts of a JSON value, without their escapes: its strings and names.</summary>
internal static class JsonStrings
{
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 1024 };

    public static bool Any(JsonElement value, Func<string, bool> condition) => value.ValueKind switch
    {
        JsonValueKind.String => condition(value.GetString()!),
        JsonValueKind.Array => value.EnumerateArray().Any(item => Any(item, condition)),
        JsonValueKind.Object => value.EnumerateObject().Any(property => condition(property.Name) || Any(property.Value, condition)),
        _ => false,
    };

    /// <summary>The same value with other texts.</summary>
    public static ReadOnlyMemory<byte> Replace(JsonElement value, Func<string, string> replace)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            Write(writer, value, replace);
        }

        return buffer.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value, Func<string, string> replace)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                writer.WriteStringValue(replace(value.GetString()!));
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(writer, item, replace);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in value.EnumerateObject())
                {
                    writer.WritePropertyName(replace(property.Name));
                    Write(writer, property.Value, replace);
                }

                writer.WriteEndObject();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
