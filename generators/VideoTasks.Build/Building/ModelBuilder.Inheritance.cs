using System.Runtime.CompilerServices;
using VideoTasks.Build.Model;
using VideoTasks.Build.Naming;
using VideoTasks.Build.Schemas;

namespace VideoTasks.Build.Building;

internal sealed partial class ModelBuilder
{
    /// <summary>An allOf of one component and something more: a class with a base class.</summary>
    private TypeDeclaration InheritedClass(Schema schema, ModelPlace place)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var parts = schema.AllOf.FlattenIfSingle(static s => s.AllOf);
        var inline = parts.Where(static s => !s.IsReference).ToArray();
        var referenced = parts.Where(static s => s.IsReference).ToArray();
        var own = place with
        {
            Namespace = schema.ComponentId is { Length: > 0 } id
                ? context.Namespaces.GetOrAdd(context.ModelsNamespaceOf(id))
                : context.NamespaceFor(schema, place.Namespace),
        };
        var name = InheritedClassName(schema, place);
        var declaration = (schema.HasProperties, inline.Length, referenced.Length) switch
        {
            (true, 0, 0) or (false, 0, 0) => Declare(schema, name, own),
            (false, > 0, 1) => Declare(schema.MergeAllOf(referenced), name, own, BaseOf(referenced[0])),
            (true, 0, 1) => Declare(schema, name, own, BaseOf(referenced[0])),
            (true, 1, 0) => Declare(schema, name, own, InlineBaseOf(inline[0])),
            (false, 0, 1) => place.IsDiscriminated ? Declare(schema, name, own, BaseOf(referenced[0])) : Declare(referenced[0], name, own),
            (false, 1, 0) => place.IsDiscriminated ? Declare(schema, name, own, InlineBaseOf(inline[0])) : Declare(inline[0], name, own),
            (true, 1, 1) => (inline[0].HasProperties, referenced[0].HasProperties) switch
            {
                (true, false) => Declare(schema, name, own, InlineBaseOf(inline[0])),
                (false, true) => Declare(schema, name, own, BaseOf(referenced[0])),
                (true, true) => Declare(schema.MergeAllOf(referenced), name, own, BaseOf(referenced[0])),
                _ => Declare(schema, name, own),
            },
            _ => Declare(schema.MergeAllOf(), name, own),
        };
        if (declaration.Description.Length == 0)
        {
            declaration.Description = Texts.Clean(Texts.FirstNonEmpty(
                [schema.Description, .. (schema.AllOf ?? []).Where(static s => !s.IsReference).Select(static s => s.Description)]));
        }

        return declaration;

        ModelClass? BaseOf(Schema parent) => context.Inheritance.IsCyclic(parent.Component!)
            ? null
            : InheritedClass(parent, place with { InlineName = "", IsDiscriminated = false }) as ModelClass;

        ModelClass? InlineBaseOf(Schema parent) => InheritedClass(parent, place with { IsDiscriminated = false }) as ModelClass;
    }

    // A schema with content of its own is not called after its parent.
    private string InheritedClassName(Schema schema, ModelPlace place)
    {
        var directOnly = schema.IsMeaningful() || string.IsNullOrEmpty(schema.ComponentId);
        var name = schema.GetName(directOnly);
        return Symbols.Clean(name.Length > 0 ? name
            : place.InlineName.Length > 0 ? place.InlineName
            : _names.ClassName(schema, place));
    }
}
