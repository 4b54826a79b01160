using System.Text;
using Microsoft.OpenApi;
using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Generation;

namespace VideoTasks.Build.Tests.Compilation;

/// <summary>Documents of tests → clients.</summary>
internal static class TestDocument
{
    public static GenerateOptions Options { get; } = new() { ClientClassName = "TestClient", ClientNamespaceName = "Test", ExcludeBackwardCompatible = true };

    /// <summary>A document of Documents/Features.</summary>
    public static string Read(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Documents", "Features", name + ".yaml"));

    public static OpenApiDocument Parse(string text, string file = "document.yaml")
    {
        var diagnostics = new DiagnosticBag();
        var source = SourceDocumentReader.Parse(Encoding.UTF8.GetBytes(text), file, "document", diagnostics);
        var document = source is null ? null : OpenApiReader.Read(source, diagnostics);
        return document ?? throw new InvalidOperationException(string.Join('\n', diagnostics.All));
    }

    public static GenerationResult Generate(string text, GenerateOptions? options = null) => ClientGeneration.Generate(Parse(text), options ?? Options);
}
