using VideoTasks.Build.Model;
using VideoTasks.Build.Refining;

namespace VideoTasks.Build.Writing;

/// <summary>A model's members: constructor, properties, how it is created, read and written.</summary>
internal static class ModelWriter
{
    public const string Fields = "global::System.Collections.Generic.IDictionary<string, global::System.Action<" + TypeNames.Serialization + "IParseNode>>";
    public const string NewFields = "new global::System.Collections.Generic.Dictionary<string, global::System.Action<" + TypeNames.Serialization + "IParseNode>>";

    public static string BasesOf(ModelClass model)
    {
        var bases = new List<string>();
        if (model.IsError)
        {
            bases.Add(TypeNames.Abstractions + "ApiException");
        }
        else if (model.Base is not null)
        {
            bases.Add(model.Base.QualifiedName);
        }

        if (model.HasAdditionalData)
        {
            bases.Add(TypeNames.Serialization + "IAdditionalDataHolder");
        }

        if (model.HasBackingStore)
        {
            bases.Add(TypeNames.Abstractions + "Store.IBackedModel");
        }

        if (model.Composition is not CompositionKind.None)
        {
            bases.Add(TypeNames.Serialization + "IComposedTypeWrapper");
        }

        bases.Add(TypeNames.Serialization + "IParsable");
        return string.Join(", ", bases);
    }

    public static void WriteMembers(ModelClass model, CodeText text)
    {
        var store = StoreOf(model);
        foreach (var property in model.Properties.Where(static p => p.Original is null))
        {
            PropertyWriter.Write(property, text, store);
            text.Line();
        }

        if (model.IsError)
        {
            Documentation.Summary(text, "The primary error message.");
            text.Line($"public override string Message => {ErrorMessages.PathOf(model)};").Line();
        }

        WriteConstructor(model, text);
        FactoryWriter.Write(model, text);
        text.Line();
        WriteDeserializer(model, text);
        text.Line();
        WriteSerializer(model, text);
    }

    private static string? StoreOf(ModelClass model)
    {
        for (var current = model; current is not null; current = current.Base)
        {
            if (current.HasBackingStore)
            {
                return "BackingStore";
            }
        }

        return null;
    }

    private static void WriteConstructor(ModelClass model, CodeText text)
    {
        if (!model.Properties.Any(static p => p.HasDefault))
        {
            return;
        }

        Documentation.Summary(text, "Creates a model with the default values.");
        text.Open($"public {Identifiers.Escaped(model.Name)}()");
        foreach (var property in model.Properties.OrderByDescending(static p => p.Kind).ThenBy(static p => p.Name, StringComparer.Ordinal))
        {
            if (DefaultValues.Of(property) is { } value)
            {
                text.Line($"{Identifiers.Escaped(property.Name)} = {value};");
            }
        }

        text.Close().Line();
    }

    private static void WriteDeserializer(ModelClass model, CodeText text)
    {
        var inherits = model.Base is not null && !model.IsError;
        Documentation.Summary(text, "How each property is read.");
        text.Open($"public {(inherits ? "override" : "virtual")} {Fields} GetFieldDeserializers()");
        if (model.Composition is CompositionKind.None)
        {
            text.Open($"return {NewFields}{(inherits ? "(base.GetFieldDeserializers())" : "")}");
            foreach (var property in Own(model))
            {
                text.Line($"{{ {Escaping.Literal(property.WireName)}, n => {{ {Identifiers.Escaped(property.Name)} = n.{Accessors.Read(property.Type)}; }} }},");
            }

            text.Close("};");
        }
        else
        {
            CompositionWriter.WriteDeserializerBody(model, text);
        }

        text.Close();
    }

    private static void WriteSerializer(ModelClass model, CodeText text)
    {
        var inherits = model.Base is not null && !model.IsError;
        Documentation.Summary(text, "Writes the model.");
        Documentation.Parameter(text, "writer", "Where to.");
        text.Open($"public {(inherits ? "override" : "virtual")} void Serialize({TypeNames.Serialization}ISerializationWriter writer)");
        text.Line("if (ReferenceEquals(writer, null)) throw new global::System.ArgumentNullException(nameof(writer));");
        if (model.Composition is CompositionKind.None)
        {
            if (inherits)
            {
                text.Line("base.Serialize(writer);");
            }

            foreach (var property in Own(model).Where(static p => !p.IsReadOnly))
            {
                text.Line($"writer.{Accessors.Write(property.Type)}({Escaping.Literal(property.WireName)}, {Identifiers.Escaped(property.Name)});");
            }
        }
        else
        {
            CompositionWriter.WriteSerializerBody(model, text);
        }

        if (model.HasAdditionalData)
        {
            text.Line("writer.WriteAdditionalData(AdditionalData);");
        }

        text.Close();
    }

    private static IEnumerable<Property> Own(ModelClass model) => model.Properties
        .Where(static p => p.Kind is PropertyKind.Custom && p.Original is null)
        .OrderBy(static p => p.Name, StringComparer.Ordinal);
}
