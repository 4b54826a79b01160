using System.Text.Json.Nodes;
using VideoTasks.Build.Description;
using VideoTasks.Build.Description.Format;
using VideoTasks.Build.Documents.Loading;
using VideoTasks.Build.Recognition;
using VideoTasks.Build.Tests.Recognition;

namespace VideoTasks.Build.Tests.Description;

public sealed class VendorDescriberTests
{
    private static readonly VendorFacts Facts = new("acme", "Clients.Acme", "AcmeClient", "openapi/acme.yaml", "HASH", AppContext.BaseDirectory);

    [Theory]
    [InlineData("skyengine.json")]
    [InlineData("anyfast")]
    [InlineData("new-api.json")]
    [InlineData("openrouter.yaml")]
    [InlineData("openai.yaml")]
    [InlineData("luma.yaml")]
    [InlineData("siliconflow.yaml")]
    public void Nothing_is_doubtful_about_the_real_documents(string file) =>
        Lines(file).ShouldNotContain(l => l.StartsWith("problem", StringComparison.Ordinal));

    [Theory]
    [InlineData("siliconflow.yaml", "Get", "VideoUrl", "/results/videos/0/url")]
    [InlineData("siliconflow.yaml", "Create", "Id", "/requestId")]
    [InlineData("luma.yaml", "Get", "Status", "/state")]
    [InlineData("luma.yaml", "Get", "VideoUrl", "/assets/video")]
    [InlineData("openrouter.yaml", "Get", "VideoUrl", "/unsigned_urls/0")]
    [InlineData("anyfast", "Content", "VideoUrl", "/video_url")]
    [InlineData("skyengine.json", "Content", "ExpiresAt", "/expires_at")]
    [InlineData("openai.yaml", "Get", "Duration", "/seconds")]
    public void Fields_are_found_in_the_answers_of_real_documents(string file, string role, string field, string place)
    {
        var lines = Lines(file);
        var operation = Array.FindIndex(lines, l => l.StartsWith($"operation role=\"{role}\"", StringComparison.Ordinal));

        lines.Skip(operation + 1)
            .TakeWhile(l => l.StartsWith("  ", StringComparison.Ordinal))
            .ShouldContain(l => l.StartsWith($"  field name=\"{field}\" pointer=\"{place}\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{ "name": "x-api-key", "in": "header", "type": "apiKey" }""", "in=\"header\" name=\"x-api-key\" reason")]
    [InlineData("""{ "name": "key", "in": "query", "type": "apiKey" }""", "in=\"query\" name=\"key\" reason")]
    [InlineData("""{ "name": "Authorization", "in": "header", "type": "apiKey" }""", "in=\"header\" name=\"Authorization\" reason")]
    [
        InlineData(
            """{ "name": "Authorization", "in": "header", "type": "apiKey", "description": "Send 'Bearer {token}'" }""",
            "in=\"header\" name=\"Authorization\" scheme=\"Bearer\" reason")]
    [InlineData("""{ "type": "http", "scheme": "Token" }""", "in=\"header\" name=\"Authorization\" scheme=\"Token\" reason")]
    [InlineData("""{ "type": "bearer" }""", "in=\"header\" name=\"Authorization\" scheme=\"Bearer\" reason")]
    [
        InlineData(
            """{ "type": "apiKey", "in": "cookie", "name": "session" }""", "in=\"header\" name=\"Authorization\" scheme=\"Bearer\" reason=\"no "
                + "usable")]
    [
        InlineData(
            """{ "type": "apiKey", "in": "header", "name": "X-Evil\r\nHost" }""", "in=\"header\" name=\"Authorization\" scheme=\"Bearer\" "
                + "reason=\"no usable")]
    public void The_key_goes_where_the_security_scheme_says(string scheme, string expected)
    {
        var root = TestDocuments.Of("POST /v1/videos; GET /v1/videos/{id}");
        root["components"] = new JsonObject { ["securitySchemes"] = new JsonObject { ["key"] = JsonNode.Parse(scheme) } };

        Lines(root).Single(l => l.StartsWith("auth ", StringComparison.Ordinal)).ShouldStartWith("auth " + expected);
    }

    [Fact]
    public void Of_two_hundred_and_forty_six_schemes_the_one_that_the_operations_ask_for_counts() =>
        Lines("new-api.json").Single(l => l.StartsWith("auth ", StringComparison.Ordinal))
            .ShouldStartWith("auth in=\"header\" name=\"Authorization\" scheme=\"Bearer\" reason=\"security scheme 'BearerAuth'");

    [Fact]
    public void A_text_of_the_document_can_not_leave_its_value()
    {
        var root = TestDocuments.Of("POST /v1/videos; GET /v1/videos/{id}");
        root["info"] = new JsonObject { ["title"] = "evil\"\n  operation role=\"Get\"\\\u2028\u0000\ud800" };

        var lines = Lines(root);

        lines.Count(l => l.StartsWith("operation role=\"Get\"", StringComparison.Ordinal)).ShouldBe(1);
        lines[1].ShouldBe(
            "vendor name=\"acme\" title=\"evil\\\"\\n  operation role=\\\"Get\\\"\\\\\\u2028\\u0000\\ud800\" namespace=\"Clients.Acme\" "
                + "class=\"AcmeClient\"");
    }

    [Fact]
    public void Two_runs_write_the_same_text() => Lines("openrouter.yaml").ShouldBe(Lines("openrouter.yaml"));

    [Fact]
    public void A_document_of_nonsense_is_described_without_a_failure()
    {
        var root = JsonNode.Parse("""
            { "paths": { "/v1/videos/{id}": { "get": { "parameters": [1, null, { "$ref": "#/nowhere" }], "responses": { "200": { "content": [] }, "2XX": null } },
              "post": 7, "delete": { "responses": [], "tags": 5, "x-video-id": [] } }, "/": { "get": {} }, "": null },
              "components": { "securitySchemes": [], "schemas": { "A": { "$ref": "#/components/schemas/A" } } }, "servers": [3, { "url": 4 }], "x-video-status": [], "security": {} }
            """)!.AsObject();

        Lines(root)[0].ShouldBe("videotasks-vendor version=\"3\"");
    }

    private static string[] Lines(string file) => Lines(TestDocuments.Load(file));

    private static string[] Lines(JsonObject root) => Lines(TestDocuments.Source(root));

    private static string[] Lines(SourceDocument document) =>
        DescriptionCodec.Write(VendorDescriber.Describe(VendorRecognizer.Recognize(SwaggerUpgrade.Apply(document)), Facts)).Split('\n');
}
