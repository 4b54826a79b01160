using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using VideoTasks.Json;
using VideoTasks.Tasks;

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
            writer.WriteOptional("after", position.After);
            writer.WriteOptional("query", position.Query);
            writer.WriteOptional("number", position.Number);
            writer.WriteOptional("size", position.PageSize);
            writer.WriteOptional("left", position.Left);
            writer.WriteOptional("seen", position.Seen);
            writer.WriteOptional("mark", position.Circle.Mark);
            writer.WriteOptional("steps", position.Circle.Steps);
            writer.WriteOptional("limit", position.Circle.Limit);
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

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int? Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;
}
