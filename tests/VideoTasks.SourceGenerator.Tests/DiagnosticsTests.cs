using VideoTasks.SourceGenerator.Tests.Kiota;

namespace VideoTasks.SourceGenerator.Tests;

/// <summary>Each lists all the diagnostics of a document, with severity, file, line and column.</summary>
public sealed class DiagnosticsTests : IUsesVendors
{
    private const string Acme = VendorDocuments.Acme;

    static IEnumerable<TestVendor> IUsesVendors.Vendors => [VendorDocuments.Vendor()];

    [Fact]
    public void A_status_word_that_no_rule_maps_is_a_warning_at_the_word()
    {
        var document =
            Acme.Replace(
                "enum: [queued, in_progress, completed, failed]", "enum:\n            - queued\n            - frobnicating\n            - "
                    + "completed", StringComparison.Ordinal);

        var (summaries, messages) = Run(document);

        summaries.ShouldBe([$"VT001 warning openapi/acme.yaml:{VendorDocuments.LineOf(document, "- frobnicating")}:15"]);
        messages[0].ShouldContain("'frobnicating' is a status of acme");
    }

    [Fact]
    public void A_hint_that_maps_the_word_silences_it()
    {
        var document = "x-video-status: { frobnicating: in_progress }\n"
            + Acme.Replace("[queued, ", "[frobnicating, queued, ", StringComparison.Ordinal);

        Run(document).Summaries.ShouldBeEmpty();
    }

    [Fact]
    public void A_document_without_an_operation_that_reads_says_why_the_candidates_were_refused()
    {
        var document = Acme.Replace("/v1/videos/{video_id}:", "/v1/videos/{model}:", StringComparison.Ordinal);

        var (summaries, messages) = Run(document);

        summaries.ShouldBe([$"VT002 warning openapi/acme.yaml:{VendorDocuments.LineOf(document, "paths:")}:1"]);
        messages[0].ShouldContain("GET /v1/videos/{model}: its path takes {model}, which is no task");
    }

    [Fact]
    public void A_parameter_that_nothing_gives_a_value_says_which_hint_or_option_does()
    {
        var document = Acme.Replace("/v1/videos/{video_id}/content:", "/v1/{tenant}/videos/{video_id}/content:", StringComparison.Ordinal);

        var (summaries, messages) =
            Run(
                document.Replace("/v1/videos", "/v1/{tenant}/videos", StringComparison.Ordinal)
                    .Replace("/v1/{tenant}/{tenant}", "/v1/{tenant}", StringComparison.Ordinal));

        summaries.ShouldContain(s => s.StartsWith("VT013 warning", StringComparison.Ordinal));
        messages.ShouldContain(
            m => m.Contains("x-video-path", StringComparison.Ordinal) && m.Contains("--path tenant=VALUE", StringComparison.Ordinal));
    }

    [Fact]
    public void A_document_with_no_way_to_the_video_is_a_warning_at_the_operation_that_reads()
    {
        var document = Acme.Replace("video_url: { type: string }", "note: { type: string }", StringComparison.Ordinal)
            .Replace("/content:", "/thumbnails:", StringComparison.Ordinal);

        var (summaries, messages) = Run(document);

        var get = VendorDocuments.LineOf(document, "/v1/videos/{video_id}:") + 1;
        summaries.ShouldBe([$"VT003 warning openapi/acme.yaml:{get}:5"]);
        messages[0].ShouldContain("no role knows 'thumbnails' of one id");
    }

    [Fact]
    public void Two_operations_that_fit_as_well_are_a_warning_at_the_one_that_was_not_taken()
    {
        var document = Acme.Replace("  /v1/videos/{video_id}/content:", """
              /v1/videos/{video_id}/download:
                get:
                  responses:
                    '200':
                      description: ok
                      content:
                        video/mp4: {}
              /v1/videos/{video_id}/content:
            """, StringComparison.Ordinal);

        var (summaries, messages) = Run(document);

        summaries.ShouldBe([$"VT004 warning openapi/acme.yaml:{VendorDocuments.LineOf(document, "{video_id}/download:") + 1}:5"]);
        messages[0].ShouldContain("GET /v1/videos/{video_id}/content was taken and GET /v1/videos/{video_id}/download was not");
    }

    [Fact]
    public void Two_properties_that_fit_as_well_are_a_warning_at_the_one_that_was_taken()
    {
        var document =
            Acme.Replace("id: { type: string }\n", "id: { type: string }\n        createdAt: { type: integer }\n", StringComparison.Ordinal);

        var (summaries, _) = Run(document);

        summaries.ShouldBe([$"VT005 warning openapi/acme.yaml:{VendorDocuments.LineOf(document, "createdAt:")}:9"]);
    }

