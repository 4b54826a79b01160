using System.Text.Json.Nodes;
using VideoTasks.SourceGenerator.Tests.Kiota;

namespace VideoTasks.SourceGenerator.Tests.Requests;

/// <summary>The caller's own key, at the place that a vendor has for it.</summary>
public sealed class IdempotencyTests : IUsesVendors
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: t, version: '1' }
        servers: [ { url: https://api.once.example } ]
        security: [ { key: [] } ]
        HINT
        paths:
          /v1/videos:
            post:
              summary: Create a video
              parameters: PARAMETERS
              requestBody: { content: { application/json: { schema: { type: object, properties: { prompt: { type: string } FIELD } } } } }
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Task' } } } } }
          /v1/videos/{id}:
            get:
              summary: Get a video
              parameters: [ { name: id, in: path, required: true, schema: { type: string } } ]
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Task' } } } } }
        components:
          securitySchemes: { key: { type: http, scheme: bearer } }
          schemas:
            Task:
              type: object
              properties: { id: { type: string }, status: { type: string, enum: [ queued, completed, failed ] }, video_url: { type: string } }
        """;

    private static readonly (string Name, string Header, string Field, string Hint)[] Creates =
    [
        ("once-header", "name: Idempotency-Key", "", ""),
        ("once-x-header", "name: X-Idempotency-Key, required: true", "", ""),
        ("once-trace", "name: X-Trace", "", ""),
        ("once-hint", "name: X-Trace", "", "x-video-idempotent: X-Once"),
        ("once-field", "name: X-Trace", ", idempotency_key: { type: string }", ""),
        ("once-pointer", "name: X-Trace", ", once: { type: string }", "x-video-request: { idempotency_key: /once }"),
    ];

    static IEnumerable<TestVendor> IUsesVendors.Vendors => Creates.Select(create => Vendor(create.Name));

    [Theory]
    [InlineData("once-header", "Idempotency-Key", """{"prompt":"p"}""")]
    [InlineData("once-x-header", "X-Idempotency-Key", """{"prompt":"p"}""")]
    [InlineData("once-trace", null, """{"prompt":"p"}""")]
    [InlineData("once-hint", "X-Once", """{"prompt":"p"}""")]
    [InlineData("once-field", null, """{"prompt":"p","idempotency_key":"order-7"}""")]
    [InlineData("once-pointer", null, """{"prompt":"p","once":"order-7"}""")]
    public async Task It_is_sent_as_it_is_to_the_place_that_the_vendor_has(string name, string? header, string body)
    {
        using var server = StubServer.Start(JsonAnswer("""{"id":"v1","status":"queued"}"""));
        var vendor = VendorBuild.Of(Vendor(name));

        await VendorDrive.Client(vendor, server)
            .CreateAsync(new() { Prompt = "p", IdempotencyKey = "order-7" }, TestContext.Current.CancellationToken);

        var request = server.Requests.ShouldHaveSingleItem();
        JsonNode.DeepEquals(JsonNode.Parse(request.Body!), JsonNode.Parse(body)).ShouldBeTrue(request.Body);
        request.Headers!.Where(pair => pair.Value.Contains("order-7")).Select(pair => pair.Key.ToLowerInvariant())
            .ShouldBe(header is null ? [] : [header.ToLowerInvariant()]);
        vendor.Description.Operations.Single(o => o.Operation == VideoOperation.Create).TakesIdempotencyKey.ShouldBe(name != "once-trace");
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\r\nX: y")]
    [InlineData("schlüssel")]
    public async Task A_key_that_no_header_takes_is_refused_before_the_call(string key)
    {
        using var server = StubServer.Start(JsonAnswer("""{"id":"v1","status":"queued"}"""));
        var client = VendorDrive.Client(VendorBuild.Of(Vendor("once-header")), server);

        var error = await Should.ThrowAsync<VideoTaskException>(
            () => client.CreateAsync(new() { Prompt = "p", IdempotencyKey = key }, TestContext.Current.CancellationToken));

        error.Reason.ShouldBe(VideoTaskErrorReason.InvalidRequest);
        server.Requests.ShouldBeEmpty();
    }

    private static TestVendor Vendor(string name)
    {
        var (_, header, field, hint) = Creates.Single(create => create.Name == name);
        return TestVendor.OfText(
            name,
            Document.Replace("PARAMETERS", $"[ {{ {header}, in: header, schema: {{ type: string }} }} ]", StringComparison.Ordinal)
                .Replace("FIELD", field, StringComparison.Ordinal)
                .Replace("HINT", hint, StringComparison.Ordinal));
    }
}
