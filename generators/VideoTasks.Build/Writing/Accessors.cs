using VideoTasks.Build.Model;
using VideoTasks.Build.Recognition.Schemas;

namespace VideoTasks.Build.Writing;

/// <summary>The runtime's methods that read and write a type.</summary>
internal static class Accessors
{
    public static string Read(TypeReference type)
    {
        var element = TypeNames.ElementOf(type);
        var bare = TypeNames.BareOf(type);
        if (type.Collection is not CollectionKind.None)
        {
            var convert = type.Collection is CollectionKind.Array ? "?.AsArray()" : "?.AsList()";
            return TypeNames.IsEnum(type) ? $"GetCollectionOfEnumValues<{bare}>(){convert}"
                : TypeNames.IsModel(type) ? $"GetCollectionOfObjectValues<{bare}>({bare}.CreateFromDiscriminatorValue){convert}"
                : $"GetCollectionOfPrimitiveValues<{element}>(){convert}";
        }

        return TypeNames.IsEnum(type) ? $"GetEnumValue<{bare}>()"
            : TypeNames.AccessorOf(type) is { } accessor ? $"Get{accessor}Value()"
            : $"GetObjectValue<{bare}>({bare}.CreateFromDiscriminatorValue)";
    }

    public static string Write(TypeReference type)
    {
        var bare = TypeNames.BareOf(type);
        if (type.Collection is not CollectionKind.None)
        {
            return TypeNames.IsEnum(type) ? $"WriteCollectionOfEnumValues<{bare}>"
                : TypeNames.IsModel(type) ? $"WriteCollectionOfObjectValues<{bare}>"
                : $"WriteCollectionOfPrimitiveValues<{TypeNames.ElementOf(type)}>";
        }

        return TypeNames.IsEnum(type) ? $"WriteEnumValue<{bare}>"
            : TypeNames.AccessorOf(type) is { } accessor ? $"Write{accessor}Value"
            : $"WriteObjectValue<{bare}>";
    }
}
