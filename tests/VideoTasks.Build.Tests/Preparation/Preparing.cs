using System.Text;
using System.Text.Json.Nodes;
using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Preparation;

namespace VideoTasks.Build.Tests.Preparation;

/// <summary>A document of a test, prepared.</summary>
internal sealed record Preparing(PreparedDocument Document, IReadOnlyList<Diagnostic> Diagnostics)
{
    public JsonObject Root => Document.Root;

    /// <summary>The diagnostics as <c>line: id</c>.</summary>
    public IEnumerable<string> Said => Diagnostics.Select(static d => FormattableString.Invariant($"{d.Position?.Line}: {d.Descriptor.Id}"));

    public static Preparing Of(string text, IReadOnlyList<string>? include = null, IReadOnlyList<string>? exclude = null)
    {
        var diagnostics = new DiagnosticBag();
        var source = SourceDocumentReader.Parse(Encoding.UTF8.GetBytes(text), "document.yaml", "document", diagnostics)
            ?? throw new InvalidOperationException(string.Join('\n', diagnostics.All));
        var before = source.Root.ToJsonString();
        var prepared = DocumentPreparer.Prepare(SwaggerUpgrade.Apply(source), include ?? [], exclude ?? [], diagnostics);
        source.Root.ToJsonString().ShouldBe(before, "the document is not changed");
        return new Preparing(prepared, diagnostics.All);
    }

    /// <summary>A document with one operation, which answers with the schema A.</summary>
    public static Preparing OfSchemas(string schemas, string version = "3.0.3") => Of($$"""
        openapi: {{version}}
        info: {title: t, version: "1"}
        paths: {/a: {get: {responses: {"200": {description: d, content: {application/json: {schema: {$ref: "#/components/schemas/A"} } } } } } } }
        components:
          schemas:
        {{string.Join('\n', schemas.Split('\n').Select(static l => "    " + l))}}
        """);

    public JsonNode? At(string pointer) => JsonPointer.TryResolve(Root, pointer, out var node) ? node : null;

    public JsonNode? Schema(string name) => At("/components/schemas/" + name);
}
