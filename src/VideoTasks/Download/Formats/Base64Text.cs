using System.Buffers;

namespace VideoTasks.Download.Formats;

/// <summary>Base64 as services write it: standard or URL-safe, with or without padding and line breaks.</summary>
internal static class Base64Text
{
    private const int HeadLength = 64;

    public static readonly SearchValues<char> Alphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_=\r\n");

    /// <summary>The six bits of a letter; -1 for padding and white space, -2 for what base64 has no use for.</summary>
    public static int ValueOf(byte letter) => letter switch
    {
        >= (byte)'A' and <= (byte)'Z' => letter - 'A',
        >= (byte)'a' and <= (byte)'z' => letter - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => letter - '0' + 52,
        (byte)'+' or (byte)'-' => 62,
        (byte)'/' or (byte)'_' => 63,
        (byte)'=' or (byte)'\r' or (byte)'\n' or (byte)' ' or (byte)'\t' => -1,
        _ => -2,
    };

    /// <summary>The first bytes of a base64 text or of a <c>data:</c> URL, enough to tell what they are; none when they can't be read.</summary>
    public static byte[] HeadOf(string text)
    {
        try
        {
            var start = text.StartsWith("data:", StringComparison.OrdinalIgnoreCase) ? text.IndexOf(',', StringComparison.Ordinal) + 1 : 0;
            return Decode(text.Substring(start, Math.Min(HeadLength, text.Length - start)));
        }
        catch (FormatException)
        {
            return [];
        }
    }

    /// <summary>The bytes of a base64 text or of a <c>data:</c> URL.</summary>
    /// <exception cref="FormatException">It is neither.</exception>
    public static byte[] Decode(string text)
    {
        if (text.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
        {
            var comma = text.IndexOf(',', StringComparison.Ordinal);
            var header = comma < 0 ? "" : text[..comma];
            text = text[(comma + 1)..];
            if (!header.EndsWith(";base64", StringComparison.OrdinalIgnoreCase))
            {
                var encoded = System.Text.Encoding.UTF8.GetBytes(text.Replace("+", "%2B", StringComparison.Ordinal));
                return System.Net.WebUtility.UrlDecodeToBytes(encoded, 0, encoded.Length)!;
            }

            text = Uri.UnescapeDataString(text);
        }

        var decoder = new Base64Decoder();
        var bytes = new byte[(text.Length / 4 * 3) + 3];
        var count = 0;
        foreach (var letter in text)
        {
            count += decoder.Append(letter > 127 ? (byte)0 : (byte)letter, bytes.AsSpan(count));
        }

        return bytes[..count];
    }
}

/// <summary>Base64, letter by letter.</summary>
internal sealed class Base64Decoder
{
    private int _bits;
    private int _bitCount;

    /// <summary>Takes a letter, and writes the byte that it completes.</summary>
    /// <returns>How many bytes were written: 0 or 1.</returns>
    /// <exception cref="FormatException">The letter is none of base64's.</exception>
    public int Append(byte letter, Span<byte> target)
    {
        var value = Base64Text.ValueOf(letter);
        if (value == -2)
        {
            throw new FormatException($"its base64 holds a letter (0x{letter:x2}) that base64 does not have");
        }

        if (value < 0)
        {
            return 0;
        }

        _bits = (_bits << 6) | value;
        _bitCount += 6;
        if (_bitCount < 8)
        {
            return 0;
        }

        _bitCount -= 8;
        target[0] = (byte)(_bits >> _bitCount);
        _bits &= (1 << _bitCount) - 1;
        return 1;
    }
}
