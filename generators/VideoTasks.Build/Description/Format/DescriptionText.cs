using System.Globalization;
using System.Text;

namespace VideoTasks.Build.Description.Format;

/// <summary>
/// The lines of a vendor description as text: children are indented by two spaces. Values are escaped so that a document's text can neither
/// leave its value nor its line.
/// </summary>
internal static class DescriptionText
{
    private const int Indent = 2;
    private const int HexDigits = 4;
    private const string Hexadecimal = "0123456789abcdef";

    public static string Write(IEnumerable<DescriptionRecord> records)
    {
        var text = new StringBuilder();
        Write(text, records, 0);
        return text.ToString();
    }

    /// <summary>Reads a text; what it returns has the lines as its children.</summary>
    /// <exception cref="DescriptionFormatException">A line is none.</exception>
    public static DescriptionRecord Read(string text)
    {
        var open = new List<DescriptionRecord> { new("") };
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            var content = line.TrimEnd('\r');
            if (content.Trim().Length == 0)
            {
                continue;
            }

            var spaces = content.Length - content.TrimStart(' ').Length;
            var depth = spaces / Indent;
            if (spaces % Indent != 0 || depth >= open.Count || ReadLine(content, spaces, number) is not { } record)
            {
                throw new DescriptionFormatException(number, "this line is no record");
            }

            open.RemoveRange(depth + 1, open.Count - depth - 1);
            open[depth].Add(record);
            open.Add(record);
        }

        return open[0];
    }

    private static void Write(StringBuilder text, IEnumerable<DescriptionRecord> records, int depth)
    {
        foreach (var record in records)
        {
            text.Append(' ', depth * Indent).Append(record.Keyword);
            foreach (var value in record.Values)
            {
                text.Append(' ').Append(value.Key).Append("=\"");
                Escape(text, value.Value);
                text.Append('"');
            }

            text.Append('\n');
            Write(text, record.Children, depth + 1);
        }
    }

    private static void Escape(StringBuilder text, string value)
    {
        foreach (var c in value)
        {
            switch (c)
            {
                case '"':
                    text.Append("\\\"");
                    break;
                case '\\':
                    text.Append("\\\\");
                    break;
                case '\n':
                    text.Append("\\n");
                    break;
                case < ' ' or '\u007f' or '\u0085' or '\u2028' or '\u2029' or '\ufeff' or (>= '\ud800' and <= '\udfff'):
                    text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                    break;
                default:
                    text.Append(c);
                    break;
            }
        }
    }

    private static DescriptionRecord? ReadLine(string line, int at, int number)
    {
        var end = NameEnd(line, at);
        if (end == at)
        {
            return null;
        }

        var record = new DescriptionRecord(line.Substring(at, end - at), number);
        at = end;
        while (at < line.Length)
        {
            end = line[at] == ' ' ? NameEnd(line, at + 1) : at;
            if (end <= at + 1 || end + 1 >= line.Length || line[end] != '=' || line[end + 1] != '"')
            {
                return null;
            }

            var name = line.Substring(at + 1, end - at - 1);
            at = end + 2;
            if (ReadValue(line, ref at) is not { } value)
            {
                return null;
            }

            record.Set(name, value);
        }

        return record;
    }

    private static int NameEnd(string line, int at)
    {
        while (at < line.Length && (char.IsLetterOrDigit(line[at]) || line[at] == '-'))
        {
            at++;
        }

        return at;
    }

    private static string? ReadValue(string line, ref int at)
    {
        var text = new StringBuilder();
        for (; at < line.Length; at++)
        {
            if (line[at] == '"')
            {
                at++;
                return text.ToString();
            }

            if (line[at] != '\\')
            {
                text.Append(line[at]);
            }
            else if (++at >= line.Length || !Unescape(line, ref at, text))
            {
                return null;
            }
        }

        return null;
    }

    private static bool Unescape(string line, ref int at, StringBuilder text)
    {
        switch (line[at])
        {
            case '"' or '\\':
                text.Append(line[at]);
                return true;
            case 'n':
                text.Append('\n');
                return true;
            case 'u' when ReadHex(line, at + 1) is { } code:
                text.Append(code);
                at += HexDigits;
                return true;
            default:
                return false;
        }
    }

    private static char? ReadHex(string line, int at)
    {
        var code = 0;
        for (var i = at; i < at + HexDigits; i++)
        {
            var digit = i < line.Length ? Hexadecimal.IndexOf(char.ToLowerInvariant(line[i])) : -1;
            if (digit < 0)
            {
                return null;
            }

            code = (code * Hexadecimal.Length) + digit;
        }

        return (char)code;
    }
}
