using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using VideoTasks.SourceGenerator.Tests.Kiota;

namespace VideoTasks.SourceGenerator.Tests.Requests;

/// <summary>
/// Nothing of a request is dropped in silence before the billable call: each field has a place, or the call is refused before it is sent.
/// </summary>
public sealed class RequestPlacesTests : IUsesVendors
{
    private const string Any = "{ type: string }";

    private static readonly (string Name, string Body, string Parameters)[] Creates =
    [
        ("plain", $"{{ required: [prompt], properties: {{ prompt: {Any}, model: {Any} }} }}", ""),
        ("closed", $"{{ additionalProperties: false, properties: {{ prompt: {Any}, aspect: {Any} }} }}", ""),
        ("nested", $"{{ required: [style, end_seconds], properties: {{ end_seconds: {{ type: number }}, style: {{ type: object, required: [prompt], properties: {{ prompt: {Any} }} }} }} }}", ""),
        ("twice", $"{{ properties: {{ first: {{ type: object, properties: {{ prompt: {Any} }} }}, second: {{ type: object, properties: {{ prompt: {Any} }} }} }} }}", ""),
        ("watermarked", $"{{ properties: {{ prompt: {Any}, watermark: {{ type: object, properties: {{ image_url: {Any}, size: {Any} }} }} }} }}", ""),
        ("required", $"{{ required: [prompt, style, seed, camera], properties: {{ prompt: {Any}, style: {Any}, seed: {{ type: integer, default: 7 }}, camera: {{ type: object, required: [motion, speed], properties: {{ motion: {Any}, speed: {{ type: number, default: 1.5 }} }} }} }} }}", ""),
        ("ratio", "{ required: [ratio, promptText], properties: { promptText: { type: string }, ratio: { type: string, enum: ['1280:720', "
            + "'720:1280'] } } }", ""),
        ("lone", $"{{ properties: {{ prompt: {Any}, image: {Any} }} }}", ""),
        ("sides", $"{{ properties: {{ prompt: {Any}, width: {{ type: integer }}, height: {{ type: integer }} }} }}", ""),
        ("side", $"{{ properties: {{ prompt: {Any}, width: {{ type: integer }} }} }}", ""),
        ("milliseconds", $"{{ properties: {{ prompt: {Any}, duration_ms: {{ type: integer }} }} }}", ""),
        ("open", $"{{ properties: {{ prompt: {Any}, input: {{ type: object }} }} }}", ""),
        ("query", "", "[ { name: prompt, in: query, required: true, schema: { type: string } }, { name: voice, in: query, required: true, schema: "
            + "{ type: string } } ]"),
        ("alternatives", $"{{ oneOf: [ {{ additionalProperties: false, required: [prompt], properties: {{ kind: {{ enum: [text] }}, prompt: {Any}, size: {Any} }} }}, {{ additionalProperties: false, required: [image], properties: {{ kind: {{ enum: [image] }}, prompt: {Any}, image: {Any} }} }} ] }}", ""),
        ("models", $"{{ oneOf: [ {{ properties: {{ model: {{ enum: [m1] }}, prompt: {Any}, duration: {Any} }} }}, {{ properties: {{ model: {{ enum: [m2] }}, prompt: {Any}, seconds: {Any} }} }} ] }}", ""),
        ("either", $"{{ properties: {{ prompt: {Any}, image: {Any} }}, anyOf: [ {{ required: [prompt] }}, {{ required: [image] }} ] }}", ""),
        ("discriminated", """{ oneOf: [ { $ref: '#/components/schemas/Text' }, { $ref: '#/components/schemas/Image' } ], discriminator: { propertyName: task, mapping: { t2v: '#/components/schemas/Text', i2v: Image } } }""", ""),
        ("references", """{ properties: { prompt: { type: string }, input_references: { type: array, items: { oneOf: [ { $ref: '#/components/schemas/ImagePart' }, { $ref: '#/components/schemas/AudioPart' } ], discriminator: { propertyName: type, mapping: { image_url: '#/components/schemas/ImagePart', audio_url: '#/components/schemas/AudioPart' } } } } } }""", ""),
    ];

    static IEnumerable<TestVendor> IUsesVendors.Vendors => Creates.Select(c => Vendor(c.Name));

