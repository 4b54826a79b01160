using System.Text;
using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Documents.Merging;

namespace VideoTasks.Build.Tests.Documents.Merging;

public class DocumentMergerTests
{
    private const string Head = "openapi: 3.0.0\ninfo: {title: A, version: '1'}\n";

    [Fact]
    public void Paths_and_components_of_all_documents_are_joined()
    {
        var merged = Merge(
            Head + "paths:\n  /a:\n    get: {operationId: a}\ncomponents: {schemas: {A: {type: string}}}",
            Head + "paths:\n  /a:\n    post: {operationId: b}\n  /b: {}\ncomponents: {schemas: {B: {type: string}}, responses: {R: {}}}");

        merged.Root["paths"]!.ToJsonString().ShouldBe("""{"/a":{"get":{"operationId":"a"},"post":{"operationId":"b"}},"/b":{}}""");
        merged.Root["components"]!.ToJsonString().ShouldBe("""{"schemas":{"A":{"type":"string"},"B":{"type":"string"}},"responses":{"R":{}}}""");
        merged.Files.ShouldBe(["d1.yaml", "d2.yaml"]);
        merged.Positions.Find("/paths/~1a/post").ShouldBe(new SourcePosition("d2.yaml", 5, 5));
    }

    [Fact]
    public void What_differs_for_readers_only_is_the_same()
    {
        var merged = Merge(
            Head + "components: {schemas: {A: {type: object, description: x, properties: {description: {type: string}}}}}",
            Head + "components: {schemas: {A: {type: object, example: {}, properties: {description: {type: string, description: y}}}}}");

        merged.Root["components"]!["schemas"]!.AsObject().Select(p => p.Key).ShouldBe(["A"]);
    }

    [Fact]
    public void Different_components_of_one_name_are_renamed_with_all_that_refers_to_them()
    {
        var merged = Merge(
            Head
                + "components: {schemas: {E: {type: string}, Answer: {$ref: '#/components/schemas/E'}}, securitySchemes: {k: {type: http, scheme: "
                    + "bearer}}}",
            Head + """
            security: [{k: []}]
            paths: {/b: {get: {responses: {'200': {$ref: '#/components/schemas/Answer'}}}}}
            components:
              schemas:
                E: {type: integer, example: {$ref: '#/components/schemas/E'}}
                Answer: {$ref: '#/components/schemas/E'}
                M: {discriminator: {propertyName: t, mapping: {e: '#/components/schemas/E', f: E}}}
              securitySchemes: {k: {type: apiKey, in: header, name: x}}
            """);

        merged.Root["components"]!["schemas"]!.ToJsonString().ShouldBe(
            """
            {"E":{"type":"string"},"Answer":{"$ref":"#/components/schemas/E"},"M":{"discriminator":{"propertyName":"t","mapping":{"e":"#/components/schemas/ED2","f":"ED2"}}},
            "ED2":{"type":"integer","example":{"$ref":"#/components/schemas/ED2"}},"AnswerD2":{"$ref":"#/components/schemas/ED2"}}
            """.ReplaceLineEndings(""));
        merged.Root["paths"]!["/b"]!["get"]!["responses"]!["200"]!["$ref"]!.GetValue<string>().ShouldBe("#/components/schemas/AnswerD2");
        merged.Root["paths"]!["/b"]!["get"]!["security"]!.ToJsonString().ShouldBe("""[{"kD2":[]}]""");
    }

    [Theory]
    [InlineData("servers: [{url: https://a.example}]", "servers: [{url: https://b.example}]", "servers", 3)]
    [InlineData("paths: {/a: {get: {operationId: a}}}", "paths:\n  /a:\n    get: {operationId: b}", "/a get", 5)]
    [InlineData("x-video-poll: 1", "x-video-poll: 2", "x-video-poll", 3)]
    public void A_contradiction_names_both_places(string first, string second, string what, int line)
    {
        var diagnostics = new DiagnosticBag();

        DocumentMerger.Merge("v", [Read(Head + first, "d1.yaml"), Read(Head + second, "d2.yaml")], diagnostics).ShouldBeNull();

        var error = diagnostics.All.ShouldHaveSingleItem().ToString();
        error.ShouldStartWith($"d2.yaml({line},");
        error.ShouldContain($"error VTG040: '{what}'");
        error.ShouldContain("d1.yaml(3,");
    }

    [Theory]
    [InlineData("d1.yaml#/components/schemas/A", "#/components/schemas/A")]
    [InlineData("./d1.yaml#/components/schemas/A", "#/components/schemas/A")]
    [InlineData("d1.yaml#/components/schemas/Same", "#/components/schemas/Same")]
    [InlineData("d1.yaml#/components/schemas/Other", "d1.yaml#/components/schemas/Other")]
    [InlineData("d1.yaml#/components/schemas/None", "d1.yaml#/components/schemas/None")]
    [InlineData("../d1.yaml#/components/schemas/A", "../d1.yaml#/components/schemas/A")]
    [InlineData("https://x.example/d1.yaml#/components/schemas/A", "https://x.example/d1.yaml#/components/schemas/A")]
    public void A_reference_to_a_sibling_becomes_one_within_the_merged_document(string reference, string expected)
    {
        var merged = Merge(
            Head + "components: {schemas: {A: {type: string}, Same: {type: string}, Other: {type: string}}}",
            Head + $"paths: {{/b: {{$ref: '{reference}'}}}}\ncomponents: {{schemas: {{Same: {{type: string}}, Other: {{type: integer}}}}}}");

        merged.Root["paths"]!["/b"]!["$ref"]!.GetValue<string>().ShouldBe(expected);
        merged.Positions.Find("/paths/~1b/$ref").ShouldBe(new SourcePosition("d2.yaml", 3, 14));
    }

    [Fact]
    public void Version_2_and_version_3_cannot_be_merged()
    {
        var diagnostics = new DiagnosticBag();

        DocumentMerger.Merge("v", [Read(Head, "d1.yaml"), Read("swagger: '2.0'", "d2.yaml")], diagnostics).ShouldBeNull();

        diagnostics.All.ShouldHaveSingleItem().Descriptor.ShouldBe(DiagnosticDescriptors.MergeConflict);
    }

    [Fact]
    public void The_three_documents_of_anyfast_make_one_api()
    {
        var diagnostics = new DiagnosticBag();
        var documents = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Documents"), "anyfast__*.yaml").Order(StringComparer.Ordinal);

        var merged = DocumentMerger.Merge("anyfast", [.. documents.Select(d => SourceDocumentReader.Read(d, "anyfast", diagnostics)!)], diagnostics)!;

        diagnostics.All.ShouldBeEmpty();
        merged.Root["paths"]!.AsObject().Select(p => p.Key).ShouldBe(["/v1/videos", "/v1/videos/{id}/content", "/v1/videos/{id}"]);
    }

    private static SourceDocument Merge(params string[] documents)
    {
        var diagnostics = new DiagnosticBag();
        var merged = DocumentMerger.Merge("v", [.. documents.Select((d, i) => Read(d, $"d{i + 1}.yaml"))], diagnostics);
        diagnostics.All.ShouldBeEmpty();
        return merged.ShouldNotBeNull();
    }

    private static SourceDocument Read(string text, string file)
    {
        var diagnostics = new DiagnosticBag();
        var document = SourceDocumentReader.Parse(Encoding.UTF8.GetBytes(text), file, "v", diagnostics);
        diagnostics.All.ShouldBeEmpty();
        return document!;
    }
}
