using VideoTasks.Build.Building;
using VideoTasks.Build.Model;
using VideoTasks.Build.Recognition.Schemas;

namespace VideoTasks.Build.Writing;

/// <summary>How C# writes a type.</summary>
internal static class TypeNames
{
    public const string Abstractions = "global::Microsoft.Kiota.Abstractions.";
    public const string Serialization = Abstractions + "Serialization.";

    /// <summary>A type of a member, with its collection; reference types without their '?'.</summary>
    public static string Of(TypeReference type) => type.Collection switch
    {
        CollectionKind.List => $"global::System.Collections.Generic.List<{ElementOf(type)}>",
        CollectionKind.Array => $"{ElementOf(type)}[]",
        _ => ElementOf(type),
    };

    /// <summary>A type that may be null.</summary>
    public static string NullableOf(TypeReference type) => Of(type) is var name && name.EndsWith('?') ? name : name + "?";

    /// <summary>The type without its collection.</summary>
    public static string ElementOf(TypeReference type) =>
        type is NamedType named && named.IsNullable && IsValueType(named) ? BareOf(type) + "?" : BareOf(type);

    /// <summary>The type without its collection and '?'.</summary>
    public static string BareOf(TypeReference type)
    {
        if (type is not NamedType named)
        {
            throw new InvalidOperationException($"The composed type {type.Name} has no wrapper.");
        }

        return named.Declaration?.QualifiedName ?? named.Name switch
        {
            "integer" => "int",
            "boolean" => "bool",
            "int64" => "long",
            "binary" or "base64" or "base64url" => "byte[]",
            "DateTimeOffset" or "Guid" or "TimeSpan" => "global::System." + named.Name,
            "Date" or "Time" or PrimitiveTypes.Multipart => Abstractions + named.Name,
            "Stream" => "global::System.IO.Stream",
            PrimitiveTypes.Untyped => Serialization + named.Name,
            "IDictionary<string, object>" => "global::System.Collections.Generic.IDictionary<string, object>",
            "IBackingStore" => Abstractions + "Store.IBackingStore",
            _ => named.Name,
        };
    }

    public static bool IsEnum(TypeReference type) => type is NamedType { Declaration: EnumDeclaration };

    public static bool IsModel(TypeReference type) => type is NamedType { Declaration: ClassDeclaration };

    public static bool IsPrimitive(TypeReference type) => type is NamedType { Declaration: null } named && (named.Name == PrimitiveTypes.Text || IsValueType(named));

    public static bool IsText(TypeReference type) => type is NamedType { Declaration: null, Name: PrimitiveTypes.Text };

    /// <summary>The part of GetIntValue and WriteIntValue between the verb and Value; null where there is none.</summary>
    public static string? AccessorOf(TypeReference type) => type is not NamedType { Declaration: null } named ? null : named.Name switch
    {
        "integer" => "Int",
        "int64" => "Long",
        "boolean" => "Bool",
        "binary" or "base64" or "base64url" => "ByteArray",
        PrimitiveTypes.Text => "String",
        "float" or "double" or "decimal" or "sbyte" or "byte" => Naming.Symbols.UpperFirst(named.Name),
        "Date" or "Time" or "DateTimeOffset" or "Guid" or "TimeSpan" => named.Name,
        _ => null,
    };

    private static bool IsValueType(NamedType type) => type.Declaration is EnumDeclaration || (type.Declaration is null && type.Name is
        "integer" or "boolean" or "int64" or "float" or "double" or "decimal" or "sbyte" or "byte" or "DateTimeOffset" or "Guid" or "TimeSpan" or "Date" or "Time"
        && type.Declaration is null);
}