    [Theory]
    [InlineData("plain", """{ "Seconds": 5 }""", "the seconds")]
    [InlineData("plain", """{ "Size": "1280x720", "Seconds": 5 }""", "the seconds and the size")]
    [InlineData("plain", """{ "Image": 1 }""", "the input reference")]
    [InlineData("closed", """{ "Model": "m" }""", "the model")]
    [InlineData("nested", """{ "Size": "1x1" }""", "the size")]
    [InlineData("twice", "{}", "the prompt")]
    [InlineData("watermarked", """{ "Image": 1 }""", "the input reference")]
    [InlineData("watermarked", """{ "Size": "1x1" }""", "the size")]
    [InlineData("lone", """{ "Image": 2 }""", "more than one input reference")]
    [InlineData("sides", """{ "Size": "720p" }""", "the size '720p'")]
    [InlineData("side", """{ "Size": "1280x720" }""", "the size")]
    [InlineData("open", """{ "Seconds": 5 }""", "the seconds")]
    [InlineData("query", """{ "Size": "1x1" }""", "the size")]
    public async Task A_field_without_a_place_is_refused_before_anything_is_sent(string vendor, string fields, string named)
    {
        using var server = StubServer.Start();

        var error =
            await Should.ThrowAsync<VideoTaskException>(
                () => Client(vendor, server).CreateAsync(Request(fields), TestContext.Current.CancellationToken));

        (error.Reason, error.Vendor, error.IsOutcomeUnknown).ShouldBe((VideoTaskErrorReason.InvalidRequest, vendor, false));
        error.Message.ShouldContain($"has no place for {named}");
        error.Message.ShouldContain("Its own fields are: ");
        server.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("plain", """{ "Prompt": "" }""", "the prompt ('prompt')")]
    [InlineData("plain", """{ "Prompt": null }""", "the prompt ('prompt')")]
    [InlineData("plain", """{ "Prompt": " \n" }""", "the prompt ('prompt')")]
    [InlineData("nested", "{}", "'end_seconds'")]
    [InlineData("required", "{}", "'style', 'camera/motion'")]
    [InlineData("ratio", "{}", "the size ('ratio')")]
    [InlineData("query", "{}", "'voice'")]
    public async Task A_required_field_that_nothing_gives_is_refused_before_anything_is_sent(string vendor, string fields, string named)
    {
        using var server = StubServer.Start();

        var error =
            await Should.ThrowAsync<VideoTaskException>(
                () => Client(vendor, server).CreateAsync(Request(fields), TestContext.Current.CancellationToken));

        error.Reason.ShouldBe(VideoTaskErrorReason.InvalidRequest);
        error.Message.ShouldContain($"requires {named} in POST /v1/videos");
        server.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("plain", """{ "Seconds": 5, "Own": { "duration": "5s" } }""", """{ "prompt": "p", "duration": "5s" }""")]
    [InlineData("plain", """{ "Image": 1, "Own": { "media": { "image_url": "u" } } }""", """{ "prompt": "p", "media": { "image_url": "u" } }""")]
    [InlineData("plain", """{ "Prompt": null, "Own": { "prompt": "own" } }""", """{ "prompt": "own" }""")]
    [
        InlineData(
            "nested",
            """{ "Own": { "end_seconds": 4, "style": { "mood": "dark" } } }""",
            """{ "end_seconds": 4, "style": { "prompt": "p", "mood": "dark" } }""")]
    [
        InlineData(
            "required",
            """{ "Own": { "style": "s", "camera": { "motion": "pan" } } }""",
            """{ "prompt": "p", "style": "s", "seed": 7, "camera": { "motion": "pan", "speed": 1.5 } }""")]
    [InlineData("ratio", """{ "Size": "1280x720" }""", """{ "promptText": "p", "ratio": "1280:720" }""")]
    [InlineData("milliseconds", """{ "Seconds": 2.5 }""", """{ "prompt": "p", "duration_ms": 2500 }""")]
    [InlineData("alternatives", """{ "Size": "1x1" }""", """{ "kind": "text", "prompt": "p", "size": "1x1" }""")]
    [InlineData("alternatives", """{ "Image": 1 }""", """{ "kind": "image", "prompt": "p", "image": "https://i.test/0.png" }""")]
    [InlineData("models", """{ "Model": "m2", "Seconds": 5 }""", """{ "model": "m2", "prompt": "p", "seconds": "5" }""")]
    [InlineData("models", """{ "Model": "m1", "Seconds": 5 }""", """{ "model": "m1", "prompt": "p", "duration": "5" }""")]
    [InlineData("either", """{ "Prompt": null, "Image": 1 }""", """{ "image": "https://i.test/0.png" }""")]
    [InlineData("either", """{ "Image": 1 }""", """{ "prompt": "p", "image": "https://i.test/0.png" }""")]
    [InlineData("discriminated", "{}", """{ "task": "t2v", "prompt": "p" }""")]
    [InlineData("discriminated", """{ "Image": 1 }""", """{ "task": "i2v", "prompt": "p", "image_url": "https://i.test/0.png" }""")]
    [InlineData("discriminated", """{ "Own": { "task": "i2v" } }""", """{ "task": "i2v", "prompt": "p" }""")]
    [InlineData("references", """{ "Image": 2 }""", """
        { "prompt": "p", "input_references": [
            { "type": "image_url", "image_url": { "url": "https://i.test/0.png" } },
            { "type": "image_url", "image_url": { "url": "https://i.test/1.png" } } ] }
        """)]
    public async Task A_field_goes_to_its_place(string vendor, string fields, string body)
    {
        using var server = StubServer.Start().Answers("POST /v1/videos", JsonAnswer("""{ "id": "v1", "status": "queued" }"""));

        await Client(vendor, server).CreateAsync(Request(fields), TestContext.Current.CancellationToken);

        JsonNode.DeepEquals(JsonNode.Parse(server.Requests.Single().Body!), JsonNode.Parse(body)).ShouldBeTrue(server.Requests.Single().Body);
    }

