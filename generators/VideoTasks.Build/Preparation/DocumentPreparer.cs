using System.Text;
using System.Text.Json.Nodes;
using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Documents.Loading;

namespace VideoTasks.Build.Preparation;

internal static class DocumentPreparer
{
    public static PreparedDocument Prepare(SourceDocument document, IReadOnlyList<string> includePatterns, IReadOnlyList<string> excludePatterns, DiagnosticBag diagnostics)
        => new((JsonObject)document.Positions.Clone(document.Root)!, document.Positions);
}

internal sealed record PreparedDocument(JsonObject Root, SourceMap Positions)
{
    public byte[] ToUtf8() => Encoding.UTF8.GetBytes(Root.ToJsonString());
}
