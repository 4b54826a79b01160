using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Documents.Loading;

namespace VideoTasks.Build.Preparation;

/// <summary>A document that Kiota can digest.</summary>
/// <param name="Root">The document: the same bytes for the same source.</param>
/// <param name="Positions">Where the parts of <paramref name="Root"/> come from.</param>
/// <param name="Operations">How many operations there are in it.</param>
internal sealed record PreparedDocument(JsonObject Root, SourceMap Positions, int Operations)
{
    private static readonly JsonSerializerOptions Format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 512 };

    /// <summary>The document as Kiota gets it.</summary>
    public byte[] ToUtf8() => JsonSerializer.SerializeToUtf8Bytes(Root, Format);

    /// <summary>Where in the source a JSON pointer into <see cref="Root"/> leads, as Kiota's messages have it.</summary>
    public SourcePosition Find(string pointer) => Positions.Find(JsonPointer.ResolveNearest(Root, pointer));
}
