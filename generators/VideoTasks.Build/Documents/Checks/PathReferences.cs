using System.Text.Json.Nodes;
using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Documents.Loading;

namespace VideoTasks.Build.Documents.Checks;

/// <summary>Paths that are references out of the document: nobody can tell whether their operations are needed.</summary>
internal static class PathReferences
{
    /// <summary>Whether there are none, which is an error at each.</summary>
    public static bool Check(SourceDocument source, DiagnosticBag diagnostics)
    {
        var isComplete = true;
        foreach (var item in source.Root.Object("paths")?.Select(static p => p.Value).OfType<JsonObject>() ?? [])
        {
            if (item.Text("$ref") is { } reference && !reference.StartsWith('#'))
            {
                var unfollowed = source.Unfollowed.GetValueOrDefault(item) ?? UnfollowedReference.OutOfDocument;
                diagnostics.Report(unfollowed.Descriptor, source.Positions.Find(item["$ref"]), reference, unfollowed.Detail);
                isComplete = false;
            }
        }

        return isComplete;
    }
}
