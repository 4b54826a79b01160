using VideoTasks.Build.Model;
using VideoTasks.Build.Naming;
using VideoTasks.Build.Recognition.Schemas;
using VideoTasks.Build.Schemas;

namespace VideoTasks.Build.Building;

internal sealed partial class ModelBuilder
{
    private TypeDeclaration AddClass(Schema schema, string name, ModelPlace place, ModelClass? baseClass)
    {
        if (baseClass is null && schema.AllOf?.Where(static s => s.IsReference).ToArray() is [var parent] && !context.Inheritance.IsCyclic(parent.Component!))
        {
            var parentPlace = place with { Namespace = context.NamespaceFor(parent, place.Namespace) };
            baseClass = Declare(parent, Symbols.Clean(parent.GetName()), parentPlace) as ModelClass;
        }

        var described = string.IsNullOrEmpty(schema.Description)
            ? schema.AllOf?.FirstOrDefault(static s => !s.IsReference && !string.IsNullOrEmpty(s.Description))?.Description
            : schema.Description;
        var declaration = new ModelClass
        {
            Name = name,
            Namespace = place.Namespace,
            Description = Texts.Clean(described),
            Deprecation = Deprecations.Of(schema),
            Base = baseClass,
        };
        AddFixedProperties(declaration, schema.AdditionalPropertiesAllowed || schema.AdditionalProperties is not null);
        var added = place.Namespace.Types.GetOrAdd(declaration);
        if (added is not ModelClass model)
        {
            return added;
        }

        if (!model.PropertiesBuilt)
        {
            model.PropertiesBuilt = true;
            AddProperties(model, schema, place);
        }

        AddDiscriminator(model, schema, place);
        return model;
    }

    private void AddFixedProperties(ModelClass model, bool hasAdditionalData)
    {
        var ancestor = model.GreatestAncestor;
        if (hasAdditionalData && context.Options.IncludeAdditionalData && !(ancestor?.Properties.ContainsName(FixedProperties.AdditionalData) ?? false))
        {
            model.Properties.Add(FixedProperties.NewAdditionalData(), model.Name);
        }

        if (context.Options.UsesBackingStore && !(ancestor?.Properties.ContainsName(FixedProperties.BackingStore) ?? false))
        {
            model.Properties.Add(FixedProperties.NewBackingStore(), model.Name);
        }
    }

    private void AddProperties(ModelClass model, Schema schema, ModelPlace place)
    {
        // All types first: a type may lead back to this class, and finds it without properties.
        var properties = (schema.Properties ?? []).Select(p => NewProperty(model, p.Key, p.Value, place)).ToArray();
        foreach (var property in properties)
        {
            model.Properties.Add(property, model.Name);
        }
    }

    private Property NewProperty(ModelClass model, string key, Schema schema, ModelPlace place)
    {
        var componentNamespace = context.ModelsNamespaceOf(schema.ComponentId);
        var type = TypeOf(schema, new ModelPlace(place.Node, componentNamespace.Length == 0 ? place.Namespace : context.Namespaces.GetOrAdd(componentNamespace))
        {
            InlineName = $"{model.Name}_{Symbols.Clean(key)}",
        });
        var name = Symbols.Clean(key);
        if (FixedProperties.IsReserved(name))
        {
            name += "Property";
        }

        return new Property
        {
            Name = name,
            Type = type,
            SerializationName = name.Equals(key, StringComparison.Ordinal) ? "" : key,
            Description = Texts.FirstNonEmpty(Texts.Clean(schema.Description), $"The {name} property"),
            Deprecation = Deprecations.Of(schema),
            IsReadOnly = schema.IsReadOnly,
            DefaultText = DefaultTexts.Of(schema),
            IsPrimaryErrorMessage = FixedProperties.IsPrimaryErrorMessage(schema),
        };
    }

    private void AddDiscriminator(ModelClass model, Schema schema, ModelPlace place)
    {
        var named = schema.MergedComponent is { } component ? context.Schemas.ReferenceTo(component) : schema;
        foreach (var (value, type) in Mappings(named, place, model))
        {
            if (type.Declaration is ModelClass derived && derived.DerivesFrom(model))
            {
                model.DiscriminatorMappings.TryAdd(value, type);
            }
        }

        model.DiscriminatorProperty = DiscriminatorReader.PropertyNameOf(schema);
    }

    private List<KeyValuePair<string, NamedType>> Mappings(Schema schema, ModelPlace place, ModelClass? baseClass)
    {
        var mappings = DiscriminatorReader.MappingsOf(schema, context.Inheritance);
        if (baseClass is not null && baseClass.Namespace != context.Namespaces.Models && baseClass.Namespace.IsWithin(context.Namespaces.Models)
            && context.Schemas.Component($"{baseClass.Namespace.Name[(context.Namespaces.Models.Name.Length + 1)..]}.{baseClass.Name}") is { } component)
        {
            mappings = mappings.Union(DiscriminatorReader.MappingsOf(component, context.Inheritance));
        }

        var result = new List<KeyValuePair<string, NamedType>>();
        foreach (var (value, componentId) in mappings.ToArray())
        {
            if (MappedType(componentId, place, baseClass) is { } type)
            {
                result.Add(KeyValuePair.Create(value, type));
            }
        }

        return result;
    }

    private NamedType? MappedType(string component, ModelPlace place, ModelClass? baseClass)
    {
        var id = component.Replace("#/components/schemas/", "", StringComparison.OrdinalIgnoreCase);
        if (!context.Schemas.HasComponent(id))
        {
            context.Warnings.Add($"The discriminator refers to '{component}', which the document doesn't have");
            return null;
        }

        var schema = context.Schemas.ReferenceTo(id);
        var type = TypeOf(schema, new ModelPlace(place.Node, context.NamespaceFor(schema, place.Namespace))
        {
            Operation = place.Operation,
            IsDiscriminated = true,
        }) as NamedType;
        return baseClass is null || type?.Declaration is ModelClass { Base: not null } ? type : null;
    }
}
