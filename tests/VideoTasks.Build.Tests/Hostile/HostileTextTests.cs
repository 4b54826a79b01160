using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using VideoTasks.Build.Tests.Kiota;

namespace VideoTasks.Build.Tests.Hostile;

/// <summary>Texts that would be code, in each place that a document has for a text: they stay texts, and no file gets out of its folder.</summary>
public sealed class HostileTextTests
{
    private const string Evil = "Evil";

    private static readonly string[] Texts =
    [
        "</summary> */ } } public static class Evil { static Evil() { } } /*",
        "\n#error Evil\n#if false\n",
        "\"; public static int Evil = 1; //",
        "\\\"; Evil(); //",
        "\u2028public class Evil {}\u2029public class Evil2 {}\u0085public class Evil3 {}",
        "*/ #pragma warning disable\r\nclass Evil {}",
        "../../../../Evil",
        "..\\..\\Evil",
        "{Evil}{0}{{Evil}}",
        "]]><!-- Evil -->&nbsp;&#10;",
        "global::Evil",
        "Evil" + new string('E', 3000),
    ];

    // The place, and how the text gets there.
    private static readonly (string Place, Action<JsonObject, string> Put)[] Places =
    [
        ("the title", static (d, t) => d["info"]!["title"] = t),
        ("the document's description", static (d, t) => d["info"]!["description"] = t),
        ("a server", static (d, t) => d["servers"] = new JsonArray(new JsonObject { ["url"] = "https://example.org/" + t })),
        ("a server's variable", static (d, t) => d["servers"] = new JsonArray(
            new JsonObject { ["url"] = "https://example.org/{v}", ["variables"] = new JsonObject { ["v"] = new JsonObject { ["default"] = t } } })),
        ("a tag", static (d, t) => Operation(d)["tags"] = new JsonArray(t)),
        ("a path's segment", static (d, t) => Rename(d["paths"]!.AsObject(), "/videos/{id}", "/" + t + "/{id}")),
        ("a path's parameter", static (d, t) => Rename(d["paths"]!.AsObject(), "/videos/{id}", "/videos/{" + t + "}")),
        ("a path's summary", static (d, t) => d["paths"]!["/videos/{id}"]!["summary"] = t),
        ("an operation's summary", static (d, t) => Operation(d)["summary"] = t),
        ("an operation's description", static (d, t) => Operation(d)["description"] = t),
        ("an operationId", static (d, t) => Operation(d)["operationId"] = t),
        ("an external link", static (d, t) => Operation(d)["externalDocs"] = new JsonObject { ["url"] = "https://example.org/"
            + t, ["description"] = t }),
        ("a query parameter's name", static (d, t) => Operation(d)["parameters"]![0]!["name"] = t),
        ("a query parameter's description", static (d, t) => Operation(d)["parameters"]![0]!["description"] = t),
        ("a query parameter's default", static (d, t) => Operation(d)["parameters"]![0]!["schema"]!["default"] = t),
        ("a query parameter's enum", static (d, t) => Operation(d)["parameters"]![0]!["schema"]!["enum"] = new JsonArray("a", t)),
        ("a body's media type", static (d, t) => Rename(
            Operation(d)["requestBody"]!["content"]!.AsObject(), "application/json", "application/" + t + "+json")),
        ("a body's description", static (d, t) => Operation(d)["requestBody"]!["description"] = t),
        ("an answer's media type", static (d, t) => Rename(
            Operation(d)["responses"]!["200"]!["content"]!.AsObject(), "application/json", "application/" + t + "+json")),
        ("an answer's description", static (d, t) => Operation(d)["responses"]!["200"]!["description"] = t),
        ("an answer's status", static (d, t) => Operation(d)["responses"]!.AsObject()[t] = new JsonObject { ["description"] = "d" }),
        ("a schema's name", static (d, t) =>
        {
            Schemas(d)[t] = new JsonObject { ["type"] = "object" };
            var name = Uri.EscapeDataString(t.Replace("~", "~0").Replace("/", "~1"));
            Properties(d)["more"] = new JsonObject { ["$ref"] = "#/components/schemas/" + name };
        }),
        ("a schema's description", static (d, t) => Schemas(d)["Video"]!["description"] = t),
        ("a schema's title", static (d, t) =>
        {
            Schemas(d)["Video"]!["title"] = t;
            var inline = Inline();
            inline["title"] = t;
            Properties(d)["inline"] = inline;
        }),
        ("a property's name", static (d, t) => Properties(d)[t] = new JsonObject { ["type"] = "string" }),
        ("an inline object's name", static (d, t) => Properties(d)[t] = Inline()),
        ("a property's description", static (d, t) => Properties(d)["id"]!["description"] = t),
        ("a property's default", static (d, t) => Properties(d)["id"]!["default"] = t),
        ("a property's enum", static (d, t) => Properties(d)["id"]!["enum"] = new JsonArray("a", t)),
        ("a property's format", static (d, t) => Properties(d)["id"]!["format"] = t),
        ("a discriminator", static (d, t) =>
        {
            Properties(d)[t] = new JsonObject { ["type"] = "string" };
            Schemas(d)["Video"]!["discriminator"] =
                new JsonObject { ["propertyName"] = t, ["mapping"] = new JsonObject { [t] = "#/components/schemas/Long" } };
        }),
        ("a deprecation", static (d, t) =>
        {
            Operation(d)["deprecated"] = true;
            Operation(d)["x-ms-deprecation"] = new JsonObject { ["description"] = t, ["version"] = t, ["date"] = t };
        }),
    ];

