using System.Text;

namespace VideoTasks.SourceGenerator.CSharp;

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
}
