using VideoTasks.Build.Model;
using VideoTasks.Build.Recognition.Schemas;
using VideoTasks.Build.Refining;

namespace VideoTasks.Build.Writing;

/// <summary>The wrappers of oneOf and anyOf: they read and write what they hold, not themselves.</summary>
internal static class CompositionWriter
{
    public static bool HasObjects(ModelClass model) => Array.Exists(Members(model), IsObject);

    public static void WriteUnionFactoryBody(ModelClass model, CodeText text)
    {
        text.Line($"var result = new {model.QualifiedName}();");
        var otherwise = "";
        foreach (var property in Members(model).OrderBy(ObjectsFirst))
        {
            var name = Identifiers.Escaped(property.Name);
            if (TypeNames.IsModel(property.Type) && property.Type.Collection is CollectionKind.None)
            {
                var value = model.DiscriminatorMappings.FirstOrDefault(m => m.Value.Name.Equals(property.Type.Name, StringComparison.OrdinalIgnoreCase)).Key ?? "";
                text.Open($"{otherwise}if ({Escaping.Literal(value)}.Equals(mappingValue, global::System.StringComparison.OrdinalIgnoreCase))");
                text.Line($"result.{name} = new {TypeNames.BareOf(property.Type)}();");
            }
            else
            {
                OpenTyped(property, otherwise, text);
            }

            text.Close();
            otherwise = "else ";
        }

        text.Line("return result;");
    }

    public static void WriteIntersectionFactoryBody(ModelClass model, CodeText text)
    {
        text.Line($"var result = new {model.QualifiedName}();");
        var otherwise = "";
        foreach (var property in Members(model).Where(static p => !IsObject(p)).OrderBy(ScalarsFirst))
        {
            OpenTyped(property, otherwise, text);
            text.Close();
            otherwise = "else ";
        }

        var objects = Members(model).Where(IsObject).ToArray();
        if (objects.Length > 0 && otherwise.Length > 0)
        {
            text.Open("else");
        }

        foreach (var property in objects)
        {
            text.Line($"result.{Identifiers.Escaped(property.Name)} = new {TypeNames.BareOf(property.Type)}();");
        }

        if (objects.Length > 0 && otherwise.Length > 0)
        {
            text.Close();
        }

        text.Line("return result;");
    }

    public static void WriteDeserializerBody(ModelClass model, CodeText text)
    {
        var objects = Members(model).Where(IsObject).Select(static p => Identifiers.Escaped(p.Name)).ToArray();
        if (model.Composition is CompositionKind.Intersection && objects.Length > 0)
        {
            text.Open($"if ({string.Join(" || ", objects.Select(static name => $"{name} != null"))})");
            text.Line($"return {TypeNames.Serialization}ParseNodeHelper.MergeDeserializersForIntersectionWrapper({string.Join(", ", objects)});");
            text.Close();
        }
        else
        {
            foreach (var name in objects)
            {
                text.Open($"if ({name} != null)").Line($"return {name}.GetFieldDeserializers();").Close();
            }
        }

        text.Line($"return {ModelWriter.NewFields}();");
    }

    public static void WriteSerializerBody(ModelClass model, CodeText text)
    {
        var isUnion = model.Composition is CompositionKind.Union;
        var otherwise = "";
        foreach (var property in Members(model).Where(p => isUnion || !IsObject(p)).OrderBy(p => isUnion ? ObjectsFirst(p) : ScalarsFirst(p)))
        {
            var name = Identifiers.Escaped(property.Name);
            text.Open($"{otherwise}if ({name} != null)").Line($"writer.{Accessors.Write(property.Type)}(null, {name});").Close();
            otherwise = "else ";
        }

        var objects = Members(model).Where(IsObject).ToArray();
        if (isUnion || objects.Length == 0)
        {
            return;
        }

        if (otherwise.Length > 0)
        {
            text.Open("else");
        }

        text.Line($"writer.{Accessors.Write(objects[0].Type)}(null, {string.Join(", ", objects.Select(static p => Identifiers.Escaped(p.Name)))});");
        if (otherwise.Length > 0)
        {
            text.Close();
        }
    }

    private static Property[] Members(ModelClass model) =>
        [.. model.Properties.Where(static p => p.Kind is PropertyKind.Custom && p.Original is null).OrderBy(static p => p.Name, StringComparer.Ordinal)];

    private static bool IsObject(Property property) => TypeNames.IsModel(property.Type) && property.Type.Collection is CollectionKind.None;

    private static void OpenTyped(Property property, string otherwise, CodeText text)
    {
        var pattern = property.Type.Collection is CollectionKind.None ? TypeNames.BareOf(property.Type) : TypeNames.Of(property.Type);
        text.Open($"{otherwise}if (parseNode.{Accessors.Read(property.Type)} is {pattern} value{property.Name})");
        text.Line($"result.{Identifiers.Escaped(property.Name)} = value{property.Name};");
    }

    private static int ObjectsFirst(Property property) => (TypeNames.IsModel(property.Type) || TypeNames.IsEnum(property.Type), property.Type.Collection) switch
    {
        (true, CollectionKind.None) => 0,
        (false, CollectionKind.None) => 1,
        (true, _) => 2,
        _ => 3,
    };

    private static int ScalarsFirst(Property property) => (TypeNames.IsModel(property.Type) || TypeNames.IsEnum(property.Type), property.Type.Collection) switch
    {
        (false, CollectionKind.None) => 0,
        (true, CollectionKind.None) => 1,
        (true, _) => 2,
        _ => 3,
    };
}
