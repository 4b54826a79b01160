using System.Text;
using VideoTasks.Build.Tests.Compilation;

namespace VideoTasks.Build.Tests.Hostile;

public class HostileShapeTests
{
    [Theory]
    [InlineData("{A: {allOf: [{$ref: '#/components/schemas/A'}], properties: {x: {type: string}}}}")]
    [InlineData("{A: {allOf: [{$ref: '#/components/schemas/B'}, {type: object, properties: {x: {type: string}}}]}, B: {allOf: [{$ref: '#/components/schemas/A'}, {type: object, properties: {y: {type: string}}}]}}")]
    [InlineData("{A: {allOf: [{$ref: '#/components/schemas/B'}, {$ref: '#/components/schemas/C'}]}, B: {allOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/C'}]}, C: {allOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}}")]
    [InlineData("{A: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/A'}]}}")]
    [InlineData("{A: {anyOf: [{$ref: '#/components/schemas/B'}, {type: string}]}, B: {oneOf: [{$ref: '#/components/schemas/A'}, {type: integer}]}}")]
    [InlineData("{A: {type: array, items: {$ref: '#/components/schemas/A'}}}")]
    [InlineData("{A: {type: object, additionalProperties: {$ref: '#/components/schemas/A'}}}")]
    [InlineData("{A: {$ref: '#/components/schemas/A'}}")]
    [InlineData("{A: {$ref: '#/components/schemas/Nothing'}}")]
    [InlineData("{A: {allOf: [{$ref: '#/components/schemas/Nothing'}, {type: object, properties: {x: {$ref: '#/components/schemas/Nobody'}}}]}}")]
    [InlineData("{A: {type: object, enum: [a], properties: {a: {type: string}}, oneOf: [{type: string}], allOf: [{type: integer}]}}")]
    [InlineData("{A: {type: object, discriminator: {propertyName: t, mapping: {a: '#/components/schemas/A', b: nowhere}}}}")]
    public void Cycles_and_contradictions_end_in_code_that_compiles(string schemas)
    {
        var result = TestDocument.Generate($$"""
            openapi: 3.0.3
            info: {title: t, version: "1"}
            paths:
              /a:
                get:
                  responses:
                    "200": {description: d, content: {application/json: {schema: {$ref: "#/components/schemas/A"} } } }
                    "400": {description: d, content: {application/json: {schema: {$ref: "#/components/schemas/A"} } } }
            components: {schemas: {{schemas}}}
            """);

        ClientCompiler.Compile(result.Files).Faults().ShouldBeEmpty();
    }

    [Fact]
    public void A_chain_of_thousands_of_components_is_no_problem()
    {
        const int Length = 3000;
        var schemas = new StringBuilder();
        for (var i = 0; i < Length; i++)
        {
            schemas.Append("    S").Append(i).Append(": {type: object, properties: {next: {$ref: '#/components/schemas/S").Append(i + 1).Append("'}}}\n");
        }

        var result = TestDocument.Generate($$"""
            openapi: 3.0.3
            info: {title: t, version: "1"}
            paths: {/a: {get: {responses: {"200": {description: d, content: {application/json: {schema: {$ref: "#/components/schemas/S0"} } } } } } } }
            components:
              schemas:
            {{schemas}}    S{{Length}}: {type: object}
            """);

        result.Files.Count(static file => file.Path.StartsWith("Models/", StringComparison.Ordinal)).ShouldBe(Length + 1);
    }

    [Fact]
    public void Deep_inline_schemas_and_long_paths_get_files_that_file_systems_hold()
    {
        var schema = "{type: string}";
        for (var i = 0; i < 60; i++)
        {
            schema = $"{{type: object, properties: {{level{i}: {schema}}}}}";
        }

        var result = TestDocument.Generate($$"""
            openapi: 3.0.3
            info: {title: t, version: "1"}
            paths:
              /{{string.Concat(Enumerable.Repeat("a/", 500))}}b: {get: {responses: {"204": {description: d} } } }
              /deep: {get: {responses: {"200": {description: d, content: {application/json: {schema: {{schema}} } } } } } }
            """);

        result.Files.ShouldAllBe(static file => file.Path.Split('/').All(static part => part.Length <= 210));
        result.Files.Select(static file => file.Path).ShouldBeUnique();
        result.Warnings.ShouldHaveSingleItem().ShouldContain("64 segments");
        ClientCompiler.Compile(result.Files).Faults().ShouldBeEmpty();
    }

    [Fact]
    public void Two_generations_give_the_same_bytes()
    {
        var text = TestDocument.Read("names-that-collide");

        TestDocument.Generate(text).Files.ShouldBe(TestDocument.Generate(text).Files);
    }
}
