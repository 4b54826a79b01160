using System.Text.Json.Nodes;

namespace VideoTasks.Build.Preparation.Copying;

/// <summary>Where a reference arrives.</summary>
/// <param name="Node">The part of the document.</param>
/// <param name="Name">Its name, when it is a component of its section.</param>
internal readonly record struct ReferenceTarget(JsonNode Node, string? Name);
