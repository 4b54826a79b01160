using VideoTasks.Build.Tests.Compilation;

namespace VideoTasks.Build.Tests.KiotaRules;

public class CompositionTests
{
    [Theory]
    [InlineData("anyOf: [ { $ref: '#/components/schemas/Other' }, { type: 'null' } ]", "global::Test.Models.Other?")]
    [InlineData("oneOf: [ { $ref: '#/components/schemas/Other' }, { type: 'null' } ]", "global::Test.Models.Thing.Thing_a?")]
    [InlineData("type: [ integer, string ], format: int32", "global::Microsoft.Kiota.Abstractions.Serialization.UntypedNode?")]
    [InlineData("type: [ integer, string ]", "global::Test.Models.Thing.Thing_a?")]
    [InlineData("type: [ string, 'null' ], format: uuid", "global::System.Guid?")]
    public void A_choice_has_the_type_that_it_has_in_the_version_of_Kiota_that_is_followed(string schema, string expected)
    {
        var result = TestDocument.Generate($$"""
            openapi: 3.1.0
            info: { title: t, version: '1' }
            paths:
              /things:
                get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } } }
            components:
              schemas:
                Thing: { type: object, properties: { a: { {{schema}} } } }
                Other: { type: object, properties: { id: { type: string } } }
            """);

        result.Files.Single(static file => file.Path == "Models/Thing.cs").Content.ShouldContain($"public {expected} A {{ get; set; }}");
    }
}
