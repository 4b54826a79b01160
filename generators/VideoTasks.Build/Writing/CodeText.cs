using System.Text;

namespace VideoTasks.Build.Writing;

/// <summary>Indented source text.</summary>
internal sealed class CodeText
{
    private readonly StringBuilder _text = new(4096);
    private int _indent;

    public CodeText Line(string line)
    {
        _text.Append(' ', _indent * 4).Append(line).Append('\n');
        return this;
    }

    public CodeText Line()
    {
        _text.Append('\n');
        return this;
    }

    public CodeText Open(string? line = null)
    {
        if (line is not null)
        {
            Line(line);
        }

        Line("{");
        _indent++;
        return this;
    }

    public CodeText Close(string end = "}")
    {
        _indent--;
        return Line(end);
    }

    public override string ToString() => _text.ToString();
}
