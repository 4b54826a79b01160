using VideoTasks.Build.Model;
using VideoTasks.Build.Naming;

namespace VideoTasks.Build.Refining;

/// <summary>foo_bar → FooBar, and a way round the names that a class can't have as a property.</summary>
internal static class PropertyRenaming
{
    public static void Apply(TypeDeclaration type)
    {
        switch (type)
        {
            case ModelClass model:
                EscapeInherited(model);
                ToPascalCase(model.Properties, model.IsError);
                AvoidClassName(model.Properties, model.Name);
                foreach (var property in model.Properties)
                {
                    CorrectCoreType(property.Type);
                }

                break;
            case QueryParametersClass query:
                ToPascalCase(query.Properties, hasMessage: false);
                AvoidClassName(query.Properties, query.Name);
                foreach (var property in query.Properties)
                {
                    CorrectCoreType(property.Type);
                }

                break;
            case RequestBuilderClass builder:
                Apply(builder);
                break;
        }
    }

    private static void Apply(RequestBuilderClass builder)
    {
        if (builder.Navigations.Find(n => n.Name.Equals(builder.Name, StringComparison.OrdinalIgnoreCase)) is { } clashing)
        {
            clashing.Name += "Prop";
        }

        foreach (var operation in builder.Operations)
        {
            BecomeStream(operation.ReturnType);
            CorrectCoreType(operation.ReturnType);
            if (operation.Body is { } body)
            {
                BecomeStream(body.Type);
                CorrectCoreType(body.Type);
            }
        }

        foreach (var parameter in builder.Indexers.Select(static i => i.Parameter).Concat(builder.PathParameters)
                     .Concat(builder.ParameterizedNavigations.SelectMany(static m => m.Parameters)))
        {
            CorrectCoreType(parameter.Type);
        }
    }

    private static void EscapeInherited(ModelClass model)
    {
        foreach (var property in model.Properties.Where(static p => p.Kind is PropertyKind.Custom).ToArray())
        {
            if (ReservedNames.IsBaseClass(property.Name) || (model.IsError && ReservedNames.IsExceptionMember(property.Name)))
            {
                model.Properties.Rename(property, Symbols.UpperFirst(property.Name) + "Escaped");
            }
        }
    }

    private static void ToPascalCase(PropertyTable properties, bool hasMessage)
    {
        foreach (var property in properties.Where(static p => p.Kind is PropertyKind.Custom or PropertyKind.QueryParameter && p.Original is null).ToArray())
        {
            var name = Symbols.PascalCase(property.Name, '_');
            var isTaken = (hasMessage && name.Equals("Message", StringComparison.OrdinalIgnoreCase))
                || (properties.ContainsName(name) && !name.Equals(property.Name, StringComparison.OrdinalIgnoreCase));
            if (name.Length > 0 && !name.Equals(property.Name, StringComparison.Ordinal) && !isTaken)
            {
                properties.Rename(property, name);
            }
        }
    }

    private static void AvoidClassName(PropertyTable properties, string className)
    {
        if (properties.FirstOrDefault(p => p.Name.Equals(className, StringComparison.OrdinalIgnoreCase)) is { } clashing)
        {
            properties.Rename(clashing, clashing.Name + "Prop");
        }
    }

    private static void BecomeStream(TypeReference type)
    {
        if (type is NamedType { Declaration: null, Name: "binary" or "base64" or "base64url" } named)
        {
            named.BecomePrimitive("Stream");
            named.IsNullable = false;
        }
    }

    private static void CorrectCoreType(TypeReference type)
    {
        if (type is NamedType { Declaration: null } named)
        {
            named.BecomePrimitive(named.Name switch { "DateOnly" => "Date", "TimeOnly" => "Time", _ => named.Name });
        }
    }
}
