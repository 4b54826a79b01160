using Microsoft.CodeAnalysis;
using VideoTasks.Build.Description.Format;
using VideoTasks.SourceGenerator.Model;
using VideoTasks.Vocabulary;

namespace VideoTasks.SourceGenerator.Clients;

/// <summary>Finds the query parameters of an operation that take a value of the call, and their typed properties.</summary>
internal static class QueryBinder
{
    private const string Variant = "variant";

    /// <param name="operation">The operation.</param>
    /// <param name="typed">The type of the typed query parameters; null to set them all by name.</param>
    public static EquatableArray<BoundQuery> Bind(DescribedOperation operation, ITypeSymbol? typed) =>
        new(Values(operation).Select(value => Bind(value.Name, value.Value, typed)));

    /// <summary>
    /// Whether Kiota's URL template makes the URL that is wanted: it writes a required query parameter even without a value, and gives one that is
    /// called like a parameter of the path that one's value.
    /// </summary>
    public static bool FitsTemplate(DescribedOperation operation)
    {
        var given = operation.Parameters.Where(p => p is { Location: ParameterLocation.Query, Value: not null }).Select(p => p.Name)
            .Concat(Values(operation).Where(v => v.Value == CallValue.Id).Select(v => v.Name));
        return !operation.Queries.Any(q => (q.IsRequired && !given.Contains(q.Name)) || operation.Path.Contains($"{{{q.Name}}}"));
    }

    private static IEnumerable<(string Name, CallValue Value)> Values(DescribedOperation operation)
    {
        if (operation.Id is { Location: ParameterLocation.Query } id)
        {
            yield return (id.Name, CallValue.Id);
        }

        if (operation.Role == VideoRole.Content && operation.Queries.FirstOrDefault(q => NameComparer.Normalize(q.Name) == Variant) is { } variant)
        {
            yield return (variant.Name, CallValue.Variant);
        }

        if (operation.Paging?.Size is { } size)
        {
            yield return (size, CallValue.Limit);
        }

        if (operation.Paging?.Next is { } next)
        {
            yield return (next, operation.Paging.Style == PagingStyle.Cursor ? CallValue.After : CallValue.Position);
        }
    }

    private static BoundQuery Bind(string name, CallValue value, ITypeSymbol? typed)
    {
        var isNumber = value is CallValue.Limit or CallValue.Position;
        var property = typed.Properties()
            .FirstOrDefault(p => WireName(p) == name && p.SetMethod is not null && !p.IsObsolete() && Takes(p.Type, isNumber));
        return new(name, value, property?.Name, property?.Type.Items() is not null);
    }

    // Kiota leaves the attribute out where both names are the same.
    private static string WireName(IPropertySymbol property)
    {
        var attribute = property.GetAttributes().FirstOrDefault(a => a.AttributeClass?.Name == "QueryParameterAttribute");
        return Uri.UnescapeDataString(attribute?.ConstructorArguments.FirstOrDefault().Value as string ?? property.Name);
    }

    private static bool Takes(ITypeSymbol type, bool isNumber) => isNumber
        ? type.Bare().SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Double
        : type.IsText() || (type is IArrayTypeSymbol && type.Items()!.IsText());
}
