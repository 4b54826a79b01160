using System.Globalization;
using System.Text;
using VideoTasks.SourceGenerator.Model;

namespace VideoTasks.SourceGenerator.Parsing;

/// <summary>A line of a vendor description with the lines that are indented below it.</summary>
internal sealed class DescriptionRecord(string keyword)
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public string Keyword { get; } = keyword;

    public List<DescriptionRecord> Children { get; } = [];

    public string? this[string name] => _values.TryGetValue(name, out var value) ? value : null;

    /// <summary>The place in <c>at="file:line:column"</c>.</summary>
    public PlaceModel? Place
    {
        get
        {
            var parts = this["at"]?.Split(':');
            return parts is { Length: 3 } && TryNumber(parts[0], out var file) && TryNumber(parts[1], out var line) && TryNumber(parts[2], out var column)
                ? new PlaceModel(file, line, column)
                : null;
        }
    }

    public IEnumerable<DescriptionRecord> Named(string keyword) => Children.Where(c => c.Keyword == keyword);

    /// <summary>Reads a description; false, with the line, at the first line that is no record.</summary>
    public static bool TryParse(string text, out DescriptionRecord root, out int badLine)
    {
        root = new DescriptionRecord("");
        var open = new List<DescriptionRecord> { root };
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            var content = line.TrimEnd('\r');
            if (content.Trim().Length == 0)
            {
                continue;
            }

            var indent = content.Length - content.TrimStart(' ').Length;
            var depth = indent / 2;
            if (indent % 2 != 0 || depth >= open.Count || !TryParseLine(content, indent, out var record))
            {
                badLine = number;
                return false;
            }

            open.RemoveRange(depth + 1, open.Count - depth - 1);
            open[depth].Children.Add(record);
            open.Add(record);
        }

        badLine = 0;
        return true;
    }

    private static bool TryNumber(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static bool TryParseLine(string line, int at, out DescriptionRecord record)
    {
        var end = NameEnd(line, at);
        record = new DescriptionRecord(line.Substring(at, end - at));
        var ok = end > at;
        at = end;
        while (ok && at < line.Length)
        {
            ok = line[at] == ' ' && (end = NameEnd(line, at + 1)) > at + 1 && end + 1 < line.Length && line[end] == '=' && line[end + 1] == '"';
            if (ok)
            {
                var name = line.Substring(at + 1, end - at - 1);
                at = end + 2;
                ok = TryReadValue(line, ref at, out var value);
                record._values[name] = value;
            }
        }

        return ok;
    }

    private static int NameEnd(string line, int at)
    {
        while (at < line.Length && (char.IsLetterOrDigit(line[at]) || line[at] == '-'))
        {
            at++;
        }

        return at;
    }

    private static bool TryReadValue(string line, ref int at, out string value)
    {
        var text = new StringBuilder();
        for (; at < line.Length; at++)
        {
            var c = line[at];
            if (c == '"')
            {
                at++;
                value = text.ToString();
                return true;
            }

            if (c != '\\')
            {
                text.Append(c);
                continue;
            }

            at++;
            switch (at < line.Length ? line[at] : '\0')
            {
                case '"' or '\\':
                    text.Append(line[at]);
                    break;
                case 'n':
                    text.Append('\n');
                    break;
                case 'u' when at + 4 < line.Length && ushort.TryParse(line.Substring(at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                    text.Append((char)code);
                    at += 4;
                    break;
                default:
                    value = "";
                    return false;
            }
        }

        value = "";
        return false;
    }
}
