using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace VideoTasks.Json;

/// <summary>
/// Bodies as JSON, read the way that loses least: a byte order mark, trailing commas, comments, text that is not UTF-8 and halves of surrogate
/// pairs are what real servers send, and no reason to drop a task.
/// </summary>
internal static class JsonBody
{
    private static readonly JsonDocumentOptions Options =
        new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 512 };

    /// <summary>What stands for a body that isn't there where the headers say enough.</summary>
    public static JsonElement Empty { get; } = JsonElement.Parse("{}");

    public static bool TryParse(ReadOnlyMemory<byte> body, out JsonElement json)
    {
        var bytes = body.Span;
        if (bytes.StartsWith("\uFEFF"u8))
        {
            bytes = bytes[3..];
        }
        else if (bytes.StartsWith<byte>([0xFF, 0xFE]))
        {
            bytes = Encoding.UTF8.GetBytes(Encoding.Unicode.GetString(bytes[2..]));
        }
        else if (!Utf8.IsValid(bytes))
        {
            // What can't be read becomes U+FFFD; the rest of the body is still good.
            bytes = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes));
        }

        try
        {
            json = JsonElement.Parse(bytes, Options);
            return true;
        }
        catch (JsonException)
        {
            json = default;
            return false;
        }
    }

    /// <summary>
    /// The same value with every string readable: JSON may escape half of a surrogate pair, on which reading names and strings would throw.
    /// Nearly always the value itself.
    /// </summary>
    public static JsonElement Readable(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Undefined)
        {
            return json;
        }

        var raw = JsonMarshal.GetRawUtf8Value(json);
        return raw.IndexOf("\\u"u8) < 0 || !LoneSurrogates.TryReplace(raw, out var replaced) ? json : JsonElement.Parse(replaced, Options);
    }
}
