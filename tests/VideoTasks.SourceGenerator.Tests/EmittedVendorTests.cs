using Microsoft.CodeAnalysis;

namespace VideoTasks.SourceGenerator.Tests;

public sealed class EmittedVendorTests
{
    [Fact]
    public void A_clean_vendor_compiles_without_a_warning_and_has_no_diagnostic()
    {
        var (compilation, result) = GeneratorRun.Run(VendorDocuments.Describe(VendorDocuments.Acme), KiotaShapedClient.Of("Acme.Client", "AcmeClient"));

        result.Summaries().ShouldBeEmpty();
        compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity >= DiagnosticSeverity.Warning).ShouldBeEmpty();
        result.GeneratedTrees.Select(t => Path.GetFileName(t.FilePath)).ShouldBe(["AcmeVendor.g.cs", "VideoVendors.g.cs"]);
    }
}
