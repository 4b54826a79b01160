using VideoTasks.SourceGenerator.Tests.Kiota;

namespace VideoTasks.SourceGenerator.Tests.Requests;

/// <summary>What the vendor requires of the request of a read is sent in the type that it wants.</summary>
public sealed class ListDefaultsTests : IUsesVendors
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: t, version: '1' }
        servers: [ { url: https://api.lists.example } ]
        security: [ { key: [] } ]
        paths:
          /v1/videos:
            post:
              summary: Create a video
              requestBody: { content: { application/json: { schema: { type: object, properties: { prompt: { type: string } } } } } }
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Task' } } } } }
            get:
              summary: List videos
              parameters: PARAMETERS
              responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: { data: { type: array, items: { $ref: '#/components/schemas/Task' } } } } } } } }
          /v1/videos/{id}:
            get:
              summary: Get a video
              parameters: [ { name: id, in: path, required: true, schema: { type: string } } ]
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Task' } } } } }
          /v1/videos/cancel:
            post:
              summary: Cancel a video
              requestBody: { content: { application/json: { schema: { type: object, properties: { id: { type: integer } } } } } }
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Task' } } } } }
        components:
          securitySchemes: { key: { type: http, scheme: bearer } }
          schemas:
            Task: { type: object, properties: { id: { type: string }, status: { type: string, enum: [ queued, completed, failed, canceled ] }, video_url: { type: string } } }
        """;

    private static readonly (string Name, string Parameters)[] Lists =
    [
        ("paged", "[ { name: page, in: query, required: true, schema: { type: integer } }, { name: page_size, in: query, required: true, schema: { "
            + "type: integer, maximum: 10 } } ]"),
        ("zero", "[ { name: page, in: query, required: true, schema: { type: integer, minimum: 0 } }, { name: limit, in: query, required: true, "
            + "schema: { type: integer, default: 5 } } ]"),
        ("offset", "[ { name: offset, in: query, required: true, schema: { type: integer } }, { name: limit, in: query, required: true, schema: { "
            + "type: integer } } ]"),
        ("cursor", "[ { name: cursor, in: query, required: true, schema: { type: string } }, { name: limit, in: query, schema: { type: integer } } "
            + "]"),
    ];

    static IEnumerable<TestVendor> IUsesVendors.Vendors => Lists.Select(l => Vendor(l.Name));

    [Theory]
    [InlineData("paged", null, "page=1&page_size=10")]
    [InlineData("paged", 3, "page=1&page_size=3")]
    [InlineData("zero", null, "page=0&limit=5")]
    [InlineData("offset", null, "offset=0&limit=20")]
    [InlineData("offset", 2, "offset=0&limit=2")]
    [InlineData("cursor", null, "cursor=")]
    public async Task A_required_parameter_of_paging_has_its_first_value(string vendor, int? pageSize, string query)
    {
        using var server = StubServer.Start(JsonAnswer("""{ "data": [] }"""));

        await VendorDrive.Client(VendorBuild.Of(Vendor(vendor)), server).ListAllAsync(new() { PageSize = pageSize });

        var sent = server.Requests.Single().Target;
        sent.Split('?')[1].Split('&').Order(StringComparer.Ordinal).ShouldBe(query.Split('&').Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("17", """{"id":17}""")]
    [InlineData("-3", """{"id":-3}""")]
    [InlineData("0x1f", """{"id":"0x1f"}""")]
    [InlineData("9223372036854775808", """{"id":"9223372036854775808"}""")]
    public async Task An_id_in_a_body_is_a_number_where_the_vendor_wants_one(string id, string body)
    {
        using var server = StubServer.Start(JsonAnswer("""{ "id": "17", "status": "canceled" }"""));

        await VendorDrive.Client(VendorBuild.Of(Vendor("paged")), server).CancelAsync(id, TestContext.Current.CancellationToken);

        server.Requests[0].Body.ShouldBe(body);
    }

    private static TestVendor Vendor(string name) =>
        TestVendor.OfText(name, Document.Replace("PARAMETERS", Lists.Single(l => l.Name == name).Parameters, StringComparison.Ordinal));
}
