extern alias generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using VideoTasks.SourceGenerator.Tests.Kiota;
using Bound = generator::VideoTasks.SourceGenerator.Model;
using Format = generator::VideoTasks.Build.Description.Format;
using Generator = generator::VideoTasks.SourceGenerator;

namespace VideoTasks.SourceGenerator.Tests;

/// <summary>The fault of one vendor, and names that are incompatible for C#, leave the rest of the project as it is.</summary>
public sealed class IsolationTests : IUsesVendors
{
    static IEnumerable<TestVendor> IUsesVendors.Vendors => [VendorDocuments.Vendor()];

    [Fact]
    public void A_description_whose_file_cannot_be_read_is_an_error_and_the_other_vendors_are_built()
    {
        var result = Run(out var compilation, new UnreadableText(), Acme("acme"));

        result.Summaries().ShouldBe(["VT010 error generated/locked/locked.vendor.txt:1:1"]);
        Classes(compilation).ShouldBe(["AcmeVendor"]);
    }

    [Fact]
    public void A_description_that_would_become_other_code_is_refused()
    {
        var evil = VendorDocuments.Describe("x-video-status: { cooking: in_progress }\n" + VendorDocuments.Acme)
            .Replace("status=\"InProgress\"", "status=\"InProgress } }; class Evil { } //\"", StringComparison.Ordinal);

        var result = Run(out var compilation, GeneratorRun.Description(evil, "evil"), Acme("acme"));

        result.Diagnostics.Single()
            .GetMessage(System.Globalization.CultureInfo.InvariantCulture)
            .ShouldContain("'status' is 'InProgress } }; class Evil { } //'");
        Classes(compilation).ShouldBe(["AcmeVendor"]);
    }

    [Fact]
    public void A_fault_of_the_generator_leaves_out_one_vendor_and_says_so_at_its_document()
    {
        var vendor = new Format.VendorDescription { Name = "acme", DocumentPath = "openapi/acme.yaml", Files = new(["openapi/acme.yaml"]) };
        var broken = new Bound.BoundVendor(new("acme.vendor.txt", vendor, null)) { Client = new("global::Client", true), Operations = new([null!]) };

        var output = Generator.VendorOutput.Create(broken, new("Acme.App", "/repo", "App"));

        output.Source.ShouldBeNull();
        var diagnostic = output.Diagnostics.ShouldHaveSingleItem();
        (diagnostic.Id, diagnostic.File).ShouldBe(("VT015", "openapi/acme.yaml"));
        diagnostic.Arguments.ShouldContain(a => a.StartsWith("NullReferenceException", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_two_vendors_with_one_class_the_second_is_left_out()
    {
        var result = Run(out var compilation, Acme("acme-video"), Acme("acme.Video"), Acme("other"));

        result.Summaries().ShouldBe(["VT016 error openapi/acme.Video.yaml:1:1"]);
        Classes(compilation).ShouldBe(["AcmeVideoVendor", "OtherVendor"]);
    }

    [Theory]
    [InlineData("video", "_VideoVendor")]
    [InlineData("", "")]
    [InlineData("-", "_Vendor")]
    [InlineData("1st-video", "_1stVideoVendor")]
    [InlineData("class", "ClassVendor")]
    [InlineData("vidéo 視頻", "Vidéo視頻Vendor")]
    public void A_vendor_of_any_name_has_a_class(string name, string className)
    {
        Run(out var compilation, Acme(name));

        Classes(compilation).ShouldBe(className.Length > 0 ? [className] : []);
    }

    [Theory]
    [InlineData("My.class.namespace", "My.@class.@namespace")]
    [InlineData("VideoTasks.Vendors", "VideoTasks.Vendors")]
    [InlineData("My App.2.x-y", "My_App._2.x_y")]
    [InlineData("..", "GeneratedVendors")]
    public void A_root_namespace_of_any_name_is_one(string root, string @namespace)
    {
        Run(out var compilation, root, Acme("video"), Acme("other"));

        compilation.GetSymbolsWithName(n => n.EndsWith("Vendor", StringComparison.Ordinal), SymbolFilter.Type, TestContext.Current.CancellationToken)
            .ShouldAllBe(t => t.ContainingNamespace.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat) == @namespace);
    }

    private static AdditionalText Acme(string vendor) => GeneratorRun.Description(VendorDocuments.Describe(VendorDocuments.Acme, vendor), vendor);

    private static GeneratorDriverRunResult Run(out Compilation compilation, params AdditionalText[] texts) =>
        Run(out compilation, "Acme.App", texts);

    private static GeneratorDriverRunResult Run(out Compilation compilation, string rootNamespace, params AdditionalText[] texts)
    {
        var driver = GeneratorRun.DriverIn(rootNamespace, texts)
            .RunGeneratorsAndUpdateCompilation(
                GeneratorRun.Compile(VendorDocuments.AcmeClient()), out compilation, out _, TestContext.Current.CancellationToken);
        compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity >= DiagnosticSeverity.Warning).ShouldBeEmpty();
        return driver.GetRunResult();
    }

    private static string[] Classes(Compilation compilation) =>
    [
        .. compilation.GetSymbolsWithName(
            n => n.EndsWith("Vendor", StringComparison.Ordinal), SymbolFilter.Type, TestContext.Current.CancellationToken)
            .Select(t => t.Name).Order(StringComparer.Ordinal),
    ];

    private sealed class UnreadableText : AdditionalText
    {
        public override string Path => $"{VendorDocuments.Root}/generated/locked/locked.vendor.txt";

        public override SourceText? GetText(CancellationToken cancellationToken = default) => throw new IOException("locked");
    }
}
