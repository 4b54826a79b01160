using System.Text.Json.Nodes;
using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Documents.Loading;

namespace VideoTasks.Build.Documents.Checks;

/// <summary>References that lead nowhere or out of the document: errors where a selected operation needs them, warnings elsewhere.</summary>
internal sealed class ReferenceCheck(SourceDocument source, DiagnosticBag diagnostics)
{
    private readonly HashSet<JsonNode> _visited = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<JsonNode> _reported = new(ReferenceEqualityComparer.Instance);
    private HashSet<string>? _anchors;

    public void Run(Func<string, string, bool> isSelected)
    {
        foreach (var (path, method, item, operation) in DocumentChecks.Operations(source.Root))
        {
            if (isSelected(path, method))
            {
                var operationName = $"{method.ToUpperInvariant()} {path}";
                Follow(operation, operationName);
                Follow(item["parameters"], operationName);
            }
        }

        foreach (var (node, reference) in References.Of(source.Root))
        {
            Check(node, reference, null);
        }
    }

    private void Follow(JsonNode? start, string neededBy)
    {
        var open = new Stack<JsonNode?>();
        open.Push(start);
        while (open.TryPop(out var node))
        {
            // Links, callbacks and headers are not generated.
            foreach (var (holder, reference) in References.Of(node, static field => field is "links" or "callbacks" or "headers"))
            {
                if (Check(holder, reference, neededBy) is { } target && _visited.Add(target))
                {
                    open.Push(target);
                }
            }
        }
    }

    // The target, when it is in the document.
    private JsonNode? Check(JsonObject node, string reference, string? neededBy)
    {
        if (reference.StartsWith('#') && JsonPointer.TryResolve(source.Root, reference, out var target) && target is not null)
        {
            return target;
        }

        if (IsAnchor(reference) || !_reported.Add(node))
        {
            return null;
        }

        var position = source.Positions.Find(node["$ref"]);
        if (source.Unfollowed.TryGetValue(node, out var unfollowed) && unfollowed.Descriptor != DiagnosticDescriptors.DanglingReference)
        {
            Report(unfollowed.Descriptor, unfollowed.Detail);
        }
        else if (unfollowed is null && !reference.StartsWith('#') && reference.Length > 0)
        {
            Report(UnfollowedReference.OutOfDocument.Descriptor, UnfollowedReference.OutOfDocument.Detail);
        }
        else if (neededBy is null)
        {
            diagnostics.Report(DiagnosticDescriptors.DanglingReferenceUnused, position, reference);
        }
        else
        {
            diagnostics.Report(DiagnosticDescriptors.DanglingReference, position, reference, neededBy);
        }

        return null;

        void Report(DiagnosticDescriptor descriptor, string detail)
            => diagnostics.Report(descriptor, neededBy is null ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error, position, reference, detail);
    }

    private bool IsAnchor(string reference)
    {
        _anchors ??= [.. Anchors(source.Root)];
        return _anchors.Contains(reference);
    }

    private static IEnumerable<string> Anchors(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(p => (p.Key, p.Value) switch
        {
            ("$anchor" or "$dynamicAnchor", JsonValue anchor) => ["#" + anchor],
            ("$id", JsonValue id) => [id.ToString()],
            _ => Anchors(p.Value),
        }),
        JsonArray list => list.SelectMany(Anchors),
        _ => [],
    };
}
