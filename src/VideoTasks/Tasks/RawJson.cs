using System.Text;
using System.Text.Json;

namespace VideoTasks.Tasks;

/// <summary>A vendor's body as a part of JSON that others read.</summary>
internal static class RawJson
{
    private const int MaxDepth = 1024;

    private static readonly JsonReaderOptions Strict = new() { MaxDepth = MaxDepth };

    // What bodies are read with.
    private static readonly JsonReaderOptions Lenient =
        new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = MaxDepth };

    /// <summary>The body's own bytes, numbers, escapes and spaces as they came; without its comments and trailing commas where it has any.</summary>
    public static string Of(JsonElement raw)
    {
        var text = raw.GetRawText();
        var bytes = Encoding.UTF8.GetBytes(text);
        return IsStrict(bytes) ? text : Encoding.UTF8.GetString(Rewrite(bytes));
    }

    private static bool IsStrict(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, Strict);
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // Token by token, each as it was written: decoding a name or a text fails where it has half of a surrogate pair.
    private static byte[] Rewrite(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, Lenient);
        var written = new List<byte>(json.Length);
        var isFirst = true;
        while (reader.Read())
        {
            var isEnd = reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray;
            if (!isFirst && !isEnd)
            {
                written.Add((byte)',');
            }

            var isText = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName;
            written.AddRange(isText ? [(byte)'"', .. reader.ValueSpan, (byte)'"'] : reader.ValueSpan);
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                written.Add((byte)':');
            }

            isFirst = reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.StartObject or JsonTokenType.StartArray;
        }

        return [.. written];
    }
}
