using Microsoft.CodeAnalysis;

namespace VideoTasks.SourceGenerator.Clients;

/// <summary>How names of a document and names of its typed client are compared, and what the client's types are.</summary>
internal static class SymbolNames
{
    private static readonly string[] Digits = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    /// <summary>Lower case, letters and digits only, as the client generator squashes names too.</summary>
    public static string Squash(string name) => string.Concat(name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    public static string Global(this ITypeSymbol type) => type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    /// <summary>The public properties of a type and its bases, the nearest first.</summary>
    public static IEnumerable<IPropertySymbol> Properties(this ITypeSymbol? type)
    {
        for (var current = type; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                if (member is IPropertySymbol { DeclaredAccessibility: Accessibility.Public, IsStatic: false } property)
                {
                    yield return property;
                }
            }
        }
    }

    /// <summary>The property of a member on the wire; a client renames some (<c>error</c> of a class Error is ErrorProp).</summary>
    public static IPropertySymbol? Find(ITypeSymbol type, string wireName)
    {
        var wanted = Squash(wireName);
        var spelled = SpellLeadingDigits(wanted);
        IPropertySymbol? renamed = null;
        foreach (var property in type.Properties())
        {
            if (property.IsIndexer)
            {
                continue;
            }

            var name = Squash(property.Name);
            if (name == wanted || name == spelled)
            {
                return property;
            }

            renamed ??= name == wanted + "prop" || name == wanted + "property" || name == wanted + "escaped" || name == "escaped" + wanted ? property : null;
        }

        return renamed;
    }

    // A name of C# can't begin with a digit: Kiota's clients have TwoTwo for 2.2.
    private static string SpellLeadingDigits(string squashed)
    {
        var digits = squashed.TakeWhile(c => c is >= '0' and <= '9').Count();
        return string.Concat(squashed.Take(digits).Select(c => Digits[c - '0'])) + squashed.Substring(digits);
    }

    /// <summary>The type without <c>?</c> of a value type.</summary>
    public static ITypeSymbol Bare(this ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    /// <summary>The type of the items of a list; null when the type is none.</summary>
    public static ITypeSymbol? Items(this ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { IsGenericType: true, TypeArguments.Length: 1, Name: "List" or "IList" or "IEnumerable" or "ICollection" or "IReadOnlyList" } list => list.TypeArguments[0],
        _ => null,
    };

    public static bool Implements(this ITypeSymbol type, string interfaceName) => type.AllInterfaces.Any(i => i.Name == interfaceName);

    public static bool Is(this ITypeSymbol type, string name) => type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat) == name;
}
