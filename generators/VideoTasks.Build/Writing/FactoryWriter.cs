using VideoTasks.Build.Model;
using VideoTasks.Build.Recognition.Schemas;

namespace VideoTasks.Build.Writing;

/// <summary>CreateFromDiscriminatorValue: looks at a value to find out what it is.</summary>
internal static class FactoryWriter
{
    public static void Write(ModelClass model, CodeText text)
    {
        var hides = model.Base is not null && !model.IsError ? "new " : "";
        Documentation.Summary(text, "Creates the model that fits the value.");
        Documentation.Parameter(text, "parseNode", "The value.");
        text.Open($"public static {hides}{model.QualifiedName} CreateFromDiscriminatorValue({TypeNames.Serialization}IParseNode parseNode)");
        text.Line("if (ReferenceEquals(parseNode, null)) throw new global::System.ArgumentNullException(nameof(parseNode));");
        switch (model.Composition)
        {
            case CompositionKind.Union:
                if (CompositionWriter.HasObjects(model))
                {
                    WriteDiscriminator(model, text);
                }

                CompositionWriter.WriteUnionFactoryBody(model, text);
                break;
            case CompositionKind.Intersection:
                CompositionWriter.WriteIntersectionFactoryBody(model, text);
                break;
            default:
                WriteInherited(model, text);
                break;
        }

        text.Close();
    }

    private static void WriteInherited(ModelClass model, CodeText text)
    {
        var mappings = model.DiscriminatorMappings.Where(m => m.Value.Declaration != model).ToArray();
        if (model.DiscriminatorProperty.Length == 0 || model.DiscriminatorMappings.Count == 0)
        {
            text.Line($"return new {model.QualifiedName}();");
            return;
        }

        WriteDiscriminator(model, text);
        text.Open("return mappingValue switch");
        foreach (var (value, type) in mappings)
        {
            // An error model derives from the exception, no longer from this class.
            var derives = type.Declaration is ModelClass target && target.DerivesFrom(model);
            text.Line($"{Escaping.Literal(value)} => new {(derives ? type.Declaration!.QualifiedName : model.QualifiedName)}(),");
        }

        text.Line($"_ => new {model.QualifiedName}(),");
        text.Close("};");
    }

    private static void WriteDiscriminator(ModelClass model, CodeText text)
    {
        // Without a name there is no property to look at.
        text.Line(model.DiscriminatorProperty.Length == 0
            ? "string? mappingValue = null;"
            : $"var mappingValue = parseNode.GetChildNode({Escaping.Literal(model.DiscriminatorProperty)})?.GetStringValue();");
    }
}
