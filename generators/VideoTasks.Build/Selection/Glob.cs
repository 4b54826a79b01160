using System.Text;
using System.Text.RegularExpressions;

namespace VideoTasks.Build.Selection;

/// <summary>A pattern of paths: * and ? within a segment, ** for any number of segments, [abc] [a-z] [!abc].</summary>
internal sealed class Glob
{
    private readonly Regex _pattern;

    private Glob(Regex pattern) => _pattern = pattern;

    public static Glob Parse(string pattern)
    {
        var expression = new StringBuilder("^");
        for (var i = 0; i < pattern.Length; i++)
        {
            i = Append(pattern, i, expression);
        }

        return new Glob(new Regex(expression.Append('$').ToString(), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking));
    }

    public bool IsMatch(string path) => _pattern.IsMatch(path);

    private static int Append(string pattern, int index, StringBuilder expression)
    {
        var character = pattern[index];
        if (character == '*' && index + 1 < pattern.Length && pattern[index + 1] == '*')
        {
            // "/**" at the end also means the path itself with nothing after it; "**/" may mean no segment at all.
            var next = index + 2;
            if (next < pattern.Length && pattern[next] is '/' or '\\')
            {
                expression.Append("(?:.*[/\\\\])?");
                return next;
            }

            expression.Append(".*");
            return next - 1;
        }

        if (character == '[' && pattern.IndexOf(']', index + 1) is var end and > 0)
        {
            var set = pattern[(index + 1)..end];
            var isNegated = set.StartsWith('!');
            var characters = (isNegated ? set[1..] : set).Replace(@"\", @"\\", StringComparison.Ordinal).Replace("^", @"\^", StringComparison.Ordinal);
            if (characters.Length > 0)
            {
                expression.Append('[').Append(isNegated ? "^" : "").Append(characters).Append(']');
                return end;
            }
        }

        expression.Append(character switch
        {
            '*' => @"[^/\\]*",
            '?' => @"[^/\\]",
            '/' or '\\' => @"[/\\]",
            _ => Regex.Escape(character.ToString()),
        });
        return index;
    }
}
