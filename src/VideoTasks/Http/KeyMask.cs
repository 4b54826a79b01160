using System.Text;
using System.Text.Json;
using VideoTasks.Json;

namespace VideoTasks.Http;

/// <summary>Takes a vendor's keys out of what the vendor and the network say, before anybody else sees it: bodies, texts, exceptions.</summary>
internal sealed class KeyMask
{
    /// <summary>What stands in place of the key.</summary>
    public const string Replacement = "***";

    private static readonly byte[] Escapes = "%\\&"u8.ToArray();

    // The texts of a body are looked through for each of them; keys that are changed every hour leave it days of being recognised.
    private const int MostKeys = 32;

    private readonly Lock _lock = new();
    private Known _known = new([], []);

    /// <param name="key">The key; null for none, which leaves everything as it is.</param>
    public KeyMask(string? key) => Add(key);

    /// <summary>Whether there is a key.</summary>
    public bool HasKey => Keys.Count > 0;

    /// <summary>The keys, the latest first.</summary>
    public IReadOnlyList<KeyText> Keys => Volatile.Read(ref _known).Keys;

    /// <summary>From now on this key is taken out too; of more than a few, the oldest is forgotten.</summary>
    public void Add(string? key)
    {
        if (string.IsNullOrEmpty(key) || Keys.Any(known => known.Key == key))
        {
            return;
        }

        lock (_lock)
        {
            KeyText[] keys = [new KeyText(key), .. _known.Keys.Where(known => known.Key != key).Take(MostKeys - 1)];
            Volatile.Write(ref _known, new(keys, [.. keys.SelectMany(known => known.Signs).Distinct().Select(Encoding.UTF8.GetBytes)]));
        }
    }

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
        var keys = Keys;
        if (keys.Count == 0 || text is null)
        {
            return text;
        }

        StringBuilder? masked = null;
        var copied = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (LengthAt(keys, text, at) is > 0 and var length)
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

    private static int LengthAt(IReadOnlyList<KeyText> keys, string text, int at)
    {
        var longest = 0;
        for (var i = 0; i < keys.Count; i++)
        {
            longest = Math.Max(longest, keys[i].LengthAt(text, at));
        }

        return longest;
    }

    private bool MayHold(ReadOnlySpan<byte> body)
    {
        var known = Volatile.Read(ref _known);
        if (known.Keys.Count == 0)
        {
            return false;
        }

        foreach (var sign in known.Signs)
        {
            if (body.IndexOf(sign) >= 0)
            {
                return true;
            }
        }

        return body.IndexOfAny(Escapes) >= 0 || body.StartsWith<byte>([0xFF, 0xFE]);
    }

    private sealed record Known(IReadOnlyList<KeyText> Keys, IReadOnlyList<byte[]> Signs);
}
