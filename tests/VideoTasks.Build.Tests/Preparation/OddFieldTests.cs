namespace VideoTasks.Build.Tests.Preparation;

public class OddFieldTests
{
    [Theory]
    [
        InlineData(
            "{type: integer, exclusiveMaximum: 100}", "'exclusiveMaximum' of a schema is the number 100, where OpenAPI takes true or false in "
                + "OpenAPI 3.0; it is left out")]
    [
        InlineData(
            "{type: string, maxLength: abc}", "'maxLength' of a schema is the text 'abc', where OpenAPI takes a whole number from 0; it is left out")]
    [InlineData("{type: string, deprecated: soon}", "'deprecated' of a schema is the text 'soon', where OpenAPI takes true or false; it is left out")]
    [InlineData("{type: object, properties: [a]}", "'properties' of a schema is a list, where OpenAPI takes an object; it is left out")]
    [InlineData("{type: object, properties: {progress: integer}}", "'progress' is the text 'integer', where OpenAPI takes a schema; it is left out")]
    [InlineData("{type: string, enum: a}", "'enum' of a schema is the text 'a', where OpenAPI takes a list; it is left out")]
    [
        InlineData(
            "{type: text}", "'type' of a schema is the text 'text', where OpenAPI takes string, integer, number, boolean, object or array; it is "
                + "left out")]
    [InlineData("{type: array, items: [{type: string}]}", "'items' is a list, where OpenAPI takes a schema; it is left out")]
    [InlineData("{type: string, required: true}", "'required' of a schema is true, where OpenAPI takes a list of texts; it is left out")]
    [InlineData("{allOf: {$ref: '#/components/schemas/A'}}", "'allOf' of a schema is an object, where OpenAPI takes a list; it is left out")]
    [
        InlineData(
            "{type: object, discriminator: {mapping: {}}}", "'discriminator' of a schema is an object without 'propertyName', where OpenAPI takes "
                + "the name of a property; it is left out")]
    public void A_field_of_another_shape_is_left_out_and_said_in_the_terms_of_OpenAPI(string schema, string message)
    {
        var prepared = Preparing.OfSchemas($"A:\n  type: object\n  properties:\n    x: {schema}");

        var diagnostic = prepared.Diagnostics.ShouldHaveSingleItem();
        diagnostic.ToString().ShouldStartWith("document.yaml(9,");
        diagnostic.Message.ShouldBe(message);
    }

    [Theory]
    [InlineData("servers: https://api.example.com", "'servers' is the text 'https://api.example.com', where OpenAPI takes a list; it is left out")]
    [
        InlineData(
            "servers: [https://api.example.com]", "'servers' is the text 'https://api.example.com', where OpenAPI takes a server; it is left out")]
    [InlineData("security: bearer", "'security' is the text 'bearer', where OpenAPI takes a list; it is left out")]
    [InlineData("components: [a]", "'components' is a list, where OpenAPI takes an object; it is left out")]
    [
        InlineData(
            "components: {securitySchemes: {bearer: http}}", "'bearer' is the text 'http', where OpenAPI takes a security scheme; it is left out")]
    [InlineData("components: {responses: none}", "'responses' is the text 'none', where OpenAPI takes an object; it is left out")]
    [InlineData("info: Video gateway", "'info' is the text 'Video gateway', where OpenAPI takes info; it is left out")]
    public void What_stands_around_the_operations_is_said_as_well(string field, string message)
    {
        var prepared = Preparing.Of($"openapi: 3.0.3\n{field}\npaths: {{/a: {{get: {{responses: {{'200': {{description: d}}}}}}}}}}");

        var diagnostic = prepared.Diagnostics.ShouldHaveSingleItem();
        diagnostic.ToString().ShouldStartWith("document.yaml(2,");
        diagnostic.Message.ShouldBe(message);
    }

    [Theory]
    [InlineData("{type: string, deprecated: \"true\"}")]
    [InlineData("{type: number, maximum: \"1.5\", minLength: 3.0}")]
    [InlineData("{type: file, description: 12, format: null, properties: null}")]
    [InlineData("{type: [string, null], example: {a: [1]}, x-vendor: {type: 5}}")]
    public void What_is_as_good_as_the_right_shape_is_taken(string schema)
        => Preparing.OfSchemas($"A: {{type: object, properties: {{x: {schema}}}}}").Diagnostics.ShouldBeEmpty();

    [Fact]
    public void Lists_of_types_in_OpenAPI_3_0_become_what_it_has_for_them()
    {
        var prepared =
            Preparing.OfSchemas("A: {type: object, properties: {x: {type: [string, 'null']}, y: {type: [string, array], items: {type: integer}}}}");

        prepared.Schema("A/properties/x")!.ToJsonString().ShouldBe("""{"nullable":true,"type":"string"}""");
        prepared.Schema("A/properties/y")!.ToJsonString().ShouldBe("""{"anyOf":[{"type":"string"},{"type":"array","items":{"type":"integer"}}]}""");
    }
}
