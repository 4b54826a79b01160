using System.Text.Json.Nodes;
using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Recognition.Fields;
using VideoTasks.Build.Recognition.Hints;
using VideoTasks.Build.Recognition.Operations;
using VideoTasks.Build.Recognition.Requests;
using VideoTasks.Build.Recognition.Schemas;

namespace VideoTasks.Build.Recognition;

/// <summary>What a document says about a vendor: what of it a client is generated for, and all that its description needs.</summary>
internal sealed class RecognizedVendor
{
    /// <summary>The effective document.</summary>
    public required SourceDocument Document { get; init; }

    public required SchemaReader Schemas { get; init; }

    public required VideoHints Hints { get; init; }

    public required RecognizedOperations Operations { get; init; }

    public required OperationFields Fields { get; init; }

    public required RecognizedSecurity Security { get; init; }

    /// <summary>The parameters of each operation besides the task's id.</summary>
    public required IReadOnlyDictionary<RecognizedOperation, IReadOnlyList<RecognizedParameter>> Parameters { get; init; }

    /// <summary>The requests of the operations that start a task.</summary>
    public required IReadOnlyDictionary<RecognizedOperation, IReadOnlyList<RecognizedRequestField>> Requests { get; init; }

    /// <summary>The first server that a client can call; null without one.</summary>
    public required string? ServerUrl { get; init; }

    /// <summary>Kiota's include patterns for the video operations; empty when the document holds no others.</summary>
    public IReadOnlyList<string> IncludePatterns => Operations.IncludePatterns;

    /// <summary>What is to be said about the document and its hints.</summary>
    public IReadOnlyList<HintProblem> Problems => Hints.Problems;

    /// <summary>Where a node stands, or what it was made of.</summary>
    public SourcePosition PositionOf(JsonNode node) => Document.Positions.Find(Schemas.OriginOf(node));
}
