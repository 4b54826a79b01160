using System.Text.Json.Nodes;
using VideoTasks.Build.Diagnostics;

namespace VideoTasks.Build.Documents.Overlays;

/// <summary>One change that an overlay makes.</summary>
/// <param name="Target">The JSONPath of what it changes.</param>
/// <param name="TargetPosition">Where the target is written.</param>
/// <param name="Update">What is merged into the targets; null for JSON's null or when there is no update.</param>
/// <param name="HasUpdate">Whether there is an update.</param>
/// <param name="Remove">Whether the targets are removed, which goes before an update.</param>
internal sealed record OverlayAction(string Target, SourcePosition TargetPosition, JsonNode? Update, bool HasUpdate, bool Remove);
