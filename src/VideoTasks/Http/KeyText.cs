using System.Globalization;
using System.Text;

namespace VideoTasks.Http;

/// <summary>Recognises a key in a text: as it is, percent-encoded, escaped for JSON or HTML, in base64, or cut off at the end.</summary>
internal sealed class KeyText
{
    // Shorter keys, such as those of emulators, are words of innocent texts too.
    private const int ShortestSecret = 8;
    private const int ShortestBeginning = 6;

    private static readonly string[] WordsBefore = ["bearer", "basic", "key", "token", "authorization"];

    private readonly string[] _base64;

    public KeyText(string key)
    {
        Key = key;
        _base64 = key.Length < ShortestSecret
            ? []
            : [.. Enumerable.Range(0, 3).Select(InBase64).SelectMany(text => new[] { text, UrlSafe(text) }).Distinct()];
        Signs = [.. _base64.Append(key).Select(text => text[..Math.Min(text.Length, ShortestBeginning)]).Distinct()];
    }

    public string Key { get; }

    /// <summary>Texts of which one is in each text that holds the key without an escape.</summary>
    public IReadOnlyList<string> Signs { get; }

    /// <summary>How many characters at a position are the key; 0 when it isn't there.</summary>
    public int LengthAt(string text, int start)
    {
        var rest = text.AsSpan(start);
        foreach (var encoded in _base64)
        {
            if (rest.StartsWith(encoded, StringComparison.Ordinal))
            {
                return encoded.Length;
            }
        }

        var (length, matched) = Match(rest);
        var isKey = matched == Key.Length
            ? Key.Length >= ShortestSecret || (IsNamed(text.AsSpan(0, start)) && !IsWord(rest[length..]))
            : matched >= ShortestBeginning
            && Key.Length >= ShortestSecret
            && !(start > 0 && char.IsLetterOrDigit(text[start - 1]))
            && IsCut(rest[length..]);
        return isKey ? length : 0;
    }

    private (int Length, int Matched) Match(ReadOnlySpan<char> text)
    {
        var (at, matched) = (0, 0);
        while (matched < Key.Length && at < text.Length)
        {
            var (letter, length) = text[at] == Key[matched] ? (text[at], 1) : Unescape(text[at..]);
            if (letter != Key[matched])
            {
                break;
            }

            at += length;
            matched++;
        }

        return (at, matched);
    }

    /// <summary>The letter at the beginning of a text, which may be escaped, also more than once: %2D, %252D, \u002d, \\u002d, &amp;#45;.</summary>
    private static (char Letter, int Length) Unescape(ReadOnlySpan<char> text)
    {
        switch (text[0])
        {
            case '%':
                var (letter, length) = ('%', 1);
                while (letter == '%' && length + 2 <= text.Length && IsHex(text.Slice(length, 2), out var code))
                {
                    (letter, length) = ((char)code, length + 2);
                }

                return (letter, length);
            case '\\':
                var end = text.IndexOfAnyExcept('\\') is var found and > 0 ? found : text.Length;
                return end + 5 <= text.Length && text[end] == 'u' && IsHex(text.Slice(end + 1, 4), out var unit) ? ((char)unit, end + 5)
                    : end < text.Length ? (text[end], end + 1)
                    : ('\\', end);
            case '&' when text.Length > 3 && text[1] == '#' && text.IndexOf(';') is > 2 and < 9 and var semicolon:
                var digits = text[2..semicolon];
                var isNumber = digits[0] is 'x' or 'X'
                    ? IsHex(digits[1..], out var point)
                    : int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out point);
                return isNumber ? ((char)point, semicolon + 1) : ('&', 1);
            default:
                return (text[0], 1);
        }
    }

    private static bool IsHex(ReadOnlySpan<char> text, out int code) =>
        int.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out code);

    /// <summary>
    /// Whether a text that began with the key was cut off there: what follows is nothing, dots or stars, or an escape that is none.
    /// </summary>
    private static bool IsCut(ReadOnlySpan<char> rest)
    {
        const int longestEnd = 4;
        if (rest.IsEmpty || rest[0] is '\u2026' or '*' || rest.StartsWith("..", StringComparison.Ordinal))
        {
            return true;
        }

        return rest.Length <= longestEnd && (rest[0] is '%' or '\\' or '&' || !rest.ContainsAnyInRange('0', 'z'));
    }

    /// <summary>Whether a text ends with what is said before a key: Bearer, "API key:", token=.</summary>
    private static bool IsNamed(ReadOnlySpan<char> before)
    {
        var word = before.TrimEnd(" \t\"'`:=(");
        foreach (var name in WordsBefore)
        {
            if (word.Length < before.Length && word.EndsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWord(ReadOnlySpan<char> rest) => rest.Length > 0 && (char.IsLetterOrDigit(rest[0]) || rest[0] is '-' or '_');

    // What precedes the key moves its bits; the characters that hold only bits of the key are the same whatever that was.
    private string InBase64(int before)
    {
        const int bitsOfByte = 8;
        const int bitsOfCharacter = 6;
        byte[] bytes = [.. new byte[before], .. Encoding.ASCII.GetBytes(Key)];
        var start = ((before * bitsOfByte) + bitsOfCharacter - 1) / bitsOfCharacter;
        return Convert.ToBase64String(bytes)[start..(bytes.Length * bitsOfByte / bitsOfCharacter)];
    }

    private static string UrlSafe(string base64) => base64.Replace('+', '-').Replace('/', '_');
}
