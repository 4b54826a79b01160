using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Documents.Checks;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Kiota;
using VideoTasks.Build.Locking;
using VideoTasks.Build.Output;
using VideoTasks.Build.Preparation;
using VideoTasks.Build.Recognition;

namespace VideoTasks.Build.Tests.Kiota;

/// <summary>Many documents through preparation and one run of Kiota, as an update does it, and their clients through one compilation.</summary>
internal static class ClientBatch
{
    private static readonly CSharpParseOptions Parsing =
        CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.CSharp13).WithDocumentationMode(DocumentationMode.Diagnose);

    private static readonly Lazy<MetadataReference[]> References = new(() =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path) is var name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.Kiota.", StringComparison.Ordinal)))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ]);

    /// <summary>Generates all, each with a result of its own.</summary>
    /// <param name="documents">Their texts by a name, which is no vendor's and may repeat no other.</param>
    public static IReadOnlyList<BatchClient> Generate(IEnumerable<(string Name, string Text)> documents)
    {
        var clients = documents.Select((d, i) => Prepare($"v{i}", d.Name, d.Text)).ToList();
        var folder = Directory.CreateTempSubdirectory("videotasks-batch-").FullName;
        try
        {
            var waiting = clients.Where(c => c.Request is not null).ToList();
            var options = KiotaTool.Options(folder) with { Timeout = TimeSpan.FromMinutes(10) };
            var results = waiting.Count == 0 ? [] : new KiotaClientGenerator(options).Generate([.. waiting.Select(c => c.Request!)]);
            foreach (var (client, result) in waiting.Zip(results))
            {
                (client.Files, client.Failure) = (result.Files, result.Failure);
            }

            return clients;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>All that a project with warnings as errors would say of the clients; each fault names the document.</summary>
    public static IReadOnlyList<string> Faults(IEnumerable<BatchClient> clients) => [.. Compile(clients).GetDiagnostics()
        .Where(static d => d.Severity >= Microsoft.CodeAnalysis.DiagnosticSeverity.Warning).Select(static d => d.ToString())];

    public static CSharpCompilation Compile(IEnumerable<BatchClient> clients) => CSharpCompilation.Create(
        "Batch",
        clients.SelectMany(c => (c.Files ?? []).Select(f => CSharpSyntaxTree.ParseText(f.Content, Parsing, $"{c.Name}/{f.Path}"))),
        References.Value,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            generalDiagnosticOption: ReportDiagnostic.Error));

    private static BatchClient Prepare(string vendor, string name, string text)
    {
        var diagnostics = new DiagnosticBag();
        var client = new BatchClient(name, diagnostics);
        var source = SourceDocumentReader.Parse(Encoding.UTF8.GetBytes(text), name, vendor, diagnostics);
        if (source is null || !OpenApiVersions.Check(source, diagnostics) || !PathReferences.Check(source, diagnostics))
        {
            return client;
        }

        var document = SwaggerUpgrade.Apply(source);
        if (!ReferenceCycles.Break(document, diagnostics))
        {
            return client;
        }

        var prepared = DocumentPreparer.Prepare(document, VendorRecognizer.Recognize(document).IncludePatterns, [], diagnostics);
        if (!diagnostics.HasErrors)
        {
            var locked = new LockedClient
            {
                DescriptionHash = "", DescriptionLocation = "", KiotaVersion = KiotaTool.Version,
                ClientClassName = "BatchClient", ClientNamespaceName = "Batch." + vendor.ToUpperInvariant(),
            };
            client.Request = new ClientRequest(vendor, prepared.ToUtf8(), locked);
        }

        return client;
    }
}

/// <summary>What became of a document of a batch.</summary>
internal sealed class BatchClient(string name, DiagnosticBag diagnostics)
{
    public string Name { get; } = name;

    public DiagnosticBag Diagnostics { get; } = diagnostics;

    /// <summary>What Kiota was asked for; null when a diagnostic says why nothing was.</summary>
    public ClientRequest? Request { get; set; }

    public IReadOnlyList<GeneratedFile>? Files { get; set; }

    public string? Failure { get; set; }

    /// <summary>Whether there is a client, or an error that says why there is none.</summary>
    public bool IsExplained => Files is not null || Failure is not null || Diagnostics.HasErrors;

    public override string ToString() => $"{Name}: {(Files is null ? "no client" : "a client")}, {Failure}, {string.Join(" | ", Diagnostics.All)}";
}
