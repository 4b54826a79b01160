using System.Text.Json.Nodes;

namespace VideoTasks.Build.Documents.Loading;

/// <summary>A document as JSON, with the place of each of its nodes: as read from one file, or as merged from several and their overlays.</summary>
/// <param name="Name">The name of the document: the vendor's, or the file's.</param>
/// <param name="Root">The document. Its nodes may be changed; <paramref name="Positions"/> follows them.</param>
/// <param name="Positions">Where each node comes from.</param>
/// <param name="Files">The files that the document was made of, in order.</param>
internal sealed record SourceDocument(string Name, JsonObject Root, SourceMap Positions, IReadOnlyList<string> Files)
{
    /// <summary>The objects whose reference to a file was not followed, and why.</summary>
    public IReadOnlyDictionary<JsonNode, UnfollowedReference> Unfollowed { get; init; } = new Dictionary<JsonNode, UnfollowedReference>();
}
