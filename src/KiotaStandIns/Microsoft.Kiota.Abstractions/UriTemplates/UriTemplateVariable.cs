using System.Globalization;

namespace Microsoft.Kiota.Abstractions.UriTemplates;

/// <summary>A variable of an expression (RFC 6570, section 2.3 and 2.4).</summary>
/// <param name="Name">The name, percent-encoded as it stands in the template.</param>
/// <param name="Prefix">How many characters of the value are used; null for all.</param>
/// <param name="Explode">Whether each item of a list or map is written on its own.</param>
internal readonly record struct UriTemplateVariable(string Name, int? Prefix, bool Explode)
{
    private const int LongestPrefix = 9999;

    /// <summary>Reads a variable with its modifier.</summary>
    /// <exception cref="ArgumentException">It has no name, or a prefix that is not a number from 1 to 9999.</exception>
    public static UriTemplateVariable Read(ReadOnlySpan<char> text)
    {
        var explode = text.EndsWith("*");
        var name = explode ? text[..^1] : text;
        int? prefix = null;
        if (name.IndexOf(':') is var colon and >= 0)
        {
            if (explode
                || !int.TryParse(name[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var length)
                || length is 0 or > LongestPrefix)
            {
                throw new ArgumentException($"The URL template's variable '{text}' has a prefix that is not a number from 1 to {LongestPrefix}.");
            }

            prefix = length;
            name = name[..colon];
        }

        if (name.IsEmpty || name.ContainsAny('*', '{', ' '))
        {
            throw new ArgumentException($"The URL template has the malformed variable '{text}'.");
        }

        return new UriTemplateVariable(name.ToString(), prefix, explode);
    }
}
