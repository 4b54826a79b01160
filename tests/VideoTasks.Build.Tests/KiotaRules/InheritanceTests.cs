using VideoTasks.Build.Tests.Compilation;

namespace VideoTasks.Build.Tests.KiotaRules;

public class InheritanceTests
{
    [Fact]
    public void A_derived_model_that_is_first_seen_as_nullable_keeps_its_properties()
    {
        var result = TestDocument.Generate("""
            openapi: 3.1.0
            info: { title: t, version: '1' }
            paths:
              /things:
                get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } } }
            components:
              schemas:
                Thing: { type: object, properties: { first: { anyOf: [ { $ref: '#/components/schemas/Derived' }, { type: 'null' } ] } } }
                Base: { type: object, properties: { id: { type: string } } }
                Derived: { allOf: [ { $ref: '#/components/schemas/Base' }, { type: object, properties: { own: { type: string } } } ] }
            """);

        var derived = result.Files.Single(static file => file.Path == "Models/Derived.cs").Content;
        derived.ShouldContain("class Derived : global::Test.Models.Base");
        derived.ShouldContain("string? Own { get; set; }");
    }

    [Fact]
    public void A_member_of_a_one_of_is_known_by_the_value_that_any_ancestor_maps_to_it()
    {
        var result = TestDocument.Generate("""
            openapi: 3.0.3
            info: { title: t, version: '1' }
            paths:
              /things:
                get:
                  responses:
                    '200':
                      description: ok
                      content:
                        application/json:
                          schema: { oneOf: [ { $ref: '#/components/schemas/User' }, { $ref: '#/components/schemas/Group' } ] }
            components:
              schemas:
                Entity:
                  type: object
                  properties: { kind: { type: string } }
                  discriminator: { propertyName: kind, mapping: { '#user': '#/components/schemas/User', '#group': '#/components/schemas/Group' } }
                Directory: { allOf: [ { $ref: '#/components/schemas/Entity' }, { type: object, properties: { path: { type: string } } } ] }
                User: { allOf: [ { $ref: '#/components/schemas/Directory' }, { type: object, properties: { mail: { type: string } } } ] }
                Group: { allOf: [ { $ref: '#/components/schemas/Directory' }, { type: object, properties: { size: { type: integer } } } ] }
            """);

        var builder = result.Files.Single(static file => file.Path == "Things/ThingsRequestBuilder.cs").Content;
        builder.ShouldContain("\"#user\".Equals(mappingValue");
        builder.ShouldContain("\"#group\".Equals(mappingValue");
    }
}
