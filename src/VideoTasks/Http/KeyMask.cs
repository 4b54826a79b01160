using System.Text;
using System.Text.Json;
using VideoTasks.Json;

namespace VideoTasks.Http;

/// <summary>Takes a vendor's key out of what the vendor and the network say, before anybody else sees it: bodies, texts, exceptions.</summary>
internal sealed class KeyMask
{
    /// <summary>What stands in place of the key.</summary>
    public const string Replacement = "***";

    private static readonly byte[] Escapes = "%\\&"u8.ToArray();

    private readonly KeyText? _key;
    private readonly byte[][] _signs;

    /// <param name="key">The key; null for none, which leaves everything as it is.</param>
    public KeyMask(string? key)
    {
        _key = string.IsNullOrEmpty(key) ? null : new KeyText(key);
        _signs = [.. (_key?.Signs ?? []).Select(Encoding.UTF8.GetBytes)];
    }

    /// <summary>Whether there is a key.</summary>
    public bool HasKey => _key is not null;

    /// <summary>A body, whatever it is: in JSON, the texts are looked at without their escapes.</summary>
    public ReadOnlyMemory<byte> Apply(ReadOnlyMemory<byte> body)
    {
        if (!MayHold(body.Span))
        {
            return body;
        }

        if (JsonBody.TryParse(body, out var json))
        {
            json = JsonBody.Readable(json);
            return JsonStrings.Any(json, Holds) ? JsonStrings.Replace(json, Apply!) : body;
        }

        var text = Encoding.UTF8.GetString(body.Span);
        return Holds(text) ? Encoding.UTF8.GetBytes(Apply(text)!) : body;
    }

    /// <summary>A text; the same one when the key is not in it.</summary>
    public string? Apply(string? text)
    {
        if (_key is null || text is null)
        {
            return text;
        }

        StringBuilder? masked = null;
        var copied = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (_key.LengthAt(text, at) is > 0 and var length)
            {
                masked = (masked ?? new()).Append(text, copied, at - copied).Append(Replacement);
                copied = at + length;
                at = copied - 1;
            }
        }

        return masked?.Append(text, copied, text.Length - copied).ToString() ?? text;
    }

    /// <summary>An exception that says the same without the key: .NET quotes status lines and headers that it can't read.</summary>
    public HttpRequestException Apply(HttpRequestException exception) => exception switch
    {
        RefusedRequestException refusal => new RefusedRequestException(refusal.Reason, Apply(refusal.Message)!),
        _ => new HttpRequestException(
            exception.HttpRequestError,
            Apply(exception.Message),
            exception.InnerException is { } inner && !Holds(inner.ToString()) ? inner : null,
            exception.StatusCode),
    };

    public bool Holds(string text) => !ReferenceEquals(Apply(text), text);

    private bool MayHold(ReadOnlySpan<byte> body)
    {
        if (_key is null)
        {
            return false;
        }

        foreach (var sign in _signs)
        {
            if (body.IndexOf(sign) >= 0)
            {
                return true;
            }
        }

        return body.IndexOfAny(Escapes) >= 0 || body.StartsWith<byte>([0xFF, 0xFE]);
    }
}