    [Fact]
    public async Task A_field_may_go_into_the_query()
    {
        using var server = StubServer.Start().Answers("POST /v1/videos?prompt=p&voice=deep", JsonAnswer("""{ "id": "v1", "status": "queued" }"""));

        await Client("query", server).CreateAsync(Request("""{ "Own": { "voice": "deep" } }"""), TestContext.Current.CancellationToken);

        server.Requests.Single().Body.ShouldBeNullOrEmpty();
    }

    [Fact]
    public async Task Fields_that_no_one_body_takes_together_are_refused()
    {
        using var server = StubServer.Start();

        var error = await Should.ThrowAsync<VideoTaskException>(
            () => Client("alternatives", server).CreateAsync(Request("""{ "Size": "1x1", "Image": 1 }"""), TestContext.Current.CancellationToken));

        error.Message.ShouldContain("takes one of several bodies");
        error.Message.ShouldContain("(prompt, size, kind); (prompt, image, kind)");
        server.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("required", "VT017", "'/style'")]
    [InlineData("required", "VT017", "'/camera/motion'")]
    [InlineData("nested", "VT017", "'/end_seconds'")]
    [InlineData("query", "VT013", "'voice'")]
    public void A_required_field_that_nothing_can_fill_is_a_warning_at_its_line(string vendor, string id, string named)
    {
        var (_, result) = GeneratorRun.Run(Vendor(vendor).Description, KiotaBatch.SourcesOf(Vendor(vendor).Client));

        var warning = result.Diagnostics.Single(
            d => d.Id == id && d.GetMessage(System.Globalization.CultureInfo.InvariantCulture).Contains(named, StringComparison.Ordinal));
        warning.Severity.ShouldBe(DiagnosticSeverity.Warning);
        warning.Location.GetLineSpan().StartLinePosition.Line.ShouldBeGreaterThan(3);
    }

    private static VideoTaskClient Client(string vendor, WireMockServer server)
    {
        var doubt = vendor is "required" or "nested" ? "VT017" : vendor == "query" ? "VT013" : null;
        return VendorDrive.Client(VendorBuild.Of(Vendor(vendor), doubt: doubt), server);
    }

    private static VideoTaskRequest Request(string fields)
    {
        var given = JsonNode.Parse(fields)!.AsObject();
        return new()
        {
            Prompt = given.ContainsKey("Prompt") ? (string?)given["Prompt"] : "p",
            Model = (string?)given["Model"],
            Seconds = (double?)given["Seconds"],
            Size = (string?)given["Size"],
            InputReferences =
            [
                .. Enumerable.Range(0, (int?)given["Image"] ?? 0).Select(i => VideoInputReference.FromUrl(new($"https://i.test/{i}.png"))),
            ],
            AdditionalProperties = given["Own"]?.DeepClone() as JsonObject,
        };
    }

    private static TestVendor Vendor(string name)
    {
        var (_, body, parameters) = Creates.Single(c => c.Name == name);
        return TestVendor.OfText(name, $$"""
            openapi: 3.0.3
            info: { title: t, version: '1' }
            servers: [ { url: https://api.request.example } ]
            security: [ { key: [] } ]
            paths:
              /v1/videos:
                post:
                  summary: Create a video
                  {{(parameters.Length > 0
                      ? $"parameters: {parameters}"
                      : $"requestBody: {{ content: {{ application/json: {{ schema: {body} }} }} }}")}}
                  responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Task' } } } } }
              /v1/videos/{id}:
                get:
                  summary: Get a video
                  parameters: [ { name: id, in: path, required: true, schema: { type: string } } ]
                  responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Task' } } } } }
            components:
              securitySchemes: { key: { type: http, scheme: bearer } }
              schemas:
                Task: { type: object, properties: { id: { type: string }, status: { type: string, enum: [ queued, completed, failed ] }, video_url: { type: string } } }
                Text: { type: object, properties: { task: { type: string }, prompt: { type: string } } }
                Image: { type: object, properties: { task: { type: string }, prompt: { type: string }, image_url: { type: string } } }
                ImagePart: { type: object, required: [ type, image_url ], properties: { type: { type: string, enum: [ image_url ] }, image_url: { type: object, properties: { url: { type: string } } } } }
                AudioPart: { type: object, required: [ type, audio_url ], properties: { type: { type: string, enum: [ audio_url ] }, audio_url: { type: object, properties: { url: { type: string } } } } }
            """);
    }
}
