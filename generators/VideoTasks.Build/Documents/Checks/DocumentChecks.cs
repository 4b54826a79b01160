using System.Text.Json;
using System.Text.Json.Nodes;
using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Documents.Merging;

namespace VideoTasks.Build.Documents.Checks;

/// <summary>Finds what real documents get wrong, before generation, at its place.</summary>
internal static class DocumentChecks
{
    /// <summary>Checks a document of which the operations are generated that <paramref name="isSelected"/> says yes to.</summary>
    /// <param name="source">The document.</param>
    /// <param name="isSelected">A path and a method, as the document writes them.</param>
    /// <param name="diagnostics">Where findings go.</param>
    public static void Run(SourceDocument source, Func<string, string, bool> isSelected, DiagnosticBag diagnostics)
    {
        new ReferenceCheck(source, diagnostics).Run(isSelected);
        var selected = Operations(source.Root).Where(o => isSelected(o.Path, o.Method)).ToList();
        CheckOperations(source, selected, diagnostics);
        SecuritySchemeCheck.Run(source, [.. selected.Select(o => o.Operation)], diagnostics);
        new SchemaCheck(source, selected.Select(o => o.Operation), diagnostics).Run();
    }

    /// <summary>The operations of a document's paths.</summary>
    public static IEnumerable<(string Path, string Method, JsonObject Item, JsonObject Operation)> Operations(JsonObject root)
        => from path in (root["paths"] as JsonObject)?.ToList() ?? []
           where path.Value is JsonObject
           from method in path.Value!.AsObject()
           where HttpMethods.Contains(method.Key) && method.Value is JsonObject
           select (path.Key, method.Key, path.Value!.AsObject(), method.Value!.AsObject());

    private static void CheckOperations(
        SourceDocument source, IEnumerable<(string Path, string Method, JsonObject Item, JsonObject Operation)> selected, DiagnosticBag diagnostics)
    {
        var ids = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var (path, method, _, operation) in selected)
        {
            if (operation["operationId"] is JsonValue id
                && id.GetValueKind() == JsonValueKind.String
                && !ids.TryAdd(id.GetValue<string>(), operation))
            {
                var first = source.Positions.Find(ids[id.GetValue<string>()]["operationId"]);
                diagnostics.Report(DiagnosticDescriptors.DuplicateOperationId, source.Positions.Find(id), id.GetValue<string>(), first.Line);
            }

            if (method.ToUpperInvariant() is "GET" or "HEAD" && operation["requestBody"] is { } body)
            {
                diagnostics.Report(DiagnosticDescriptors.BodyOnGet, source.Positions.Find(body), method.ToUpperInvariant(), path);
            }
        }
    }
}
