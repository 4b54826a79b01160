using Microsoft.CodeAnalysis;
using VideoTasks.Vocabulary;

namespace VideoTasks.SourceGenerator.Clients;

/// <summary>Finds the property that Kiota has made of a name of the document.</summary>
internal static class MemberNames
{
    private static readonly string[] Digits = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    // What Kiota adds to a name that C#, the class or a base class has already.
    private static readonly string[] MemberSuffixes = ["prop", "property", "escaped"];
    private static readonly string[] SegmentSuffixes = [.. MemberSuffixes, "path"];

    /// <summary>A segment of a JSON Pointer as the name that it stands for (RFC 6901 §4).</summary>
    public static string Unescape(string segment) => segment.Replace("~1", "/").Replace("~0", "~");

    /// <summary>The property that holds a member of a model.</summary>
    public static PropertyMatch OfMember(ITypeSymbol model, string name) => Find(model, name, MemberSuffixes);

    /// <summary>The property that leads to a segment of a path.</summary>
    public static PropertyMatch OfSegment(ITypeSymbol builder, string segment) => Find(builder, segment, SegmentSuffixes);

    private static PropertyMatch Find(ITypeSymbol type, string name, string[] suffixes)
    {
        var normalized = NameComparer.Normalize(name);
        var wanted = SpellLeadingDigits(normalized);
        var qualified = NameComparer.Normalize(type.Name) + wanted;
        var found = new List<IPropertySymbol>();
        foreach (var property in type.Properties().Where(p => !p.IsIndexer))
        {
            var candidate = NameComparer.Normalize(property.Name);
            if (candidate == normalized || candidate == wanted || suffixes.Any(s => candidate == wanted + s) || IsNumbered(candidate, qualified))
            {
                found.Add(property);
            }
        }

        return new(found.Count == 1 ? found[0] : null, found.Count > 1);
    }

    // Of names that are equal for Kiota, the second gets the name of the class before it, and the third a number as well.
    private static bool IsNumbered(string candidate, string name) =>
        candidate.StartsWith(name, StringComparison.Ordinal) && candidate.Skip(name.Length).All(char.IsDigit);

    // A name of C# can't begin with a digit: Kiota's clients have TwoTwo for 2.2.
    private static string SpellLeadingDigits(string normalized)
    {
        var digits = normalized.TakeWhile(c => c is >= '0' and <= '9').Count();
        return string.Concat(normalized.Take(digits).Select(c => Digits[c - '0'])) + normalized.Substring(digits);
    }
}

/// <summary>What was found for a name.</summary>
/// <param name="Single">The property; null when there is none, or when it can't be told which it is.</param>
/// <param name="IsAmbiguous">Whether the document has names that Kiota can't tell apart.</param>
internal readonly record struct PropertyMatch(IPropertySymbol? Single, bool IsAmbiguous);
