using Microsoft.OpenApi;
using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Generation;
using VideoTasks.Build.Locking;

namespace VideoTasks.Build.Update;

/// <summary>What makes a client of a document: this generator, or a command in its place.</summary>
internal interface IClientBackend
{
    /// <summary>What changes when the backend may write something else for the same input.</summary>
    string Identity { get; }

    /// <param name="document">The effective document.</param>
    /// <param name="model">The same, read.</param>
    /// <param name="client">How to generate.</param>
    /// <param name="diagnostics">Where faults go.</param>
    /// <returns>The client's files; null, with errors in <paramref name="diagnostics"/>, when none can be made.</returns>
    IReadOnlyList<GeneratedFile>? Generate(SourceDocument document, OpenApiDocument model, LockedClient client, DiagnosticBag diagnostics);
}
