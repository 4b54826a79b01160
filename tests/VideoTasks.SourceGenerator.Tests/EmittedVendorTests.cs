extern alias library;

using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using VideoTasks.Build.Description;
using VideoTasks.Build.Description.Format;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Recognition;
using VideoTasks.SourceGenerator.Tests.Kiota;
using VideoTasks.Vendors;
using VideoFieldUnit = library::VideoTasks.Generated.VideoFieldUnit;
using VideoTaskField = library::VideoTasks.Generated.VideoTaskField;

namespace VideoTasks.SourceGenerator.Tests;

/// <summary>Emitted vendors, compiled and run against a server that notes what goes over the wire.</summary>
public sealed class EmittedVendorTests : IUsesVendors
{
    private const string Task = """{ "id": "t", "status": "queued" }""";

    private static readonly string Nested = VendorDocuments.Acme.Replace(
        "model: { type: string }",
        "model: { type: string }\n                input: { type: object }\n                content: { type: array, items: { type: object } }",
        StringComparison.Ordinal);

    private static readonly TestVendor Internal = VendorDocuments.Vendor().With(c => c with { TypeAccessModifier = "Internal" });

    static IEnumerable<TestVendor> IUsesVendors.Vendors =>
        [VendorDocuments.Vendor(), VendorDocuments.Vendor(Nested), Internal, TestVendor.OfDocuments("openai")];

    [Fact]
    public void A_clean_vendor_compiles_without_a_warning_and_has_no_diagnostic()
    {
        var (compilation, result) = GeneratorRun.Run(VendorDocuments.Describe(VendorDocuments.Acme), VendorDocuments.AcmeClient());

        result.Summaries().ShouldBeEmpty();
        compilation.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(d => d.Severity >= Microsoft.CodeAnalysis.DiagnosticSeverity.Warning)
            .ShouldBeEmpty();
        result.GeneratedTrees.Select(t => Path.GetFileName(t.FilePath)).ShouldBe(["AcmeVendor.g.cs", "VideoVendors.g.cs"]);
    }

