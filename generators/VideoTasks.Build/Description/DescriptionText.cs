using System.Globalization;
using System.Text;

namespace VideoTasks.Build.Description;

/// <summary>
/// Writes the vendor description: a line a record, <c>keyword name="value" …</c>, children indented by two spaces. Values are escaped so that a
/// document's text can neither leave its value nor its line.
/// </summary>
internal sealed class DescriptionText
{
    private readonly StringBuilder _text = new();
    private int _depth;

    public DescriptionText Record(string keyword, params (string Name, string? Value)[] values)
    {
        _text.Append(' ', _depth * 2).Append(keyword);
        foreach (var (name, value) in values)
        {
            if (value is not null)
            {
                _text.Append(' ').Append(name).Append("=\"");
                Escape(value);
                _text.Append('"');
            }
        }

        _text.Append('\n');
        return this;
    }

    public void Children(Action write)
    {
        _depth++;
        write();
        _depth--;
    }

    public override string ToString() => _text.ToString();

    private void Escape(string value)
    {
        foreach (var c in value)
        {
            switch (c)
            {
                case '"':
                    _text.Append("\\\"");
                    break;
                case '\\':
                    _text.Append("\\\\");
                    break;
                case '\n':
                    _text.Append("\\n");
                    break;
                case < ' ' or '\u007f' or '\u0085' or '\u2028' or '\u2029' or '\ufeff' or (>= '\ud800' and <= '\udfff'):
                    _text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                    break;
                default:
                    _text.Append(c);
                    break;
            }
        }
    }
}
