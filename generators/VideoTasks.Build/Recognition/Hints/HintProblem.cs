using System.Text.Json.Nodes;

namespace VideoTasks.Build.Recognition.Hints;

/// <summary>Something to say about a document or a hint; the source generator says it, at the place of the node.</summary>
/// <param name="Id">A diagnostic of the source generator: <c>VT006</c>, ….</param>
/// <param name="Node">Where; null for the document as a whole.</param>
/// <param name="Arguments">What its message wants to know.</param>
internal sealed record HintProblem(string Id, JsonNode? Node, params string[] Arguments);
