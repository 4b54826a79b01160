using System.Text.Json.Nodes;
using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Documents.Loading;

namespace VideoTasks.Build.Preparation.Reporting;

/// <summary>What preparation says of a document: each thing at its place, and once.</summary>
internal sealed class Findings(SourceMap positions, DiagnosticBag diagnostics)
{
    private readonly HashSet<(string Id, SourcePosition Position, string Message)> _said = [];

    public void Report(DiagnosticDescriptor descriptor, JsonNode? at, params object?[] arguments)
    {
        var own = new DiagnosticBag();
        var position = positions.Find(at);
        own.Report(descriptor, position, arguments);
        if (_said.Add((descriptor.Id, position, own.All[0].Message)))
        {
            diagnostics.AddRange(own.All);
        }
    }
}
