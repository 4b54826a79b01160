using Microsoft.CodeAnalysis;

namespace VideoTasks.SourceGenerator.Clients;

/// <summary>What the types of a typed client are.</summary>
internal static class SymbolExtensions
{
    public static string Global(this ITypeSymbol type) =>
        type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

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

    /// <summary>The public methods of a type with a name, those that are not obsolete first.</summary>
    public static IEnumerable<IMethodSymbol> Methods(this ITypeSymbol type, Func<string, bool> name) =>
        type.GetMembers().OfType<IMethodSymbol>()
            .Where(m => m.DeclaredAccessibility == Accessibility.Public && !m.IsStatic && name(m.Name))
            .OrderBy(IsObsolete);

    public static bool IsObsolete(this ISymbol symbol) => symbol.GetAttributes().Any(a => a.AttributeClass?.Name == "ObsoleteAttribute");

    /// <summary>The type without <c>?</c> of a value type.</summary>
    public static ITypeSymbol Bare(this ITypeSymbol type) => type.IsNullableValue() ? ((INamedTypeSymbol)type).TypeArguments[0] : type;

    public static bool IsNullableValue(this ITypeSymbol type) => type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    public static bool IsText(this ITypeSymbol type) => type.SpecialType == SpecialType.System_String;

    /// <summary>The type of the items of a list; null when the type is none.</summary>
    public static ITypeSymbol? Items(this ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol
        {
            IsGenericType: true, TypeArguments.Length: 1, Name: "List" or "IList" or "IEnumerable" or "ICollection" or "IReadOnlyList",
        } list
            => list.TypeArguments[0],
        _ => null,
    };

    public static bool Implements(this ITypeSymbol type, string interfaceName) => type.AllInterfaces.Any(i => i.Name == interfaceName);

    /// <summary>Whether a type is a model that Kiota can read.</summary>
    public static bool IsModel(this ITypeSymbol type) => type is { TypeKind: TypeKind.Class, IsAbstract: false } && type.Implements("IParsable");

    /// <summary>Whether a type holds one of several alternatives, each in a property of its own.</summary>
    public static bool IsComposed(this ITypeSymbol type) => type.Implements("IComposedTypeWrapper");

    public static bool HasPublicConstructor(this ITypeSymbol type, Func<IMethodSymbol, bool> fits) =>
        type is INamedTypeSymbol named && named.InstanceConstructors.Any(c => c.DeclaredAccessibility == Accessibility.Public && fits(c));

    public static bool Is(this ITypeSymbol type, string name) => type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat) == name;
}
