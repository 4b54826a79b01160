using System.Globalization;
using System.Text;

namespace VideoTasks.Build.Writing;

/// <summary>Texts of a document in places where they must stay texts.</summary>
internal static class Escaping
{
    /// <summary>A string literal.</summary>
    public static string Literal(string text)
    {
        var result = new StringBuilder(text.Length + 2).Append('"');
        foreach (var character in text)
        {
            switch (character)
            {
                case '"':
                    result.Append("\\\"");
                    break;
                case '\\':
                    result.Append(@"\\");
                    break;
                case '\n':
                    result.Append("\\n");
                    break;
                case '\r':
                    result.Append("\\r");
                    break;
                case '\t':
                    result.Append("\\t");
                    break;
                default:
                    Append(result, character, static c => $"\\u{(int)c:x4}");
                    break;
            }
        }

        return result.Append('"').ToString();
    }

    /// <summary>Text of an XML documentation comment, in one line.</summary>
    public static string Xml(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            switch (character)
            {
                case '<':
                    result.Append("&lt;");
                    break;
                case '>':
                    result.Append("&gt;");
                    break;
                case '&':
                    result.Append("&amp;");
                    break;
                case '"':
                    result.Append("&quot;");
                    break;
                default:
                    Append(result, character, static _ => " ");
                    break;
            }
        }

        return result.ToString();
    }

    // Control characters and what ends a line anywhere (U+0085, U+2028, U+2029); lone surrogates can't be saved as UTF-8.
    private static void Append(StringBuilder result, char character, Func<char, string> escape)
    {
        var isSafe = character is >= ' ' and < '\u007f'
            || (character > '\u009f' && char.GetUnicodeCategory(character) is not (UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned
                or UnicodeCategory.PrivateUse));
        if (isSafe)
        {
            result.Append(character);
        }
        else
        {
            result.Append(escape(character));
        }
    }
}
