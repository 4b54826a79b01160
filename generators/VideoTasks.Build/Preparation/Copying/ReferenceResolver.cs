using System.Text.Json.Nodes;
using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Preparation.Reporting;

namespace VideoTasks.Build.Preparation.Copying;

/// <summary>Follows the references of a document. Those that lead nowhere are left to the document's own checks.</summary>
internal sealed class ReferenceResolver(JsonObject root, bool isVersion30, Findings findings)
{
    private readonly Lazy<SchemaAnchors> _anchors = new(() => new SchemaAnchors(root));

    /// <summary>The reference of a node; null when it has none.</summary>
    public static string? ReferenceOf(JsonNode? node) => node.Text("$ref") ?? node.Text("$dynamicRef");

    /// <summary>What a reference arrives at, over references to references; null when it doesn't arrive.</summary>
    /// <param name="holder">The node with the reference.</param>
    /// <param name="section">The section of the components that holds what is looked for.</param>
    public ReferenceTarget? Resolve(JsonObject holder, string section)
    {
        HashSet<JsonNode> seen = new(ReferenceEqualityComparer.Instance) { holder };
        var reference = ReferenceOf(holder)!;
        while (Find(reference, section) is { } target)
        {
            if (target.Node is not JsonObject map || ReferenceOf(map) is not { } next || SaysMore(map))
            {
                return target;
            }

            if (!seen.Add(map))
            {
                findings.Report(DiagnosticDescriptors.ReferenceCycle, map, next);
                return null;
            }

            reference = next;
        }

        return null;
    }

    /// <summary>Whether a node says more than its reference, which counts since OpenAPI 3.1.</summary>
    public bool SaysMore(JsonObject map) =>
        !isVersion30 && map.Any(static p => p.Key is "properties" or "allOf" or "oneOf" or "anyOf" or "items" or "enum" && p.Value is not null);

    private ReferenceTarget? Find(string reference, string section)
    {
        if (!reference.StartsWith("#/", StringComparison.Ordinal) && reference != "#")
        {
            return _anchors.Value.Find(reference) is { } anchored ? new ReferenceTarget(anchored, NameOf(anchored, section)) : null;
        }

        if (!JsonPointer.TryResolve(root, reference, out var node) || node is null)
        {
            return null;
        }

        var segments = JsonPointer.Split(reference).Take(4).ToArray();
        return new ReferenceTarget(node, segments is ["components", _, _] && segments[1] == section ? segments[2] : null);
    }

    private string? NameOf(JsonNode node, string section) =>
        node.Parent is { } parent && ReferenceEquals(parent, root.Object("components").Object(section)) ? node.GetPropertyName() : null;
}
