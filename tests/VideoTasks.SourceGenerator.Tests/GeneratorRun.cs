extern alias generator;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using generator::VideoTasks.SourceGenerator;

namespace VideoTasks.SourceGenerator.Tests;

/// <summary>Compilations and drivers for the generator, over the assemblies that this test runs with.</summary>
internal static class GeneratorRun
{
    // Kiota's clients have nullable types where these are defined.
    private static readonly CSharpParseOptions Parsing =
        new(LanguageVersion.Latest, preprocessorSymbols: ["NETCOREAPP3_1_OR_GREATER", "NETSTANDARD2_1_OR_GREATER"]);

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && !name.StartsWith("xunit", StringComparison.Ordinal)
                && name is not ("VideoTasks.SourceGenerator.dll" or "VideoTasks.Build.dll" or "VideoTasks.SourceGenerator.Tests.dll"))
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path)),
    ];

    public static CSharpCompilation Compile(params string[] sources) => CSharpCompilation.Create(
        "Acme.App",
        sources.Select((source, i) => CSharpSyntaxTree.ParseText(source, Parsing, $"Source{i}.cs")),
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    public static GeneratorDriver Driver(params AdditionalText[] texts) => DriverIn("Acme.App", texts);

    /// <summary>A driver in a project with a root namespace.</summary>
    public static GeneratorDriver DriverIn(string rootNamespace, params AdditionalText[] texts) => DriverIn(rootNamespace, null, texts);

    /// <summary>A driver in a project that names the list of its vendors.</summary>
    public static GeneratorDriver DriverIn(string rootNamespace, string? catalogName, params AdditionalText[] texts) => CSharpGeneratorDriver.Create(
        [new VendorGenerator().AsSourceGenerator()],
        texts,
        Parsing,
        new Options(new()
        {
            ["build_property.RootNamespace"] = rootNamespace,
            ["build_property.VideoTasksRoot"] = VendorDocuments.Root + "/",
            ["build_property.VideoTasksCatalogName"] = catalogName ?? "",
        }),
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    public static AdditionalText Description(string text, string vendor = "acme") =>
        new Text($"{VendorDocuments.Root}/generated/{vendor}/{vendor}.vendor.txt", text);

    public static AdditionalText File(string path, string text) => new Text(path, text);

    /// <summary>Runs the generator over one vendor and gives the compilation with what it added, which must compile without a warning.</summary>
    public static (Compilation Compilation, GeneratorDriverRunResult Result) Run(string description, params string[] sources)
    {
        var driver = Driver(Description(description)).RunGeneratorsAndUpdateCompilation(Compile(sources), out var compilation, out _);
        return (compilation, driver.GetRunResult());
    }

    /// <summary>The diagnostics of a run as <c>VT001 warning openapi/acme.yaml:12:5</c>, in order.</summary>
    public static string[] Summaries(this GeneratorDriverRunResult result) =>
    [
        .. result.Diagnostics.Select(d =>
        {
            var span = d.Location.GetLineSpan();
            var path = span.Path.Replace(VendorDocuments.Root + "/", "", StringComparison.Ordinal);
            return $"{d.Id} {d.Severity.ToString().ToLowerInvariant()} "
                + $"{path}:{span.StartLinePosition.Line + 1}:{span.StartLinePosition.Character + 1}";
        }).Order(StringComparer.Ordinal),
    ];

    private sealed class Text(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    private sealed class Options(Dictionary<string, string> values) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(values);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) =>
            values.TryGetValue(key, out value);
    }
}
