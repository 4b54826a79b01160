using System.Text;

namespace VideoTasks.Build.Documents.Loading;

/// <summary>What real documents have that YamlDotNet's scanner refuses though other YAML readers take it.</summary>
internal static class YamlText
{
    /// <summary>
    /// Empties the lines of spaces between a block scalar's <c>|</c> or <c>&gt;</c> and its first line with text: the scanner refuses them when
    /// they are longer than that line's indentation. Lines keep their numbers.
    /// </summary>
    public static string Prepare(string text)
    {
        StringBuilder? prepared = null;
        var (copied, position, afterHeader) = (0, 0, false);
        while (position < text.Length)
        {
            var length = text.AsSpan(position).IndexOf('\n');
            var line = text.AsSpan(position, length < 0 ? text.Length - position : length);
            if (afterHeader && line.IsWhiteSpace())
            {
                if (line.TrimEnd('\r').Length > 0)
                {
                    prepared ??= new StringBuilder(text.Length);
                    prepared.Append(text, copied, position - copied);
                    copied = position + line.TrimEnd('\r').Length;
                }
            }
            else
            {
                afterHeader = EndsInBlockHeader(line.TrimEnd());
            }

            position += line.Length + 1;
        }

        return prepared is null ? text : prepared.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>The number of the first line that has a tab in its indentation; null when there is none.</summary>
    public static int? FirstTabIndentation(string text)
    {
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (line.TrimStart(' ') is ['\t', ..] && !line.IsWhiteSpace())
            {
                return number;
            }
        }

        return null;
    }

    /// <summary>The place, or the end of the text's last line when it lies behind it, as the scanner's end does.</summary>
    public static (int Line, int Column) Within(string text, int line, int column)
    {
        var body = text.AsSpan().TrimEnd();
        var lines = body.Count('\n') + 1;
        return line <= lines ? (line, column) : (lines, body.Length - body.LastIndexOf('\n'));
    }

    // An indentation indicator (a digit) makes longer lines of spaces part of the text.
    private static bool EndsInBlockHeader(ReadOnlySpan<char> line)
    {
        var header = line is [.., '+' or '-'] ? line[..^1] : line;
        return header is [.., '|' or '>'];
    }
}
