using System.Text.RegularExpressions;

namespace VideoTasks.Build.Documents.Overlays.JsonPaths;

/// <summary>I-Regexp (RFC 9485) on .NET's engine that needs linear time.</summary>
internal static class RegularExpressions
{
    public static bool IsMatch(string text, string pattern, bool isWhole)
    {
        try
        {
            return Regex.IsMatch(
                text,
                isWhole ? $@"\A(?:{pattern})\z" : pattern,
                RegexOptions.NonBacktracking | RegexOptions.CultureInvariant,
                TimeSpan.FromSeconds(1));
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException or RegexMatchTimeoutException)
        {
            // The RFC: an argument that is no regular expression matches nothing.
            return false;
        }
    }
}
