using System.Globalization;
using System.Text;

namespace VideoTasks.SourceGenerator.Emit;

/// <summary>Writes indented lines of C#.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    public CodeWriter Line(string line = "")
    {
        if (line.Length > 0)
        {
            _text.Append(' ', _depth * 4).Append(line);
        }

        _text.Append('\n');
        return this;
    }

    /// <summary>Writes braces around what <paramref name="write"/> writes.</summary>
    public CodeWriter Block(string head, Action write, string end = "}")
    {
        Line(head).Line("{");
        _depth++;
        write();
        _depth--;
        return Line(end);
    }

    public override string ToString() => _text.ToString();

    /// <summary>A string literal, or <c>null</c>. A document's text can't leave it, nor change how the file is shown.</summary>
    public static string Literal(string? value)
    {
        if (value is null)
        {
            return "null";
        }

        var text = new StringBuilder("\"", value.Length + 2);
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (c is '"' or '\\')
            {
                text.Append('\\').Append(c);
            }
            else if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
            {
                text.Append(c).Append(value[++i]);
            }
            else if (char.IsSurrogate(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                text.Append(c);
            }
        }

        return text.Append('"').ToString();
    }

    /// <summary>A class name made of a vendor's name.</summary>
    public static string ClassName(string vendor)
    {
        var text = new StringBuilder();
        var isStart = true;
        foreach (var c in vendor)
        {
            if (char.IsLetterOrDigit(c) || c == '_')
            {
                text.Append(isStart ? char.ToUpperInvariant(c) : c);
                isStart = false;
            }
            else
            {
                isStart = true;
            }
        }

        return (text.Length == 0 || char.IsDigit(text[0]) ? "_" : "") + text + "Vendor";
    }
}
