using Microsoft.OpenApi;
using VideoTasks.Build.Model;
using VideoTasks.Build.Naming;
using VideoTasks.Build.Schemas;

namespace VideoTasks.Build.Building;

/// <summary>Names for schemas that have none, and where to look for those that exist.</summary>
internal sealed class NameResolver(BuildContext context)
{
    /// <summary>The component's name; or that of the operation's component; or the path segment's. An inline one gets the suffix.</summary>
    public string ClassName(Schema schema, ModelPlace place)
    {
        var own = SchemaNames.ClassNameOf(schema);
        var contents = new ContentSchemas(context);
        var raw = Texts.FirstNonEmpty(
            own,
            place.IsRequestBody || place.Response is null || !schema.IsReference ? "" : SchemaNames.ClassNameOf(contents.OfResponse(place.Response)),
            SchemaNames.ClassNameOf(place.IsRequestBody ? contents.OfRequest(place.Operation) : contents.OfSuccess(place.Operation)));
        if (raw.Length == 0)
        {
            raw = place.Node.Stem;
        }
        else if (own.Length == 0)
        {
            raw = place.Node.Refine(raw);
        }

        var segments = raw.Split('.', StringSplitOptions.RemoveEmptyEntries);
        var last = segments.Length > 1 ? segments.LastOrDefault(static s => !SegmentNames.IsExtension(s)) : segments.FirstOrDefault();
        return Symbols.Clean(Symbols.Clean(last + place.Suffix));
    }

    public CodeNamespace SearchNamespace(ModelPlace place) =>
        place.Node.IsItem && !place.Namespace.Name.Contains(context.Namespaces.Models.Name, StringComparison.Ordinal) && !place.Namespace.IsItem
            ? place.Namespace.Children.FirstOrDefault(static c => c.IsItem) ?? context.Namespaces.GetOrAdd(place.Namespace.Name + ".item")
            : place.Namespace;
}
