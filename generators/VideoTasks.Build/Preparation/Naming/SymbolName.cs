using System.Globalization;

namespace VideoTasks.Build.Preparation.Naming;

/// <summary>Whether Kiota makes a C# name of a text of the document.</summary>
internal static class SymbolName
{
    // Kiota takes these out of a name, and blanks; the letter behind one becomes a capital.
    private const string Removed = "\"!#$%&'()*,./:;<=>?@[\\]^`’{}|~-";

    // A text of nothing but these is spelled out: * is Asterisk.
    private const string Spelled = "!\"#$%&'()*+,-_./\\:;<=>?~@";

    // Members that each class has already. Kiota knows of more, and renames those itself.
    private static readonly HashSet<string> Members = new(
        [
            "CONSTRUCTOR",
            "CREATEFROMDISCRIMINATORVALUE",
            "GETHASHCODE",
            "GETTYPE",
            "MEMBERWISECLONE",
            "REFERENCEEQUALS",
            "TOSTRING"], StringComparer.Ordinal);

    // Members that each builder has already.
    private static readonly HashSet<string> BuilderMembers = new(
        [
            "CONSTRUCTOR",
            "GETHASHCODE",
            "GETTYPE",
            "MEMBERWISECLONE",
            "PATHPARAMETERS",
            "REFERENCEEQUALS",
            "REQUESTADAPTER",
            "TOSTRING",
            "URLTEMPLATE"],
        StringComparer.Ordinal);

    // Kiota escapes them in the names of members, not of arguments.
    private static readonly HashSet<string> Keywords = new(
        [
            "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal", "default",
            "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for", "foreach", "goto",
            "if",
            "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null", "object", "operator", "out",
            "override",
            "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc", "static",
            "string",
            "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "virtual",
            "void",
            "volatile", "while",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a member can be called so.</summary>
    public static bool IsUsable(string text) =>
        IsWord(text) ? !Members.Contains(Letters(text)) : text.Length > 0 && text.All(static c => Spelled.Contains(c));

    /// <summary>Whether a segment of a path can be called so, of which Kiota looks at what stands between dots.</summary>
    public static bool IsUsableSegment(string text) => IsWord(text)
        ? !BuilderMembers.Contains(Letters(text))
        : text.Length > 0 && text.All(static c => c != '.' && Spelled.Contains(c));

    /// <summary>Whether a query parameter can be called so: Kiota takes what isn't ASCII out of its name.</summary>
    public static bool IsUsableQuery(string text) => text.FirstOrDefault(char.IsAsciiLetterOrDigit) is var first && char.IsAsciiLetter(first)
        && !Members.Contains(Letters(string.Concat(text.Where(char.IsAsciiLetterOrDigit))));

    /// <summary>Whether a parameter of a method can be called so.</summary>
    public static bool IsUsableArgument(string text) =>
        IsUsableQuery(text) && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
        && text[0] is not '_' && !Keywords.Contains(text);

    /// <summary>A text like the given one of which Kiota makes a name.</summary>
    public static string From(string text)
    {
        var usable = string.Concat(text.Select(static c => IsPart(c) || c is '-' or '.' ? c : '_')).Trim('_', '-', '.');
        return IsWord(usable) ? usable : "word" + string.Concat(usable.Where(IsPart));
    }

    /// <summary>The letters and digits of a text as capitals, which is what makes two names the same member.</summary>
    public static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static bool IsWord(string text)
    {
        var kept = string.Concat(text.Where(static c => c != '+' && !Removed.Contains(c) && !char.IsWhiteSpace(c))).TrimStart('_');
        return kept.Length > 0
            && kept.All(IsPart)
            && (IsStart(kept[0]) || (char.IsAsciiDigit(kept[0]) && kept.TakeWhile(char.IsDigit).All(char.IsAsciiDigit)));
    }

    private static bool IsStart(char character) => char.IsLetter(character) || char.GetUnicodeCategory(character) == UnicodeCategory.LetterNumber;

    private static bool IsPart(char character) => IsStart(character) || char.GetUnicodeCategory(character) is UnicodeCategory.DecimalDigitNumber
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.Format;
}
