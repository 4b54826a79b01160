using System.Text;
using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Documents.Checks;
using VideoTasks.Build.Documents.Loading;

namespace VideoTasks.Build.Tests.Documents.Checks;

public class DocumentChecksTests
{
    [Theory]
    [InlineData("get: {responses: {'200': {$ref: '#/components/responses/None'}}}", "a.yaml(4,31): error VTG010")]
    [InlineData("get: {responses: {'200': {$ref: 'other.yaml#/x'}}}", "a.yaml(4,31): error VTG012")]
    [InlineData("get: {responses: {'200': {$ref: 'https://x.example/y'}}}", "a.yaml(4,31): error VTG012")]
    [InlineData("get: {responses: {'200': {$ref: 'file:///etc/passwd'}}}", "a.yaml(4,31): error VTG012")]
    [InlineData("get: {responses: {'200': {headers: {X: {$ref: '#/components/headers/None'}}}}}", "a.yaml(4,45): warning VTG011")]
    [InlineData("get: {responses: {'200': {content: {application/json: {example: {$ref: '#/none'}}}}}}", null)]
    [
        InlineData(
            "get: {responses: {'200': {content: {application/json: {schema: {properties: {example: {$ref: '#/none'}}}}}}}}",
            "a.yaml(4,92): error VTG010")]
    [InlineData("get: {responses: {'200': {content: {application/json: {schema: {$ref: '#here'}}}}}}", null)]
    [InlineData("get: {requestBody: {content: {}}}", "a.yaml(4,11): warning VTG017")]
    [InlineData("get: {operationId: other}", "a.yaml(6,11): warning VTG018")]
    [
        InlineData(
            "get: {responses: {'200': {content: {application/json: {schema: {properties: {u: {type: 'null'}}}}}}}}", "a.yaml(4,86): warning VTG014")]
    [InlineData("get: {responses: {'200': {content: {application/json: {example: '{\"a\": }'}}}}}", "a.yaml(4,60): warning VTG016")]
    [InlineData("get: {responses: {'200': {content: {application/json: {example: '{\"a\": 1}'}}}}}", null)]
    [InlineData("get: {responses: {'200': {content: {application/json: {example: just text}}}}}", null)]
    public void A_fault_is_told_at_its_place(string operation, string? expected)
        => Check(operation).ShouldBe(expected is null ? [] : [expected]);

    [Fact]
    public void A_dangling_reference_outside_of_the_selected_paths_is_a_warning()
        => Check("post: {responses: {'200': {$ref: '#/none'}}}").ShouldBe(["a.yaml(4,32): warning VTG011"]);

    [Fact]
    public void What_a_selected_operation_needs_is_followed_through_the_components()
        => Run(
            "paths: {/a: {get: {responses: {'200': {$ref: '#/components/responses/R'}}}}}\ncomponents:\n  responses:\n    R: {content: {a/b: "
                + "{schema: {$ref: '#/components/schemas/S'}}}}\n" +
            "  schemas:\n    S: {properties: {s: {$ref: '#/components/schemas/S'}, t: {$ref: '#/components/schemas/T'}}}\n    U: {$ref: '#/none'}\n")
            .ShouldBe(["a.yaml(6,63): error VTG010", "a.yaml(7,9): warning VTG011"]);

    [Theory]
    [InlineData("{type: bearer}")]
    [InlineData("{}")]
    [InlineData("{type: http}")]
    [InlineData("{type: apiKey, in: header}")]
    [InlineData("{type: apiKey, name: x, in: body}")]
    public void An_invalid_security_scheme_is_a_warning(string scheme)
        => Run($"components:\n  securitySchemes:\n    k: {scheme}").ShouldBe(["a.yaml(3,5): warning VTG015"]);

    [Theory]
    [InlineData("{operationId: a}")]
    [InlineData("{security: [{bad: []}]}")]
    [InlineData("{responses: {'200': {content: {application/json: {example: '{\"a\": }'}}}}}")]
    [InlineData("{responses: {'200': {content: {application/json: {schema: {properties: {u: {type: 'null'}}}}}}}}")]
    public void Nothing_is_said_of_operations_that_are_not_generated(string other) => Run(
        $"paths:\n  /a:\n    get: {{operationId: a, security: [{{k: []}}]}}\n    post: {other}\n"
        + "components:\n  securitySchemes:\n    k: {type: http, scheme: bearer}\n    bad: {type: bearer}\n").ShouldBeEmpty();

    [Fact]
    public void An_invalid_security_scheme_that_a_generated_operation_asks_for_is_a_warning() =>
        Run(
            "paths:\n  /a:\n    get: {security: [{bad: []}]}\ncomponents:\n  securitySchemes:\n    bad: {type: bearer}\n").ShouldBe(["a.yaml(6,5): warning VTG015"]);

    [Fact]
    public void References_that_lead_back_to_themselves_are_cut()
    {
        var diagnostics = new DiagnosticBag();
        var document = Read(
            "openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n    A: {$ref: '#/components/schemas/B'}\n" +
            "    B: {$ref: '#/components/schemas/A'}\n    C: {$ref: '#/components/schemas/C'}\n    D: {properties: {d: {$ref: "
                + "'#/components/schemas/D'}}}\n" +
            "    E: {$ref: '#/components/schemas/D'}\n");

        ReferenceCycles.Break(document, diagnostics).ShouldBeTrue();

        diagnostics.All.Select(d => $"{d.Position} {d.Descriptor.Id}").ShouldBe(["a.yaml(6,5) VTG013", "a.yaml(7,5) VTG013", "a.yaml(8,5) VTG013"]);
        document.Root["components"]!["schemas"]!["E"]!["$ref"].ShouldNotBeNull();
    }

    private static List<string> Check(string operation) => Run(
        "openapi: 3.1.0\npaths:\n  /a:\n    "
            + operation
            + "\n  /b:\n    get: {operationId: other}\ncomponents:\n  schemas:\n    Here: {$anchor: here}\n");

    private static List<string> Run(string text)
    {
        var diagnostics = new DiagnosticBag();
        DocumentChecks.Run(Read(text), (_, method) => method == "get", diagnostics);
        return [.. diagnostics.All.Select(d => $"{d.Position}: {(d.Severity == DiagnosticSeverity.Error ? "error" : "warning")} {d.Descriptor.Id}")];
    }

    private static SourceDocument Read(string text)
        => SourceDocumentReader.Parse(Encoding.UTF8.GetBytes(text), "a.yaml", "a", new DiagnosticBag())!;
}
