using System.Text.Json;
using System.Text.Json.Nodes;
using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Documents.Loading;

namespace VideoTasks.Build.Documents.Overlays;

/// <summary>An OpenAPI Overlay 1.0 document.</summary>
/// <param name="Source">The document.</param>
/// <param name="Actions">Its actions, in order.</param>
internal sealed record OverlayDocument(SourceDocument Source, IReadOnlyList<OverlayAction> Actions)
{
    private static readonly string[] KnownFields = ["target", "description", "update", "remove"];

    /// <summary>The overlay; null, with errors in <paramref name="diagnostics"/>, when the document is none.</summary>
    public static OverlayDocument? Read(SourceDocument source, DiagnosticBag diagnostics)
    {
        var root = source.Root;
        if (root["overlay"] is not JsonValue version || !version.ToString().StartsWith("1.", StringComparison.Ordinal))
        {
            diagnostics.Report(
                DiagnosticDescriptors.InvalidOverlay, source.Positions.Find(root["overlay"]
                    ?? root), "its field 'overlay' must hold the version 1.0.0");
            return null;
        }

        if (root["actions"] is not JsonArray actions)
        {
            diagnostics.Report(DiagnosticDescriptors.InvalidOverlay, source.Positions.Find(root["actions"] ?? root), "it has no list 'actions'");
            return null;
        }

        List<OverlayAction> read = [];
        foreach (var action in actions)
        {
            if (ReadAction(action, source, diagnostics) is not { } valid)
            {
                return null;
            }

            read.Add(valid);
        }

        return new OverlayDocument(source, read);
    }

    private static OverlayAction? ReadAction(JsonNode? node, SourceDocument source, DiagnosticBag diagnostics)
    {
        if (node is not JsonObject action || action["target"] is not JsonValue target || target.GetValueKind() != JsonValueKind.String)
        {
            diagnostics.Report(
                DiagnosticDescriptors.InvalidOverlay, source.Positions.Find(node ?? source.Root["actions"]), "an action has no 'target'");
            return null;
        }

        var unknown = action.Select(p => p.Key).FirstOrDefault(k => !KnownFields.Contains(k) && !k.StartsWith("x-", StringComparison.Ordinal));
        if (unknown is not null)
        {
            diagnostics.Report(
                DiagnosticDescriptors.InvalidOverlay, source.Positions.Find(action[unknown] ?? action), $"'{unknown}' is not a field of an action");
            return null;
        }

        var remove = action["remove"];
        if (remove is not null && remove.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False))
        {
            diagnostics.Report(DiagnosticDescriptors.InvalidOverlay, source.Positions.Find(remove), "'remove' must be true or false");
            return null;
        }

        var removes = remove?.GetValueKind() == JsonValueKind.True;
        var hasUpdate = action.ContainsKey("update");
        if (!removes && !hasUpdate)
        {
            diagnostics.Report(
                DiagnosticDescriptors.InvalidOverlay, source.Positions.Find(action), "an action has neither 'update' nor 'remove: true'");
            return null;
        }

        return new OverlayAction(target.GetValue<string>(), source.Positions.Find(target), action["update"], hasUpdate, removes);
    }
}
