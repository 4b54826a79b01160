extern alias generator;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using VideoTasks.SourceGenerator.Tests.Kiota;

namespace VideoTasks.SourceGenerator.Tests;

/// <summary>The list of a project's own vendors, and how code gets at it.</summary>
public sealed class CatalogTests : IUsesVendors
{
    // The global namespace with a using of the library's: where a list of the same name would be taken for the library's.
    private const string Caller = """
        using VideoTasks;
        using VideoTasks.Vendors;
        using Acme.App;

        internal static class Caller
        {
            internal static object Library => VideoVendors.All;
            internal static object Own => AppVideoVendors.All;
            internal static IVideoTasksBuilder Add(IVideoTasksBuilder builder) => builder.AddAppVendors();
        }
        """;

    private static readonly TestVendor Internal = VendorDocuments.Vendor().With(c => c with { TypeAccessModifier = "Internal" });

    private static readonly TestVendor Public = VendorDocuments.Vendor().With(c => c with { TypeAccessModifier = "Public" });

    static IEnumerable<TestVendor> IUsesVendors.Vendors => [VendorDocuments.Vendor(), Internal, Public];

    [Fact]
    public void The_list_of_a_project_does_not_hide_that_of_the_library()
    {
        var (compilation, _) = GeneratorRun.Run(
            VendorDocuments.Describe(VendorDocuments.Acme), [.. KiotaBatch.SourcesOf(VendorDocuments.Vendor().Client), Caller]);

        compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        compilation.GetTypeByMetadataName("Acme.App.VideoVendors").ShouldBeNull();
    }

    [Theory]
    [InlineData(false, Accessibility.Public)]
    [InlineData(true, Accessibility.Internal)]
    public void The_list_and_its_extension_are_as_visible_as_the_vendors(bool isInternal, Accessibility expected)
    {
        var client = (isInternal ? Internal : Public).Client;
        var (compilation, _) = GeneratorRun.Run(VendorDocuments.Describe(VendorDocuments.Acme), KiotaBatch.SourcesOf(client));

        compilation.GetTypeByMetadataName("Acme.App.AppVideoVendors").ShouldNotBeNull().DeclaredAccessibility.ShouldBe(expected);
        compilation.GetTypeByMetadataName("VideoTasks.AppVideoVendorsBuilderExtensions").ShouldNotBeNull().DeclaredAccessibility.ShouldBe(expected);
    }

    [Theory]
    [InlineData("My.Films", null, "namespace My.Films", "class FilmsVideoVendors", "AddFilmsVendors")]
    [InlineData("My.event", null, "namespace My.@event", "class eventVideoVendors", "AddeventVendors")]
    [InlineData("My.Films", "Acme", "namespace My.Films", "class AcmeVideoVendors", "AddAcmeVendors")]
    public void A_property_or_the_root_namespace_names_the_list(string rootNamespace, string? name, params string[] expected)
    {
        var source = SourceOf(LanguageVersion.CSharp13, rootNamespace, name);

        expected.ShouldAllBe(text => source.Contains(text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp13, false)]
    [InlineData(LanguageVersion.Preview, true)]
    public void A_vendor_is_a_member_of_VideoVendors_where_the_language_has_extension_members(LanguageVersion version, bool expected)
    {
        var source = SourceOf(version, "Films");

        source.Contains("extension(global::VideoTasks.Vendors.VideoVendors)", StringComparison.Ordinal).ShouldBe(expected);
        source.Contains("VideoVendor Acme => global::Films.FilmsVideoVendors.All[0];", StringComparison.Ordinal).ShouldBe(expected);
    }

    private static string SourceOf(LanguageVersion version, string rootNamespace, string? name = null)
    {
        var parsing = CSharpParseOptions.Default.WithLanguageVersion(version);
        var compilation = GeneratorRun.Compile(VendorDocuments.AcmeClient());
        var driver = GeneratorRun.DriverIn(rootNamespace, name, GeneratorRun.Description(VendorDocuments.Describe(VendorDocuments.Acme)))
            .WithUpdatedParseOptions(parsing);
        return driver.RunGenerators(compilation, TestContext.Current.CancellationToken).GetRunResult().Results.Single()
            .GeneratedSources.Single(source => source.HintName == "VideoVendors.g.cs").SourceText.ToString();
    }
}
