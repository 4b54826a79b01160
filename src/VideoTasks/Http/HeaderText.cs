using System.Globalization;

namespace VideoTasks.Http;

/// <summary>
/// What the value of a header can be: visible ASCII and spaces (RFC 9110 §5.5). .NET sends a line break as it is, and it would end the header.
/// </summary>
internal static class HeaderText
{
    /// <summary>Says what in a text no header can hold, and where, without any of the text itself; null when a header can hold it.</summary>
    public static string? Fault(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is (< ' ' or > '~') and not '\t')
            {
                return $"character {i + 1} is {NameOf(text[i])}";
            }
        }

        return null;
    }

    /// <summary>The key as it is sent: without the line break that a file of a secret ends with. Null when there is none.</summary>
    /// <param name="key">The key, wherever it is from.</param>
    /// <param name="vendor">The vendor that it is for.</param>
    /// <exception cref="VideoTaskException">No header can hold it.</exception>
    public static string? ToKey(string? key, string vendor)
    {
        if (key?.TrimEnd('\r', '\n') is not { Length: > 0 } text)
        {
            return null;
        }

        var fault = Fault(text) ?? (text.Contains('\t', StringComparison.Ordinal) ? "it has a tab in it"
            : text[0] == ' ' || text[^1] == ' ' ? "it begins or ends with a space"
            : IsQuote(text[0]) || IsQuote(text[^1]) ? "it has quotation marks around it"
            : null);
        return fault is null ? text : throw new VideoTaskException(ErrorMessages.KeyUnusable(vendor, fault)) { Vendor = vendor };
    }

    private static bool IsQuote(char letter) => letter is '"' or '\'' or '`';

    private static string NameOf(char letter) => letter switch
    {
        '\r' or '\n' => "a line break",
        '\0' => "a NUL",
        '\uFEFF' => "a byte order mark",
        '\u00A0' => "a space that is none (U+00A0)",
        '\u2018' or '\u2019' or '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB' => "a typographic quotation mark",
        _ when char.IsControl(letter) => $"a control character (U+{(int)letter:X4})",
        _ when char.GetUnicodeCategory(letter) is UnicodeCategory.Format or UnicodeCategory.SpaceSeparator =>
            $"an invisible character (U+{(int)letter:X4})",
        _ => "no character of ASCII",
    };
}
