using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Generation;
using VideoTasks.Build.Recognition.Schemas;

namespace VideoTasks.Build.Tests.Compilation;

/// <summary>Compiles clients as a project with warnings as errors would.</summary>
internal static class ClientCompiler
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

    public static CSharpCompilation Compile(IEnumerable<GeneratedFile> files, params string[] more) => CSharpCompilation.Create(
        "Client" + Guid.NewGuid().ToString("N"),
        files.Where(static file => file.Path.EndsWith(".cs", StringComparison.Ordinal)).Select(static file => (file.Content, file.Path))
            .Concat(more.Select(static text => (text, "Test.cs")))
            .Select(static file => CSharpSyntaxTree.ParseText(file.Item1, Parsing, file.Item2)),
        References.Value,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            generalDiagnosticOption: ReportDiagnostic.Error));

    /// <summary>Errors and warnings.</summary>
    public static IReadOnlyList<string> Faults(this CSharpCompilation compilation) =>
        [.. compilation.GetDiagnostics().Where(static d => d.Severity >= DiagnosticSeverity.Warning).Select(static d => d.ToString())];

    public static System.Reflection.Assembly Load(this CSharpCompilation compilation)
    {
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        result.Success.ShouldBeTrue(string.Join('\n', compilation.Faults()));
        return System.Reflection.Assembly.Load(stream.ToArray());
    }
}
