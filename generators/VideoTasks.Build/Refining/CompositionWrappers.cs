using VideoTasks.Build.Building;
using VideoTasks.Build.Model;

namespace VideoTasks.Build.Refining;

/// <summary>oneOf and anyOf → a class with a property a member: in the component's namespace, or nested where an inline one is used.</summary>
internal static class CompositionWrappers
{
    public static void Create(CodeNamespace root, bool usesBackingStore)
    {
        foreach (var type in CSharpRefiner.AllTypes(root).ToArray())
        {
            switch (type)
            {
                case RequestBuilderClass builder:
                    foreach (var operation in builder.Operations)
                    {
                        operation.ReturnType = Wrap(operation.ReturnType, builder, usesBackingStore);
                        if (operation.Body is { } body)
                        {
                            body.Type = Wrap(body.Type, builder, usesBackingStore);
                        }
                    }

                    break;
                case ModelClass model:
                    foreach (var property in model.Properties.ToArray())
                    {
                        property.Type = Wrap(property.Type, model, usesBackingStore);
                    }

                    break;
            }
        }
    }

    private static TypeReference Wrap(TypeReference type, ClassDeclaration user, bool usesBackingStore)
    {
        if (type is not ComposedType composed)
        {
            return type;
        }

        var wrapper = composed.TargetNamespace is { } ns ? DeclareIn(ns, composed) : Nest(user, composed);
        if (wrapper.Composition is CompositionKind.None)
        {
            Fill(wrapper, composed, usesBackingStore);
        }

        return new NamedType(wrapper) { Collection = composed.Collection, IsNullable = composed.IsNullable };
    }

    private static ModelClass DeclareIn(CodeNamespace ns, ComposedType composed) =>
        ns.Types.GetOrAdd(new ModelClass { Name = composed.Name, Namespace = ns, Description = Describe(composed) }) as ModelClass
        ?? Fresh(ns.Types, composed, ns, null);

    private static ModelClass Nest(ClassDeclaration user, ComposedType composed)
    {
        var isTaken = composed.Name.Equals(user.Name, StringComparison.OrdinalIgnoreCase)
            || (user is ModelClass model && model.Properties.ContainsName(composed.Name));
        var wrapper = new ModelClass
        {
            Name = isTaken ? composed.Name + "Wrapper" : composed.Name,
            Namespace = user.Namespace,
            Outer = user,
            Description = Describe(composed),
        };
        return user.InnerTypes.GetOrAdd(wrapper) as ModelClass ?? Fresh(user.InnerTypes, composed, user.Namespace, user);
    }

    private static ModelClass Fresh(TypeTable types, ComposedType composed, CodeNamespace ns, ClassDeclaration? outer)
    {
        var name = composed.Name + "Wrapper";
        while (types.TryGet(name, out _))
        {
            name += "Wrapper";
        }

        return (ModelClass)types.GetOrAdd(new ModelClass { Name = name, Namespace = ns, Outer = outer, Description = Describe(composed) });
    }

    private static void Fill(ModelClass wrapper, ComposedType composed, bool usesBackingStore)
    {
        wrapper.Composition = composed.Kind;
        foreach (var member in composed.Members)
        {
            wrapper.Properties.Add(new Property { Name = member.Name, Type = member, Description = "The value, where it is one of this type." }, wrapper.Name);
        }

        if (usesBackingStore && !wrapper.HasBackingStore)
        {
            wrapper.Properties.Add(FixedProperties.NewBackingStore(), wrapper.Name);
        }

        wrapper.DiscriminatorProperty = composed.DiscriminatorProperty;
        foreach (var (value, type) in composed.DiscriminatorMappings)
        {
            wrapper.DiscriminatorMappings.TryAdd(value, type);
        }
    }

    private static string Describe(ComposedType composed) => composed.Kind is CompositionKind.Union
        ? "A value of one of several types: exactly one property is set."
        : "A value of one or more of several types.";
}
