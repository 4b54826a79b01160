using System.Text;
using System.Text.RegularExpressions;
using VideoTasks.Build.Recognition.Schemas;

namespace VideoTasks.Build.Naming;

/// <summary>Turns names of a document into names of code, the way Kiota does: what differs here differs in everyone's code.</summary>
internal static partial class Symbols
{
    private static readonly string[] Digits = ["Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];

    private static readonly (char Symbol, string Word)[] SpelledSymbols =
    [
        ('!', "Exclamation"), ('"', "DoubleQuote"), ('#', "Pound"), ('$', "Dollar"), ('%', "Percent"), ('&', "Ampersand"),
        ('\'', "Apostrophe"), ('(', "LeftParenthesis"), (')', "RightParenthesis"), ('*', "Asterisk"), ('+', "Plus"), (',', "Comma"),
        ('-', "Hyphen"), ('_', "Underscore"), ('.', "Period"), ('/', "Slash"), ('\\', "BackSlash"), (':', "Colon"), (';', "SemiColon"),
        ('<', "LessThan"), ('=', "Equal"), ('>', "GreaterThan"), ('?', "QuestionMark"), ('~', "Tilde"), ('@', "At"),
    ];

    public static string UpperFirst(string? text) =>
        string.IsNullOrEmpty(text) ? "" : char.IsUpper(text[0]) ? text : char.ToUpperInvariant(text[0]) + text[1..];

    public static string LowerFirst(string? text) =>
        string.IsNullOrEmpty(text) ? "" : char.IsLower(text[0]) ? text : char.ToLowerInvariant(text[0]) + text[1..];

    /// <summary>Joins the parts between the separators, each but the first starting in upper case.</summary>
    public static string CamelCase(string? text, params ReadOnlySpan<char> separators)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var result = new StringBuilder(text.Length);
        foreach (var part in text.AsSpan().SplitAny(separators))
        {
            var chunk = text[part];
            if (chunk.Length > 0)
            {
                result.Append(result.Length == 0 ? chunk : UpperFirst(chunk));
            }
        }

        return result.ToString();
    }

    public static string PascalCase(string text, params ReadOnlySpan<char> separators) => UpperFirst(CamelCase(text, separators));

    /// <summary>Removes what no name can hold; a letter after a removed character becomes upper case, leading digits become words.</summary>
    public static string Clean(string? original)
    {
        if (string.IsNullOrEmpty(original))
        {
            return "";
        }

        var result = original.StartsWith('-') ? "minus_" + original[1..] : original;
        result = result.Replace("+", "_plus_", StringComparison.Ordinal).TrimStart('_');
        result = InvalidCharacters().Replace(result, static match => UpperFirst(match.Groups["next"].Value));
        result = SpellLeadingDigits(result);
        if (result.EndsWith("minus_", StringComparison.Ordinal))
        {
            result = result[..^1];
        }

        if (result.StartsWith("_plus", StringComparison.Ordinal))
        {
            result = result[1..];
        }

        if (result.EndsWith("plus_", StringComparison.Ordinal))
        {
            result = result[..^1];
        }

        return result.Length > 0 ? result : SpellSymbols(original);
    }

    private static string SpellLeadingDigits(string text)
    {
        if (text.Length == 0 || !char.IsAsciiDigit(text[0]))
        {
            return text;
        }

        var result = new StringBuilder();
        var index = 0;
        for (; index < text.Length && char.IsDigit(text[index]); index++)
        {
            result.Append(char.IsAsciiDigit(text[index]) ? Digits[text[index] - '0'] : text[index].ToString());
        }

        return result.Append(text, index, text.Length - index).ToString();
    }

    private static string SpellSymbols(string original)
    {
        var result = original;
        foreach (var (symbol, word) in SpelledSymbols)
        {
            if (original.Contains(symbol, StringComparison.Ordinal))
            {
                result = result.Replace(symbol.ToString(), word, StringComparison.Ordinal);
            }
        }

        return result;
    }

    [GeneratedRegex(@"[""\s!#$%&'()*,./:;<=>?@\[\]\\^`’{}|~-](?<next>\w)?", RegexOptions.Singleline, 2000)]
    private static partial Regex InvalidCharacters();
}
