using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KiotaStandIns.Tests;

/// <summary>Lists an assembly's public API, a member a line, in the form that PublicAPI.txt files have.</summary>
internal static class PublicApiListing
{
    private static readonly SymbolDisplayFormat Format = new(
        globalNamespaceStyle: SymbolDisplayGlobalNamespaceStyle.OmittedAsContaining,
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeContainingType
            | SymbolDisplayMemberOptions.IncludeExplicitInterface | SymbolDisplayMemberOptions.IncludeModifiers
            | SymbolDisplayMemberOptions.IncludeConstantValue,
        parameterOptions: SymbolDisplayParameterOptions.IncludeExtensionThis | SymbolDisplayParameterOptions.IncludeParamsRefOut
            | SymbolDisplayParameterOptions.IncludeType
            | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
            | SymbolDisplayMiscellaneousOptions.IncludeNotNullableReferenceTypeModifier);

    public static IReadOnlySet<string> Of(string assemblyPath)
    {
        var frameworkFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var references = Directory.GetFiles(frameworkFolder, "System*.dll")
            .Append(assemblyPath).Select(static path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create("listing", references: references);
        var assembly = (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(compilation.References.Last())!;
        return TypesIn(assembly.GlobalNamespace).SelectMany(LinesOf).ToHashSet(StringComparer.Ordinal);
    }

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol container) => container.GetMembers()
        .OfType<INamespaceOrTypeSymbol>()
        .SelectMany(static member => member is INamedTypeSymbol type
            ? IsVisible(type) ? TypesIn(type).Prepend(type) : []
            : TypesIn(member));

    private static IEnumerable<string> LinesOf(INamedTypeSymbol type)
    {
        yield return type.ToDisplayString(Format);
        foreach (var member in type.GetMembers().Where(IsVisible))
        {
            var valueType = member switch
            {
                IMethodSymbol { MethodKind: MethodKind.Constructor } when type.TypeKind is TypeKind.Delegate or TypeKind.Enum => null,
                IMethodSymbol { Name: "BeginInvoke" or "EndInvoke" } when type.TypeKind is TypeKind.Delegate => null,
                IMethodSymbol method => method.ReturnType,
                IFieldSymbol { Name: "value__" } => null,
                IFieldSymbol field => field.Type,
                _ => null,
            };
            if (valueType is not null)
            {
                yield return $"{member.ToDisplayString(Format)} -> {valueType.ToDisplayString(Format)}";
            }
        }
    }

    private static bool IsVisible(ISymbol symbol) => symbol.DeclaredAccessibility switch
    {
        Accessibility.Public => true,
        Accessibility.Protected or Accessibility.ProtectedOrInternal => true,
        _ => false,
    };
}
