using System.Text.Json.Nodes;

namespace VideoTasks.Build.Tests.Preparation;

public class DocumentPreparerTests
{
    private const string Two = """
        openapi: 3.0.3
        info: {title: t, version: "1"}
        servers: [{url: "https://{region}.example.org/v1", variables: {region: {default: eu}}}]
        security: [{key: []}]
        tags: [{name: x}]
        paths:
          /videos/{id}:
            get: {tags: [x], responses: {"200": {$ref: "#/components/responses/Video"}}}
            delete: {responses: {"204": {description: d}}}
          /models: {get: {responses: {"200": {description: d, content: {application/json: {schema: {$ref: "#/components/schemas/Model"}}}}}}}
        components:
          securitySchemes: {key: {type: apiKey, in: header, name: X}}
          responses:
            Video: {description: d, content: {application/json: {schema: {$ref: "#/components/schemas/Video"}}}}
          schemas:
            Model: {type: object, default: 1}
            Video: {type: object, properties: {error: {$ref: "#/components/schemas/Error"}}}
            Error: {type: object}
        """;

    [Fact]
    public void The_copy_holds_what_the_selected_operations_reach()
    {
        var prepared = Preparing.Of(Two, ["/videos/{video_id}#GET"]);

        prepared.Root.Select(static p => p.Key).ShouldBe(["openapi", "info", "servers", "paths", "components"]);
        prepared.Root["paths"]!.AsObject().Select(static p => p.Key).ShouldBe(["/videos/{id}"]);
        prepared.At("/paths/~1videos~1{id}")!.AsObject().Select(static p => p.Key).ShouldBe(["get"]);
        prepared.Root["components"]!["schemas"]!.AsObject().Select(static p => p.Key).ShouldBe(["Video", "Error"]);
        prepared.Document.Operations.ShouldBe(1);
        prepared.Diagnostics.ShouldBeEmpty("what is not selected is not said");
    }

    [Fact]
    public void Without_patterns_everything_is_selected()
    {
        var prepared = Preparing.Of(Two);

        prepared.Document.Operations.ShouldBe(3);
        prepared.Said.ShouldBe(["16: VTG065"]);
    }

    [Fact]
    public void A_server_has_the_defaults_of_its_variables()
        => Preparing.Of(Two).At("/servers/0/url")!.ToString().ShouldBe("https://eu.example.org/v1");

    [Fact]
    public void A_pointer_into_the_copy_leads_to_the_line_of_the_document()
        => Preparing.Of(Two).Document.Find("#/components/schemas/Video/properties/error").Line.ShouldBe(17);

    [Fact]
    public void The_same_document_gives_the_same_bytes()
        => Preparing.Of(Two).Root.ToJsonString().ShouldBe(Preparing.Of(Two).Root.ToJsonString());

    [Fact]
    public void Schemas_that_extend_one_with_a_discriminator_are_kept()
    {
        var prepared = Preparing.OfSchemas("""
            A: {type: object, properties: {t: {type: string}}, discriminator: {propertyName: t, mapping: {c: C, d: '#/components/schemas/D', e: Nothing}}}
            B: {allOf: [{$ref: '#/components/schemas/A'}, {type: object}]}
            C: {type: object}
            D: {type: object}
            E: {allOf: [{$ref: '#/components/schemas/B'}, {type: object}]}
            F: {allOf: [{$ref: '#/components/schemas/G'}, {type: object}]}
            G: {type: object}
            """);

        prepared.Root["components"]!["schemas"]!.AsObject().Select(static p => p.Key).ShouldBe(["A", "B", "C", "D", "E"]);
        prepared.Schema("A/discriminator/mapping")!.ToJsonString()
            .ShouldBe("""{"c":"#/components/schemas/C","d":"#/components/schemas/D"}""");
        prepared.Said.ShouldBe(["6: VTG066"]);
    }

    [Fact]
    public void Names_that_OpenAPI_does_not_allow_are_replaced_wherever_they_stand()
    {
        var prepared = Preparing.OfSchemas("""
            A: {oneOf: [{$ref: '#/components/schemas/Page%C2%ABVideo%C2%BB'}, {$ref: '#/components/schemas/a~1b'}], discriminator: {propertyName: t, mapping: {p: Page«Video»}}}
            Page«Video»: {type: object}
            Page_Video: {type: object, properties: {x: {$ref: '#/components/schemas/A'}}}
            a/b: {type: object, properties: {p: {$ref: '#/components/schemas/Page_Video'}}}
            """);

        prepared.Root["components"]!["schemas"]!.AsObject().Select(static p => p.Key).ShouldBe(["A", "Page_Video_2", "Page_Video", "a_b"]);
        prepared.Schema("A/oneOf")!.ToJsonString().ShouldBe("""[{"$ref":"#/components/schemas/Page_Video_2"},{"$ref":"#/components/schemas/a_b"}]""");
        prepared.Schema("A/discriminator/mapping/p")!.ToString().ShouldBe("#/components/schemas/Page_Video_2");
    }

    [Fact]
    public void A_part_of_a_component_that_is_referred_to_becomes_a_component()
    {
        var prepared = Preparing.OfSchemas("""
            A: {type: object, properties: {x: {$ref: '#/components/schemas/B/properties/y'}, z: {$ref: '#/components/schemas/C'}}}
            B: {type: object, properties: {y: {type: object, properties: {deep: {$ref: '#/components/schemas/B/properties/y'}}}}}
            C: {$ref: '#/components/schemas/D'}
            D: {type: string}
            """);

        prepared.Schema("A/properties/x/$ref")!.ToString().ShouldBe("#/components/schemas/B_y");
        prepared.Schema("A/properties/z/$ref")!.ToString().ShouldBe("#/components/schemas/D");
        prepared.Schema("B_y/properties/deep/$ref")!.ToString().ShouldBe("#/components/schemas/B_y");
    }

    [Fact]
    public void What_is_nested_deeper_than_Kiota_reads_becomes_a_component()
    {
        var schema = "{type: string}";
        for (var level = 100; level > 0; level--)
        {
            schema = $"{{type: object, properties: {{level{level}: {schema}}}}}";
        }

        var prepared = Preparing.OfSchemas("A: " + schema);

        Depth(prepared.Root).ShouldBeLessThan(64);
        Preparing.OfSchemas("A: " + schema).Root.ToJsonString().ShouldContain("level100");
    }

    private static int Depth(JsonNode? node) => node switch
    {
        JsonObject map => 1 + map.Select(static p => Depth(p.Value)).DefaultIfEmpty().Max(),
        JsonArray list => 1 + list.Select(Depth).DefaultIfEmpty().Max(),
        _ => 0,
    };
}
