using System.Text.Json.Nodes;
using VideoTasks.Build.Description.Format;

namespace VideoTasks.Build.Recognition.Operations;

/// <summary>How a vendor takes its key.</summary>
/// <param name="Location">A header or a query parameter.</param>
/// <param name="Name">The header or the query parameter.</param>
/// <param name="Scheme">The word before the key; null for the key alone.</param>
/// <param name="Reason">The scheme, or the hint.</param>
/// <param name="Node">Where it stands; null for the assumption.</param>
/// <param name="IsAssumed">Whether the document says nothing that could be used.</param>
internal sealed record RecognizedSecurity(
    ParameterLocation Location, string Name, string? Scheme, string Reason, JsonNode? Node, bool IsAssumed = false);
