using System.Diagnostics;
using System.Text;

namespace VideoTasks.Build.Tests.Preparation;

public class CompositionTests
{
    [Theory]
    [InlineData("A: {allOf: [{$ref: '#/components/schemas/A'}], properties: {x: {type: string}}}", """{"properties":{"x":{"type":"string"}}}""")]
    [InlineData("A: {oneOf: [{$ref: '#/components/schemas/A'}, {type: string}]}", """{"type":"string"}""")]
    [
        InlineData(
            "A: {anyOf: [{allOf: [{$ref: '#/components/schemas/B'}]}, {type: string}]}\nB: {oneOf: [{$ref: '#/components/schemas/A'}, {type: "
                + "integer}]}", """{"anyOf":[{"allOf":[{"$ref":"#/components/schemas/B"}]},{"type":"string"}]}""")]
    public void A_part_that_leads_back_is_cut_and_said(string schemas, string expected)
    {
        var prepared = Preparing.OfSchemas(schemas);

        prepared.Schema("A")!.ToJsonString().ShouldBe(expected);
        prepared.Diagnostics.ShouldHaveSingleItem().Descriptor.Id.ShouldBe("VTG063");
    }

    [Fact]
    public void A_base_that_lists_the_schemas_that_extend_it_is_still_extended_by_them()
    {
        var prepared = Preparing.OfSchemas("""
            A:
              type: object
              properties: {t: {type: string}}
              discriminator: {propertyName: t}
              oneOf:
                - {$ref: '#/components/schemas/B'}
                - {$ref: '#/components/schemas/C'}
            B: {allOf: [{$ref: '#/components/schemas/A'}, {type: object}]}
            C: {allOf: [{$ref: '#/components/schemas/A'}, {type: object}]}
            """);

        prepared.Schema("A/oneOf").ShouldBeNull();
        prepared.Schema("B/allOf/0/$ref")!.ToString().ShouldBe("#/components/schemas/A");
        prepared.Schema("C/allOf/0/$ref")!.ToString().ShouldBe("#/components/schemas/A");
        prepared.Said.ShouldBe(["11: VTG063", "12: VTG063"]);
    }

    [Fact]
    public void A_reference_to_itself_is_any_value()
    {
        var prepared = Preparing.OfSchemas("A: {$ref: '#/components/schemas/B'}\nB: {$ref: '#/components/schemas/A'}");

        prepared.At("/paths/~1a/get/responses/200/content/application~1json/schema")!.ToJsonString().ShouldBe("{}");
        prepared.Diagnostics.ShouldHaveSingleItem().Descriptor.Id.ShouldBe("VTG013");
    }

    [Theory]
    [InlineData("A: {type: object, properties: {x: {$ref: '#/components/schemas/A'}}}")]
    [InlineData("A: {type: array, items: {$ref: '#/components/schemas/A'}}")]
    [InlineData("A: {type: object, additionalProperties: {$ref: '#/components/schemas/A'}}")]
    [InlineData("A: {oneOf: [{type: string}, {type: array, items: {$ref: '#/components/schemas/A'}}]}")]
    public void Schemas_that_hold_themselves_stay(string schemas)
    {
        var prepared = Preparing.OfSchemas(schemas);

        prepared.Diagnostics.ShouldBeEmpty();
        prepared.Root.ToJsonString().ShouldContain("""{"$ref":"#/components/schemas/A"}""", Case.Sensitive);
    }

    [Theory]
    [InlineData(24)]
    [InlineData(60)]
    [InlineData(200)]
    public void Compositions_that_double_at_each_level_end_in_a_moment(int levels)
    {
        foreach (var parts in new[] { "{{$ref: '#/components/schemas/S{0}'}}, {{$ref: '#/components/schemas/S{0}'}}", "{{$ref: '#/components/schemas/S{0}'}}, {{allOf: [{{$ref: '#/components/schemas/S{0}'}}]}}" })
        {
            var schemas = new StringBuilder("A: {$ref: '#/components/schemas/S" + levels + "'}\nS0: {type: object}\n");
            for (var level = 1; level <= levels; level++)
            {
                schemas.Append('S').Append(level).Append(": {allOf: [").AppendFormat(null, parts, level - 1).Append("]}\n");
            }

            var clock = Stopwatch.StartNew();
            Preparing.OfSchemas(schemas.ToString()).Schema("S0").ShouldNotBeNull();

            clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
        }
    }
}