    [Fact]
    public void A_vendor_is_as_visible_as_its_client()
    {
        var (compilation, _) = GeneratorRun.Run(VendorDocuments.Describe(VendorDocuments.Acme), KiotaBatch.SourcesOf(Internal.Client));

        compilation.GetTypeByMetadataName("Acme.App.AcmeVendor").ShouldNotBeNull().DeclaredAccessibility.ShouldBe(Accessibility.Internal);
        compilation.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error)
            .ShouldBeEmpty();
    }

    [Fact]
    public void What_a_document_says_is_in_the_description_with_its_place()
    {
        var vendor = VendorBuild.Of(VendorDocuments.Vendor());

        vendor.Description.ShouldSatisfyAllConditions(
            d => d.Name.ShouldBe("acme"),
            d => d.BaseUrl.ShouldBe(new Uri("https://api.acme.test")),
            d => d.Authentication.ShouldBe(VideoVendorAuthentication.Bearer),
            d =>
                d.Operations.Select(o => o.Operation)
                    .ShouldBe([VideoOperation.Create, VideoOperation.Get, VideoOperation.Content, VideoOperation.List]),
            d => d.Operations.Select(o => $"{o.Method} {o.Path}").Last().ShouldBe("GET /v1/videos"));
        vendor.Explain().ShouldNotBeNull().ShouldSatisfyAllConditions(
            d => d.DocumentPath.ShouldBe("openapi/acme.yaml"),
            d => d.Operations.Select(o => o.Operation).ShouldBe(vendor.Description.Operations.Select(o => o.Operation)),
            d => d.Operations.Select(o => o.Request.Count).ShouldBe(vendor.Description.Operations.Select(o => o.Request.Count)),
            d => d.Operations[1].Why.Source
                .ShouldBe($"openapi/acme.yaml:{VendorDocuments.LineOf(VendorDocuments.Acme, "/v1/videos/{video_id}:") + 1}:5"),
            d => d.Fields.Single(f => f is { Operation: VideoOperation.Get, Field: VideoTaskField.VideoUrl }).Property.ShouldBe("/video_url"),
            d => d.Fields.Single(f => f is { Operation: VideoOperation.Get, Field: VideoTaskField.ExpiresAt }).Property.ShouldBeNull());
    }

    [Fact]
    public void Hints_are_in_the_description()
    {
        var vendor = VendorBuild.Of(VendorDocuments.Vendor("""
            x-video-status: { cooking: in_progress, 'true': completed }
            x-video-units: { progress: fraction, created_at: milliseconds, completed_at: utc-03:30, expires_at: utc+8 }
            x-video-fields: { status: /status }
            x-video-auth: { name: X-Acme }
            x-video-poll-interval: 2.5
            x-video-idempotent: true
            x-video-content-url: { needs-key: true }
            x-video-base-url: /gateway
            x-video-list: /items

            """ + VendorDocuments.Acme));

        vendor.Description.ShouldSatisfyAllConditions(
            d => d.StatusWords["cooking"].ShouldBe(VideoTaskStatus.InProgress),
            d => d.StatusWords["true"].ShouldBe(VideoTaskStatus.Completed),
            d => d.FieldUnits[VideoTaskField.Progress].ShouldBe(VideoFieldUnit.Fraction),
            d => d.FieldUnits.Count.ShouldBe(2),
            d => d.FieldOffsets[VideoTaskField.CompletedAt].ShouldBe(-new TimeSpan(3, 30, 0)),
            d => d.FieldOffsets[VideoTaskField.ExpiresAt].ShouldBe(TimeSpan.FromHours(8)),
            d => d.FieldPointers[VideoTaskField.Status].ShouldBe("/status"),
            d => d.Authentication.ShouldBe(new() { Location = VideoKeyLocation.Header, Name = "X-Acme" }),
            d => d.PollInterval.ShouldBe(TimeSpan.FromSeconds(2.5)),
            d => d.CreateIsIdempotent.ShouldBeTrue(),
            d => d.ContentUrlNeedsKey.ShouldBeTrue(),
            d => d.BaseUrl.ShouldBe(new Uri("https://api.acme.test/gateway")),
            d => d.ListPointer.ShouldBe("/items"));
    }

    [Theory]
    [InlineData(1, """["https://img.test/0.png"]""", "urls")]
    [InlineData(1, """{"image_url":"https://img.test/0.png"}""", "object:image_url")]
    [InlineData(2, """[{"image_url":{"url":"https://img.test/0.png"}},{"image_url":{"url":"https://img.test/1.png"}}]""", "objects:image_url/url")]
    [InlineData(1, "\"https://img.test/0.png\"", "url")]
    public async Task An_input_reference_has_the_shape_that_the_vendor_takes(int count, string expected, string shape)
    {
        var body = await CreateAsync(
            $"x-video-request: {{ input_reference: {{ pointer: /input_reference, shape: '{shape}' }} }}\n" + VendorDocuments.Acme,
            new() { Prompt = "p", InputReferences = [
                .. Enumerable.Range(0, count).Select(i => VideoInputReference.FromUrl(new($"https://img.test/{i}.png")))] });

        JsonNode.DeepEquals(body["input_reference"], JsonNode.Parse(expected)).ShouldBeTrue(body.ToJsonString());
    }

    [Theory]
    [InlineData("veo-3.1", "[\"https://img.test/a.png\"]")]
    [InlineData("sora-2", "{\"image_url\":\"https://img.test/a.png\"}")]
    public async Task The_shape_of_an_input_reference_may_depend_on_the_model(string model, string expected)
    {
        var body = await CreateAsync(
            "x-video-request: { input_reference: { pointer: /input_reference, shape: { 'veo*': urls, '*': 'object:image_url' } } }\n"
                + VendorDocuments.Acme,
            new() { Prompt = "p", Model = model, InputReferences = [VideoInputReference.FromUrl(new("https://img.test/a.png"))] });

        JsonNode.DeepEquals(body["input_reference"], JsonNode.Parse(expected)).ShouldBeTrue(body.ToJsonString());
    }

    [Fact]
    public async Task Additional_properties_win_over_canonical_ones_and_reach_the_body_once()
    {
        var body = await CreateAsync(VendorDocuments.Acme, new()
        {
            Prompt = "p", Seconds = 4, Size = "1280x720",
            AdditionalProperties =
                new JsonObject { ["seconds"] = "eight", ["seed"] = 7, ["nested"] = new JsonObject { ["a"] = new JsonArray(1, null, true) } },
        });

        body.ToJsonString().ShouldBe("""{"prompt":"p","size":"1280x720","seconds":"eight","seed":7,"nested":{"a":[1,null,true]}}""");
    }

    [Fact]
    public async Task Nested_bodies_constants_and_headers_are_data()
    {
        using var server = StubServer.Start().Answers("POST /v1/videos", JsonAnswer(Task));
        var client = ClientOf("""
            x-video-request: { prompt: /content/0/text, size: /input/dims, values: { /content/0/type: text, /input/fast: true } }
            x-video-headers: { X-Async: enable }

            """ + Nested, server);

        await client.CreateAsync(new() { Prompt = "p", Model = "m", Size = "1x2" }, TestContext.Current.CancellationToken);

        JsonNode.DeepEquals(
            JsonNode.Parse(server.Requests[0].Body!), JsonNode
                .Parse("""{"content":[{"type":"text","text":"p"}],"input":{"fast":true,"dims":"1x2"},"model":"m"}"""))
            .ShouldBeTrue(server.Requests[0].Body);
    }

    [Fact]
    public async Task A_file_goes_as_a_data_url_where_only_json_is_taken()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("videotasks-").FullName, "a.png");
        await File.WriteAllBytesAsync(file, [1, 2, 3], TestContext.Current.CancellationToken);

        var body = await CreateAsync(
            "x-video-request: { input_reference: { pointer: /input_reference, shape: url } }\n"
                + VendorDocuments.Acme, new() { Prompt = "p", InputReferences = [VideoInputReference.FromFile(file)] });

        body["input_reference"]!.GetValue<string>().ShouldBe("data:image/png;base64,AQID");
    }

    [Fact]
    public async Task A_file_is_uploaded_where_multipart_is_taken()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("videotasks-").FullName, "start frame.png");
        await File.WriteAllTextAsync(file, "PNGDATA", TestContext.Current.CancellationToken);
        using var server = StubServer.Start().Answers("POST /v1/videos", JsonAnswer("""{ "id": "video_1", "status": "queued" }"""));
        var client = new VideoTaskClient(VendorBuild.Of(TestVendor.OfDocuments("openai")), new() { BaseUrl = server.Address, ApiKey = "k" });

        await client.CreateAsync(
            new() { Prompt = "ein Hündchen", Model = "sora-2", Seconds = 4, InputReferences = [VideoInputReference.FromFile(file)] },
            TestContext.Current.CancellationToken);

        server.Requests[0].Header("Content-Type").ShouldNotBeNull().ShouldStartWith("multipart/form-data; boundary=");
        var body = server.Requests[0].Body!;
        body.ShouldContain("name=\"input_reference\"");
        body.ShouldContain("filename=\"start frame.png\"");
        body.ShouldContain("Content-Type: image/png");
        body.ShouldContain("PNGDATA");
        body.ShouldContain("ein Hündchen");
    }

    [Fact]
    public void Typed_properties_are_read_and_what_they_can_not_hold_is_left_to_the_raw_body()
    {
        var vendor = VendorBuild.Of(VendorDocuments.Vendor());
        using var json = JsonDocument.Parse(
            """{ "id": "t", "status": "in_progress", "progress": 12.5, "created_at": 1762789802, "seconds": 4, "size": "720x1280", "video_url": "/v.mp4", "error": { "code": "c", "message": "m" } }""");

        var node = new Microsoft.Kiota.Serialization.Json.JsonParseNode(json.RootElement);
        var fields = vendor.ReadTyped(VideoOperation.Get, node);

        fields.ShouldSatisfyAllConditions(
            f =>
                f.Id.ShouldBe("t"), f =>
                    f.Status.ShouldBe("in_progress"), f =>
                        f.Progress.ShouldBe(12.5), f => f.Duration.ShouldBe(4), f => (f.Width, f.Height).ShouldBe((720, 1280)),
            f => f.CreatedAt.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1762789802)), f => f.VideoUrl
                .ShouldBe("/v.mp4"), f => f.Error
                .ShouldBe(new() { Code = "c", Message = "m" }));
        vendor.ReadTyped(VideoOperation.Delete, node).ShouldBe(new());
    }

    [Fact]
    public void Partial_methods_say_what_data_can_not()
    {
        var vendor = VendorBuild.Of(VendorDocuments.Vendor(), """
            namespace Acme.App;

            partial class AcmeVendor
            {
                static partial void AdjustDescription(ref VideoTasks.Vendors.VideoVendorDescription description) => description = description with { ListPointer = "/adjusted" };

                partial void AdjustFields(VideoTasks.VideoOperation operation, Microsoft.Kiota.Abstractions.Serialization.IParseNode body, VideoTasks.Generated.VideoTaskFields fields) => fields.Model = "hooked";
            }
            """);
        using var json = JsonDocument.Parse("{}");

        vendor.Description.ListPointer.ShouldBe("/adjusted");
        vendor.ReadTyped(VideoOperation.Get, new Microsoft.Kiota.Serialization.Json.JsonParseNode(json.RootElement)).Model.ShouldBe("hooked");
    }

    [Fact]
    public void A_hostile_document_stays_inside_its_strings()
    {
        const string evil = "\\\"; System.IO.File.Delete(\\\"x\\\"); // */ } \\u2028 \\u202e {0} \\n#error no";
        var text = $$$"""
            { "openapi": "3.0.0", "info": { "title": "{{{evil}}}" }, "servers": [ { "url": "https://a.test/%22;" } ],
              "x-video-status": { "{{{evil}}}": "queued" }, "x-video-request": { "values": { "/{{{evil}}}": "{{{evil}}}" } }, "x-video-headers": { "X-A": "\"; evil" },
              "paths": {
                "/v1/videos": { "post": { "summary": "{{{evil}}}", "requestBody": { "content": { "application/json": { "schema": { "type": "object", "properties": { "prompt": { "type": "string" } } } } } } } },
                "/v1/videos/{video_id}": { "get": { "operationId": "{{{evil}}}", "responses": { "200": { "content": { "application/json": { "schema": { "type": "object",
                  "properties": { "id": { "type": "string" }, "status": { "type": "string", "enum": ["{{{evil}}}"] }, "video_url": { "type": "string" } } } } } } } } } },
              "components": { "securitySchemes": { "{{{evil}}}": { "type": "http", "scheme": "bearer" } } } }
            """;
        var document = SourceDocumentReader.Parse(System.Text.Encoding.UTF8.GetBytes(text), "openapi/acme.json", "acme", new());
        var recognized = VendorRecognizer.Recognize(document.ShouldNotBeNull());
        var description =
            DescriptionCodec.Write(
                VendorDescriber.Describe(recognized, new("acme", "Acme.Client", "AcmeClient", "openapi/acme.json", evil, "/repo")));

        var (compilation, result) = GeneratorRun.Run(description, VendorDocuments.AcmeClient());

        result.Diagnostics.ShouldNotContain(d => d.Id == "VT010");
        compilation.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(d => d.Severity >= Microsoft.CodeAnalysis.DiagnosticSeverity.Warning)
            .ShouldBeEmpty();
        result.GeneratedTrees.First().ToString().ShouldNotContain("\u202e");
    }

    private static VideoTaskClient ClientOf(string yaml, WireMockServer server) =>
        new VideoTaskClient(VendorBuild.Of(VendorDocuments.Vendor(yaml)), new() { BaseUrl = server.Address, ApiKey = "k" });

    private static async Task<JsonObject> CreateAsync(string yaml, VideoTaskRequest request)
    {
        using var server = StubServer.Start().Answers("POST /v1/videos", JsonAnswer(Task));
        await ClientOf(yaml, server).CreateAsync(request, TestContext.Current.CancellationToken);
        return JsonNode.Parse(server.Requests[0].Body!)!.AsObject();
    }
}
