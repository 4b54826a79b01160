using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using VideoTasks.Json;

namespace VideoTasks.Calls;

/// <summary>
/// A position of a list as a text that another process can go on from. Only what goes into a query is in it: it leads to no other host, and has
/// no key.
/// </summary>
internal static class ListToken
{
    /// <summary>The text of a position.</summary>
    /// <param name="client">The name of the client whose list it is.</param>
    /// <param name="position">The position.</param>
    public static string Write(string client, ListPosition position)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("client", client);
            WriteText(writer, "after", position.After);
            WriteText(writer, "query", position.Query);
            WriteNumber(writer, "number", position.Number);
            WriteNumber(writer, "size", position.PageSize);
            WriteNumber(writer, "left", position.Left);
            WriteNumber(writer, "seen", position.Seen);
            WriteText(writer, "mark", position.Circle.Mark);
            WriteNumber(writer, "steps", position.Circle.Steps);
            WriteNumber(writer, "limit", position.Circle.Limit);
            writer.WriteEndObject();
        }

        return Base64Url.EncodeToString(buffer.WrittenSpan);
    }

    /// <param name="client">The name of the client that it is given to.</param>
    /// <param name="token">The text.</param>
    /// <param name="parameter">The caller's parameter that it is in.</param>
    /// <exception cref="ArgumentException">It is no token of this client's list.</exception>
    public static ListPosition Read(string client, string token, string parameter)
    {
        if (!TryParse(token, out var json)
            || Text(json, "client") != client
            || Number(json, "left") <= 0 || Number(json, "size") <= 0 || Number(json, "number") < 0)
        {
            throw new ArgumentException(
                $"VideoTaskListOptions.ContinuationToken is none that a list of {client} gave. Pass on the page's own, unchanged.",
                parameter);
        }

        return new()
        {
            After = Text(json, "after"),
            Query = Text(json, "query"),
            Number = Number(json, "number"),
            PageSize = Number(json, "size"),
            Left = Number(json, "left"),
            Seen = Number(json, "seen") ?? 0,
            Circle = new(Text(json, "mark"), Number(json, "steps") ?? 0, Number(json, "limit") ?? 1),
        };
    }

    private static bool TryParse(string token, out JsonElement json)
    {
        json = default;
        return Base64Url.IsValid(token)
            && JsonBody.TryParse(Base64Url.DecodeFromChars(token), out json)
            && json.ValueKind == JsonValueKind.Object;
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, long? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int? Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;
}
