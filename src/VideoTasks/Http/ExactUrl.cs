using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace VideoTasks.Http;

/// <summary>
/// URLs that go out as they were written: a signature covers each byte, and <see cref="Uri"/> writes <c>%7E</c>, <c>%41</c> and <c>%2d</c> in another
/// way.
/// </summary>
internal static class ExactUrl
{
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    /// <summary>The same URL, with its path and query as they were written; only what no request line can hold is escaped.</summary>
    public static Uri Create(Uri url)
    {
        var (_, path) = Split(url.OriginalString);
        if (path is null)
        {
            return url;
        }

        return With(url, path);
    }

    /// <summary>The URL that a reference leads to, its path and query as they were written; false when it leads to none.</summary>
    public static bool TryResolve(Uri from, string reference, [NotNullWhen(true)] out Uri? url)
    {
        reference = reference.Trim();
        if (!Uri.TryCreate(from, reference, out url))
        {
            return false;
        }

        // A path that does not begin with a slash is made from that of the base.
        var text = reference.StartsWith("//", StringComparison.Ordinal) ? $"{url.Scheme}:{reference}"
            : reference.StartsWith('/') ? url.GetLeftPart(UriPartial.Authority) + reference
            : reference;
        if (text.StartsWith(url.Scheme + "://", StringComparison.OrdinalIgnoreCase)
            && url.Scheme is "http" or "https"
            && Split(text).Path is { } path)
        {
            url = With(url, path);
        }

        return true;
    }

    /// <summary>The scheme with the authority, and the path with the query, as they were written; no path for what is no such URL.</summary>
    public static (string Authority, string? Path) Split(string text)
    {
        text = text.Trim();
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0)
        {
            return (text, null);
        }

        var fragment = text.IndexOf('#', StringComparison.Ordinal);
        text = fragment < 0 ? text : text[..fragment];
        var path = text.AsSpan(scheme + 3).IndexOfAny('/', '?', '\\');
        return path < 0
            ? (text, "/")
            : (text[..(scheme + 3 + path)], text[scheme + 3 + path] == '?' ? "/" + text[(scheme + 3 + path)..] : text[(scheme + 3 + path)..]);
    }

    private static Uri With(Uri url, string path)
    {
        var escaped = Escape(path);
        return escaped == url.PathAndQuery && url.Fragment.Length == 0 ? url : new Uri(url.GetLeftPart(UriPartial.Authority) + escaped, AsWritten);
    }

    private static string Escape(string text)
    {
        if (!text.Any(MustBeEscaped) && !text.Contains('%', StringComparison.Ordinal))
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var length = char.IsSurrogatePair(text, i) ? 2 : 1;
            if (MustBeEscaped(text[i]) || (text[i] == '%' && !IsEscape(text, i)))
            {
                escaped.Append(text[i] == '\\' ? "/" : Uri.EscapeDataString(text.AsSpan(i, length)));
                i += length - 1;
            }
            else
            {
                escaped.Append(text[i]);
            }
        }

        return escaped.ToString();
    }

    private static bool MustBeEscaped(char letter) => letter is <= ' ' or > '~' or '"' or '<' or '>' or '\\' or '^' or '`' or '{' or '|' or '}';

    private static bool IsEscape(string text, int at) =>
        at + 2 < text.Length && char.IsAsciiHexDigit(text[at + 1]) && char.IsAsciiHexDigit(text[at + 2]);
}
