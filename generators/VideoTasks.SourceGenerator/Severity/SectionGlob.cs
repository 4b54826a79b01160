using System.Text;
using System.Text.RegularExpressions;

namespace VideoTasks.SourceGenerator.Severity;

/// <summary>The patterns of an .editorconfig's sections: <c>*</c>, <c>**</c>, <c>?</c>, <c>[a-z]</c> and <c>{a,b}</c>.</summary>
internal static class SectionGlob
{
    public static bool Matches(string section, string relativePath)
    {
        var pattern = section.StartsWith("/", StringComparison.Ordinal) ? section.Substring(1) : section;
        var anywhere = section.IndexOf('/') < 0;
        return Regex.IsMatch(
            relativePath, "^" + (anywhere ? "(?:.*/)?" : "") + ToRegex(pattern) + "$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }

    private static string ToRegex(string glob)
    {
        var regex = new StringBuilder();
        var depth = 0;
        for (var i = 0; i < glob.Length; i++)
        {
            switch (glob[i])
            {
                case '*' when i + 1 < glob.Length && glob[i + 1] == '*':
                    regex.Append(".*");
                    i++;
                    break;
                case '*':
                    regex.Append("[^/]*");
                    break;
                case '?':
                    regex.Append("[^/]");
                    break;
                case '[' when glob.IndexOf(']', i) is > 0 and var end:
                    regex.Append('[')
                        .Append(glob.Substring(i + 1, end - i - 1).Replace("!", "^").Replace("\\", "\\\\").Replace("[", "\\["))
                        .Append(']');
                    i = end;
                    break;
                case '{' when glob.IndexOf('}', i) > 0:
                    regex.Append("(?:");
                    depth++;
                    break;
                case '}' when depth > 0:
                    regex.Append(')');
                    depth--;
                    break;
                case ',' when depth > 0:
                    regex.Append('|');
                    break;
                default:
                    regex.Append(Regex.Escape(glob[i].ToString()));
                    break;
            }
        }

        return regex.ToString();
    }
}