    private static JsonObject Inline() =>
        new() { ["type"] = "object", ["properties"] = new JsonObject { ["x"] = new JsonObject { ["type"] = "string" } } };

    [Fact]
    public void A_text_stays_a_text_wherever_it_stands()
    {
        var documents =
            from place in Places
            from index in Enumerable.Range(0, Texts.Length)
            select ($"{place.Place}, text {index}", Document(place.Put, Texts[index]));

        var clients = ClientBatch.Generate(documents);

        clients.Count.ShouldBeGreaterThanOrEqualTo(31 * 12);
        clients.Where(static c => !c.IsExplained).Select(static c => c.ToString()).ShouldBeEmpty();
        clients.Where(static c => c.Request is not null && c.Files is null).Select(static c => c.ToString()).ShouldBeEmpty();
        foreach (var file in clients.SelectMany(static c => c.Files ?? []))
        {
            file.Path.Split('/')
                .ShouldAllBe(
                    static part => part.Length > 0
                        && part.Length <= 250
                        && part != "."
                        && part != ".."
                        && !part.Contains('\\')
                        && !part.Contains(':'));
        }

        ClientBatch.Faults(clients).ShouldBeEmpty();

        // Names may come of a text; declarations of its own, statements and directives may not.
        var nodes = ClientBatch.Compile(clients).SyntaxTrees.SelectMany(static t => t.GetRoot().DescendantNodes(descendIntoTrivia: true)).ToList();
        nodes.OfType<ClassDeclarationSyntax>()
            .Where(static c => c.Identifier.ValueText == Evil && c.Modifiers.Any(static m => m.ValueText == "static"))
            .ShouldBeEmpty();
        nodes.OfType<ConstructorDeclarationSyntax>().ShouldAllBe(static c => !c.Modifiers.Any(static m => m.ValueText == "static"));
        nodes.OfType<FieldDeclarationSyntax>().ShouldBeEmpty();
        nodes.OfType<InvocationExpressionSyntax>().Where(static i => i.Expression.ToString() == Evil).ShouldBeEmpty();
        nodes.OfType<ErrorDirectiveTriviaSyntax>().ShouldBeEmpty();
    }

    private static string Document(Action<JsonObject, string> put, string text)
    {
        var document = JsonNode.Parse("""
            {
              "openapi": "3.0.3",
              "info": { "title": "t", "version": "1" },
              "servers": [ { "url": "https://example.org" } ],
              "paths": {
                "/videos/{id}": {
                  "post": {
                    "parameters": [ { "name": "q", "in": "query", "schema": { "type": "string" } } ],
                    "requestBody": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Video" } } } },
                    "responses": { "200": { "description": "d", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Video" } } } } }
                  }
                }
              },
              "components": {
                "schemas": {
                  "Video": { "type": "object", "properties": { "id": { "type": "string" } } },
                  "Long": { "allOf": [ { "$ref": "#/components/schemas/Video" }, { "type": "object", "properties": { "length": { "type": "integer" } } } ] }
                }
              }
            }
            """)!.AsObject();
        put(document, text);
        return document.ToJsonString();
    }

    private static JsonObject Operation(JsonObject document) => document["paths"]!.AsObject().First().Value!["post"]!.AsObject();

    private static JsonObject Schemas(JsonObject document) => document["components"]!["schemas"]!.AsObject();

    private static JsonObject Properties(JsonObject document) => Schemas(document)["Video"]!["properties"]!.AsObject();

    private static void Rename(JsonObject map, string from, string to)
    {
        var value = map[from];
        map.Remove(from);
        map[to] = value;
    }
}
