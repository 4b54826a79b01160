using System.Buffers;
using System.Text;

namespace Microsoft.Kiota.Abstractions.UriTemplates;

/// <summary>Percent-encodes what may not stand in a URL as it is (RFC 6570, section 3.2.1).</summary>
internal static class UriTemplateEncoder
{
    private const string UnreservedCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private const int MaxUtf8Length = 4;

    private static readonly SearchValues<char> Unreserved = SearchValues.Create(UnreservedCharacters);
    private static readonly SearchValues<char> UnreservedOrReserved = SearchValues.Create(UnreservedCharacters + ":/?#[]@!$&'()*+,;=");

    /// <summary>Appends a text, encoded.</summary>
    /// <param name="target">Takes the text.</param>
    /// <param name="text">The text.</param>
    /// <param name="allowReserved">Whether reserved characters and percent-encoded triplets stay as they are.</param>
    public static void Append(StringBuilder target, ReadOnlySpan<char> text, bool allowReserved)
    {
        var allowed = allowReserved ? UnreservedOrReserved : Unreserved;
        Span<byte> utf8 = stackalloc byte[MaxUtf8Length];
        while (!text.IsEmpty)
        {
            var plain = text.IndexOfAnyExcept(allowed);
            if (plain < 0)
            {
                target.Append(text);
                return;
            }

            target.Append(text[..plain]);
            text = text[plain..];
            if (allowReserved && IsTriplet(text))
            {
                target.Append(text[..3]);
                text = text[3..];
                continue;
            }

            Rune.DecodeFromUtf16(text, out var rune, out var length);
            foreach (var value in utf8[..rune.EncodeToUtf8(utf8)])
            {
                target.Append('%').Append(value.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            }

            text = text[length..];
        }
    }

    private static bool IsTriplet(ReadOnlySpan<char> text) =>
        text.Length >= 3 && text[0] == '%' && char.IsAsciiHexDigit(text[1]) && char.IsAsciiHexDigit(text[2]);
}
