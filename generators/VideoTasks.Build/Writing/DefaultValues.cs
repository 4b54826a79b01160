using System.Globalization;
using VideoTasks.Build.Model;
using VideoTasks.Build.Naming;
using VideoTasks.Build.Refining;

namespace VideoTasks.Build.Writing;

/// <summary>What constructors set.</summary>
internal static class DefaultValues
{
    /// <summary>The expression; null where the type can't hold the document's default.</summary>
    public static string? Of(Property property) => property.Kind switch
    {
        PropertyKind.AdditionalData => "new global::System.Collections.Generic.Dictionary<string, object>()",
        PropertyKind.BackingStore => $"{TypeNames.Abstractions}Store.BackingStoreFactorySingleton.Instance.CreateBackingStore()",
        _ when property.DefaultText is { } text && property.Type is NamedType { Collection: CollectionKind.None } type => Of(type, text),
        _ => null,
    };

    private static string? Of(NamedType type, string text) => type switch
    {
        { Declaration: EnumDeclaration declaration } => EnumValue(declaration, text),
        { Declaration: not null } => null,
        { Name: "string" } => Escaping.Literal(text),
        { Name: "boolean" } => bool.TryParse(text, out var value) ? value ? "true" : "false" : null,
        { Name: "Guid" } => Guid.TryParse(text, out _) ? $"global::System.Guid.Parse({Escaping.Literal(text)})" : null,
        { Name: "DateTimeOffset" } => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _)
            ? $"global::System.DateTimeOffset.Parse({Escaping.Literal(text)}, global::System.Globalization.CultureInfo.InvariantCulture)"
            : null,
        { Name: "Date" } => DateTime.TryParse(text, CultureInfo.InvariantCulture, out _)
            ? $"new {TypeNames.Abstractions}Date(global::System.DateTime.Parse({Escaping.Literal(text)}, global::System.Globalization.CultureInfo.InvariantCulture))"
            : null,
        { Name: "Time" } => DateTime.TryParse(text, CultureInfo.InvariantCulture, out _)
            ? $"new {TypeNames.Abstractions}Time(global::System.DateTime.Parse({Escaping.Literal(text)}, global::System.Globalization.CultureInfo.InvariantCulture))"
            : null,
        _ => null,
    };

    private static string? EnumValue(EnumDeclaration declaration, string text)
    {
        var name = Identifiers.Valid(Symbols.UpperFirst(Symbols.Clean(text.Trim('"'))));
        return declaration.Options.Exists(o => o.Name.Equals(name, StringComparison.Ordinal)) ? $"{declaration.QualifiedName}.{Identifiers.Escaped(name)}" : null;
    }
}
