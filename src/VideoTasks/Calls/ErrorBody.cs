using System.Text;
using System.Text.Json;
using VideoTasks.Json;
using VideoTasks.Mapping;

namespace VideoTasks.Calls;

/// <summary>What the body of an error answer says, whatever its form.</summary>
internal readonly record struct ErrorBody(string? Code, string? Message, string? Type, bool IsHtml, string? Text, bool IsMiniMax)
{
    private const int MostCharacters = 4096;

    /// <summary>The three as one; null when none of them is there.</summary>
    public VideoTaskError? Error => VideoTaskError.Create(Code, Message, Type);

    /// <param name="body">The body.</param>
    /// <param name="context">The call; its key is taken out of every text.</param>
    public static ErrorBody Read(ReadOnlyMemory<byte> body, VendorErrorContext context)
    {
        body = context.Mask.Apply(body);
        var text = Encoding.UTF8.GetString(body.Span[..Math.Min(body.Length, MostCharacters)]);
        if (!JsonBody.TryParse(body, out var json))
        {
            var trimmed = text.Trim();
            var isHtml = trimmed is ['<', ..];
            return new(null, isHtml || string.IsNullOrEmpty(trimmed) ? null : trimmed, null, isHtml, text, false);
        }

        json = JsonBody.Readable(json);
        if (json.ValueKind == JsonValueKind.String)
        {
            return new(null, JsonText.AsText(json), null, false, text, false);
        }

        var reader = new BodyReader(context.Vendor, VideoOperation.Get);
        reader.Read(json, context.Id);
        var error = ErrorReader.Likely(reader.Errors);
        var isMiniMax = json.ValueKind == JsonValueKind.Object && json.TryGetProperty("base_resp", out _);
        return new(error?.Code, error?.Message, error?.Type, false, text, isMiniMax);
    }
}
