using Microsoft.CodeAnalysis;
using VideoTasks.Build.Description.Format;
using VideoTasks.SourceGenerator.Model;
using VideoTasks.Vocabulary;

namespace VideoTasks.SourceGenerator.Clients;

/// <summary>Finds the properties of a typed body that hold the members which a request sends.</summary>
internal sealed class BodyBinder(EnumCollector enums)
{
    /// <summary>The typed body; null when the method can't be given one that is sent as the document wants it.</summary>
    /// <param name="shape">The method that takes the body.</param>
    /// <param name="operation">The operation.</param>
    public TypedBody? Bind(MethodShape shape, DescribedOperation operation)
    {
        if (shape.Body is not { } type || shape.TakesMediaType)
        {
            return null;
        }

        if (type.Name == "MultipartBody")
        {
            return new(type.Global(), IsMultipart: true, new([]), new([]));
        }

        if (!type.IsModel()
            || type.IsComposed()
            || !type.HasPublicConstructor(c => c.Parameters.Length == 0)
            || (operation.Role.StartsTask() && !IsOpen(type)))
        {
            return null;
        }

        var members = new List<BodyMember>();
        foreach (var name in Members(operation))
        {
            var property = MemberNames.OfMember(type, name);
            if (property.IsAmbiguous)
            {
                return null;
            }

            if (property.Single is { } single && Bind(name, single) is { } member)
            {
                members.Add(member);
            }
        }

        return new(type.Global(), IsMultipart: false, new(members), new(Properties(type)));
    }

    // What a caller adds goes into the additional data; a backing store sends a property that was emptied beside it.
    private static bool IsOpen(ITypeSymbol type) => type.Implements("IAdditionalDataHolder") && !type.Implements("IBackedModel");

    private static IEnumerable<string> Members(DescribedOperation operation)
    {
        var pointers = operation.Request.Where(r => r.IsSent).Select(r => r.Pointer);
        var members = pointers.Select(p => MemberNames.Unescape(p.Split('/').ElementAtOrDefault(1) ?? ""));
        return (operation.Id is { Location: ParameterLocation.Body } id ? members.Concat([id.Name]) : members).Distinct();
    }

    private BodyMember? Bind(string name, IPropertySymbol property)
    {
        var type = property.Type.Bare();
        MemberKind? kind = type.SpecialType switch
        {
            SpecialType.System_String => MemberKind.Text,
            SpecialType.System_Int32 => MemberKind.Int32,
            SpecialType.System_Int64 => MemberKind.Int64,
            SpecialType.System_Double => MemberKind.Double,
            SpecialType.System_Boolean => MemberKind.Boolean,
            _ when type.TypeKind == TypeKind.Enum => MemberKind.Enum,
            _ when type.Items()?.IsText() == true => MemberKind.Texts,
            _ => null,
        };
        return kind is { } known && CanBeEmptied(property) && !property.IsObsolete()
            ? new(name, property.Name, known, known == MemberKind.Enum ? enums.Add(type) : null)
            : null;
    }

    // A model may begin with defaults; what is sent as additional data must not stand beside one.
    private static IEnumerable<BodyProperty> Properties(ITypeSymbol type) =>
        type.Properties().Where(p => !p.IsIndexer && CanBeEmptied(p) && p.Name is not ("AdditionalData" or "BackingStore"))
            .Select(p => new BodyProperty(p.Name, NameComparer.Normalize(p.Name)))
            .OrderBy(p => p.Name, StringComparer.Ordinal);

    private static bool CanBeEmptied(IPropertySymbol property) =>
        property.SetMethod is { DeclaredAccessibility: Accessibility.Public } && (property.Type.IsReferenceType || property.Type.IsNullableValue());
}
