using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using VideoTasks.SourceGenerator.Tests.Kiota;

namespace VideoTasks.SourceGenerator.Tests;

/// <summary>A document with an unknown status word (VT001, a warning at openapi/acme.yaml) under different .editorconfig files.</summary>
public sealed class SeverityTests : IUsesVendors
{
    static IEnumerable<TestVendor> IUsesVendors.Vendors => [VendorDocuments.Vendor()];

    [Theory]
    [InlineData("[*]\ndotnet_diagnostic.VT001.severity = error", "error")]
    [InlineData("[*.yaml]\ndotnet_diagnostic.vt001.severity = suggestion", "info")]
    [InlineData("[openapi/**]\ndotnet_diagnostic.VT001.severity = none", null)]
    [InlineData("[openapi/{acme,other}.yaml]\ndotnet_diagnostic.VT001.severity = error # why", "error")]
    [InlineData("[*.cs]\ndotnet_diagnostic.VT001.severity = none", "warning")]
    [InlineData("[openapi/other.yaml]\ndotnet_diagnostic.VT001.severity = none", "warning")]
    [InlineData("[*]\ndotnet_diagnostic.VT001.severity = error\n[*.yaml]\ndotnet_diagnostic.VT001.severity = none", null)]
    [InlineData("[*]\ndotnet_analyzer_diagnostic.category-VideoTasks.severity = error", "error")]
    [InlineData("[*]\ndotnet_analyzer_diagnostic.severity = none\ndotnet_diagnostic.VT001.severity = warning", "warning")]
    public void An_editorconfig_of_the_repository_sets_the_severity_in_its_sections(string config, string? severity) =>
        Severities(("/repo/.editorconfig", config)).ShouldBe(severity is null ? [] : [severity]);

    [Fact]
    public void The_nearest_editorconfig_wins_and_a_root_ends_the_search()
    {
        Severities(
            ("/repo/.editorconfig", "[*]\ndotnet_diagnostic.VT001.severity = none"),
            ("/repo/openapi/.editorconfig", "[*]\ndotnet_diagnostic.VT001.severity = error"))
            .ShouldBe(["error"]);
        Severities(
            ("/repo/.editorconfig", "[*]\ndotnet_diagnostic.VT001.severity = none"),
            ("/repo/openapi/.editorconfig", "root = true\n")).ShouldBe(["warning"]);
        Severities(("/repo/src/.editorconfig", "[*]\ndotnet_diagnostic.VT001.severity = none")).ShouldBe(["warning"]);
    }

    [Fact]
    public void A_global_analyzer_config_sets_it_as_for_any_diagnostic()
    {
        var configs =
            AnalyzerConfigSet.Create(
                new[] { AnalyzerConfig.Parse("is_global = true\ndotnet_diagnostic.VT001.severity = error", "/repo/.globalconfig") });
        var global = new Dictionary<string, ReportDiagnostic>(configs.GlobalConfigOptions.TreeOptions, StringComparer.OrdinalIgnoreCase);
        var compilation = GeneratorRun.Compile(VendorDocuments.AcmeClient());
        compilation = compilation.WithOptions(compilation.Options.WithSyntaxTreeOptionsProvider(new Global(global)));

        GeneratorRun.Driver(Description())
            .RunGeneratorsAndUpdateCompilation(compilation, out _, out var diagnostics, TestContext.Current.CancellationToken);

        diagnostics.Single().Severity.ShouldBe(DiagnosticSeverity.Error);
    }

    private static AdditionalText Description() =>
        GeneratorRun.Description(
            VendorDocuments.Describe(VendorDocuments.Acme.Replace("[queued, ", "[frobnicating, queued, ", StringComparison.Ordinal)));

    private static string[] Severities(params (string Path, string Text)[] configs)
    {
        var texts = configs.Select(c => GeneratorRun.File(c.Path, c.Text)).Append(Description());
        var result = GeneratorRun.Driver([.. texts])
            .RunGenerators(GeneratorRun.Compile(VendorDocuments.AcmeClient()), TestContext.Current.CancellationToken)
            .GetRunResult();
        return [.. result.Diagnostics.Select(d => d.Severity.ToString().ToLowerInvariant())];
    }

    private sealed class Global(Dictionary<string, ReportDiagnostic> severities) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(
            SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        {
            severity = ReportDiagnostic.Default;
            return false;
        }

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            severities.TryGetValue(diagnosticId, out severity);
    }
}
