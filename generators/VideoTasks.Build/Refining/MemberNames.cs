using VideoTasks.Build.Model;
using VideoTasks.Build.Naming;

namespace VideoTasks.Build.Refining;

/// <summary>Members of a class must differ from each other, from its nested types, and from what every such class has.</summary>
internal static class MemberNames
{
    private static readonly string[] OfModels = ["GetFieldDeserializers", "Serialize", "CreateFromDiscriminatorValue"];
    private static readonly string[] OfBuilders = ["PathParameters", "RequestAdapter", "UrlTemplate", "WithUrl"];

    /// <param name="type">The class.</param>
    /// <param name="taken">Its name and those of its nested types.</param>
    public static void Finish(ClassDeclaration type, IEnumerable<string> taken)
    {
        var names = new HashSet<string>(taken, StringComparer.Ordinal);
        switch (type)
        {
            case ModelClass model:
                names.UnionWith(OfModels);
                if (model.IsError)
                {
                    names.Add("Message");
                }

                Finish(model.Properties.Where(static p => p.Original is null), names);
                break;
            case QueryParametersClass query:
                Finish(query.Properties, names);
                break;
            case RequestBuilderClass builder:
                Finish(builder, names);
                break;
        }
    }

    private static void Finish(IEnumerable<Property> properties, HashSet<string> names)
    {
        foreach (var property in properties.ToArray())
        {
            var name = Identifiers.Unique(Identifiers.Valid(Symbols.UpperFirst(property.Name)), names.Add);
            if (!name.Equals(property.Name, StringComparison.Ordinal))
            {
                if (property.SerializationName.Length == 0)
                {
                    property.SerializationName = property.Name;
                }

                property.Name = name;
            }
        }
    }

    private static void Finish(RequestBuilderClass builder, HashSet<string> names)
    {
        names.UnionWith(OfBuilders);
        foreach (var operation in builder.Operations)
        {
            names.Add(operation.Stem + "Async");
            names.Add($"To{operation.Stem}RequestInformation");
        }

        foreach (var navigation in builder.Navigations)
        {
            navigation.Name = Identifiers.Unique(Identifiers.Valid(Symbols.UpperFirst(navigation.Name)), names.Add);
        }

        foreach (var method in builder.ParameterizedNavigations)
        {
            method.Name = Identifiers.Unique(Identifiers.Valid(Symbols.UpperFirst(method.Name)), names.Add);
        }

        FinishParameters(builder.PathParameters);
        builder.ParameterizedNavigations.ForEach(static m => FinishParameters(m.Parameters));
    }

    private static void FinishParameters(List<PathParameter> parameters)
    {
        var names = new HashSet<string>(StringComparer.Ordinal) { "pathParameters", "requestAdapter", "rawUrl" };
        foreach (var parameter in parameters)
        {
            parameter.Name = Identifiers.Unique(Identifiers.Valid(Symbols.LowerFirst(parameter.Name)), names.Add);
        }
    }
}