    [Theory]
    [InlineData("x-video-operations: { get: 'GET /v2/nowhere/{id}' }", 23)]
    [InlineData("x-video-fields: { video_url: /result/url }", 19)]
    [InlineData("x-video-content-id: /file_id", 1)]
    [InlineData("x-video-request: { prompt: /input/text }", 20)]
    public void A_hint_that_points_at_nothing_is_an_error_at_the_hint(string hint, int column)
    {
        var (summaries, _) = Run(hint + "\n" + Acme);

        summaries.ShouldBe([$"VT006 error openapi/acme.yaml:1:{column}"]);
    }

    [Theory]
    [InlineData("x-video-statuses: { done: completed }", "VT007", 1)]
    [InlineData("x-video-status: { done: finito }", "VT007", 19)]
    [InlineData("x-video-operations: { fetch: 'GET /v1/videos' }", "VT007", 23)]
    [InlineData("x-video-fields: { film: /url }", "VT007", 19)]
    [InlineData("x-video-fields: { video_url: url }", "VT007", 19)]
    [InlineData("x-video-units: { progress: apples }", "VT007", 18)]
    [InlineData("x-video-poll-interval: soon", "VT007", 1)]
    [InlineData("x-video-auth: { in: cookie, name: session }", "VT007", 17)]
    [InlineData("x-video-content-url: { needs-key: maybe }", "VT007", 24)]
    [InlineData("x-video-base-url: ftp://files.acme.test", "VT007", 1)]
    public void A_hint_that_says_nothing_understandable_is_an_error_at_the_hint(string hint, string id, int column)
    {
        var (summaries, _) = Run(hint + "\n" + Acme);

        summaries.ShouldBe([$"{id} error openapi/acme.yaml:1:{column}"]);
    }

    [Fact]
    public void A_property_whose_type_cannot_hold_its_field_is_a_warning_at_the_property()
    {
        var document = Acme.Replace("progress: { type: number }", "progress: { type: boolean }", StringComparison.Ordinal);

        Run(document).Summaries.ShouldBe([$"VT008 warning openapi/acme.yaml:{VendorDocuments.LineOf(document, "progress:")}:9"]);
    }

    [Fact]
    public void A_document_without_a_security_scheme_is_a_warning_unless_a_hint_says_how_the_key_goes()
    {
        var document = Acme.Replace("  securitySchemes:\n    key: { type: http, scheme: bearer }", "", StringComparison.Ordinal);

        Run(document).Summaries.ShouldBe(["VT009 warning openapi/acme.yaml:1:1"]);
        Run("x-video-auth: { name: X-Acme-Key }\n" + document).Summaries.ShouldBeEmpty();
        Run("x-video-auth: none\n" + document).Summaries.ShouldBeEmpty();
    }

    [Fact]
    public void A_description_that_cannot_be_read_is_an_error_and_the_other_vendors_are_built()
    {
        var driver = GeneratorRun.Driver(
            GeneratorRun.Description("videotasks-vendor version=\"99\"\n", "broken"),
            GeneratorRun.Description("nonsense!\n", "worse"),
            GeneratorRun.Description(VendorDocuments.Describe(Acme)));
        var result = driver.RunGenerators(GeneratorRun.Compile(VendorDocuments.AcmeClient()), TestContext.Current.CancellationToken).GetRunResult();

        result.Summaries().ShouldBe(["VT010 error generated/broken/broken.vendor.txt:1:1", "VT010 error generated/worse/worse.vendor.txt:1:1"]);
        result.GeneratedTrees.Length.ShouldBe(2);
    }

    [Fact]
    public void A_missing_typed_client_is_an_error() => Run(Acme, "class Nothing;").Summaries.ShouldBe(["VT011 error openapi/acme.yaml:1:1"]);

    [Fact]
    public void An_operation_that_the_typed_client_lacks_is_a_warning_and_the_vendor_goes_without()
    {
        var document = Acme.Replace("  /v1/videos/{video_id}/content:", """
              /v1/videos/{video_id}/cancel:
                post:
                  responses:
                    '200': { description: ok }
              /v1/videos/{video_id}/content:
            """, StringComparison.Ordinal);

        var (summaries, messages) = Run(document);

        summaries.ShouldBe([$"VT012 warning openapi/acme.yaml:{VendorDocuments.LineOf(document, "/cancel:") + 1}:5"]);
        messages[0].ShouldContain("has no property for 'cancel'");
    }

    private static (string[] Summaries, string[] Messages) Run(string document, params string[] client)
    {
        var (_, result) = GeneratorRun.Run(VendorDocuments.Describe(document), client.Length > 0 ? client : VendorDocuments.AcmeClient());
        return (result.Summaries(), [.. result.Diagnostics.Select(d => d.GetMessage(System.Globalization.CultureInfo.InvariantCulture))]);
    }
}
