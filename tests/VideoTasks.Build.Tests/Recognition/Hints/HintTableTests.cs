using VideoTasks.Build.Description.Format;
using VideoTasks.Build.Diagnostics;
using VideoTasks.Build.Documents;
using VideoTasks.Build.Recognition;
using VideoTasks.Build.Recognition.Hints;
using VideoTasks.Build.Recognition.Requests;
using VideoTasks.Generated;

namespace VideoTasks.Build.Tests.Recognition.Hints;

/// <summary>A hint that can't be understood is an error at the line of what is wrong in it, with what was meant.</summary>
public sealed class HintTableTests
{
    private const string Document = """
        openapi: 3.0.1
        info: { title: m, version: 1.0.0 }
        servers: [ { url: https://api.example.com } ]
        security: [ { bearer: [] } ]
        paths:
          /v1/videos:
            post:
              requestBody: { content: { application/json: { schema: { type: object, properties: { prompt: { type: string }, duration_ms: { type: integer } } } } } }
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Task' } } } } }
          /v1/videos/{id}:
            get:
              parameters: [ { name: id, in: path, required: true, schema: { type: string } } ]
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Task' } } } } }
        components:
          securitySchemes: { bearer: { type: http, scheme: bearer } }
          schemas:
            Task: { type: object, properties: { id: { type: string }, status: { type: string }, video_url: { type: string } } }

        """;

    private static readonly int Lines = Document.Count(c => c == '\n');

    /// <summary>A hint at the root, the line in it where the fault is (from 1), and a part of the message.</summary>
    public static TheoryData<string, int, string> Faults => new()
    {
        { "x-video-auth:\n  type: bearer\n  name: X-Key", 2, "no key 'type' is known" },
        { "x-video-auth:\n  name: X-Key\n  header: X-Key", 3, "known are in, name, scheme" },
        { "x-video-auth:\n  nam: X-Key", 2, "did you mean 'name'?" },
        { "x-video-auth:\n  name: X Key", 2, "it is the name of a header" },
        { "x-video-auth:\n  name: X-Key\n  in: body", 3, "'body': a key goes into the header or the query" },
        { "x-video-auth: bearer", 1, "'bearer': it is a map with in, name and scheme, or the word none" },
        { "x-video-auth: [ none ]", 1, "a list: it is a map" },
        { "x-video-request:\n  prompt:\n    pointer: /prompt\n    unit: ms", 4, "no key 'unit' is known" },
        { "x-video-request:\n  seconds:\n    pointer: /duration_ms\n    units: ms", 4, "did you mean 'unit'?" },
        { "x-video-request:\n  seconds:\n    pointer: /duration_ms\n    unit: parsecs", 4, "a unit of 'seconds' is seconds, milliseconds" },
        { "x-video-request:\n  seconds:\n    pointer: /duration_ms\n    shape: url", 4, "no key 'shape' is known" },
        { "x-video-request:\n  seconds:\n    unit: ms", 2, "it lacks 'pointer'" },
        { "x-video-request:\n  prompt: prompt", 2, "the place of 'prompt' is a JSON Pointer" },
        { "x-video-request:\n  promt: /prompt", 2, "did you mean 'prompt'?" },
        { "x-video-request:\n  values:\n    ratio: '16:9'", 3, "'ratio' is no JSON Pointer: did you mean '/ratio'?" },
        { "x-video-request:\n  values:\n    /ratio:", 2, "null: a value is any JSON but null" },
        { "x-video-request:\n  values: [ 1 ]", 2, "a list: it is a map of JSON Pointers to JSON" },
        { "x-video-request:\n  input_reference:\n    pointer: /prompt\n    shape: blob", 4, "a shape of an input reference is url" },
        { "x-video-request: /prompt", 1, "it is a map of canonical request fields" },
        { "x-video-fields:\n  video_url:\n    pointer: /video_url\n    units: seconds", 4, "did you mean 'unit'?" },
        { "x-video-fields:\n  video_url:\n    pointer: /video_url\n    unit: seconds", 4, "'video_url' has no unit" },
        { "x-video-fields:\n  progress:\n    pointer: /status\n    unit: parsecs", 4, "a unit of 'progress' is percent, fraction" },
        { "x-video-fields:\n  created_at:\n    pointer: /status\n    unit: utc+x", 4, "or an offset such as utc+8" },
        { "x-video-fields:\n  vidio_url: /video_url", 2, "did you mean 'video_url'?" },
        { "x-video-fields:\n  video_url:", 1, "null: the place of 'video_url' is a JSON Pointer" },
        { "x-video-units:\n  progress: seconds", 2, "a unit of 'progress' is percent, fraction" },
        { "x-video-poll-interval: fast", 1, "'fast': it is a number of seconds" },
        { "x-video-poll-interval: 0", 1, "it is a number of seconds" },
        { "x-video-pol-interval: 3", 1, "did you mean 'x-video-poll-interval'?" },
        { "x-video-idempotent: 'yes'", 1, "'yes': it is true, false or the name of the header" },
        { "x-video-status:\n  done: finished", 2, "'finished': a status is unknown, queued" },
        { "x-video-status: [ done ]", 1, "a list: it is a map" },
        { "x-video-operations:\n  gett: 'GET /v1/videos/{id}'", 2, "did you mean 'get'?" },
        { "x-video-operations:\n  get: '/v1/videos/{id}'", 2, "an operation is written as" },
        { "x-video-content-url:\n  need-key: true\n  needs-key: true", 2, "did you mean 'needs-key'?" },
        { "x-video-content-url: true", 1, "it takes 'needs-key', true or false" },
        { "x-video-list: data", 1, "it is a JSON Pointer" },
        { "x-video-base-url: api.example.com", 1, "it is an http or https URL" },
        { "x-video-headers:\n  'X Key': a", 2, "'X Key' can't be sent" },
        { "x-video-headers:\n  X-Key: { a: b }", 2, "a map: it is a map of header names to texts" },
        { "x-video-id: path:id", 1, "at the document's root: no hint 'x-video-id' is known" },
        { "x-other:\n  a: 1\ntags:\n  - name: a\n    x-video-operation: get", 5, "no hint is read here; it stands at an operation" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_of_a_hint_is_an_error_at_its_line(string hint, int line, string message)
    {
        var vendor = Read(Document + hint + "\n");

        var problem = vendor.Problems.ShouldHaveSingleItem();
        problem.Id.ShouldBe("VT007");
        problem.Arguments[1].ShouldContain(message);
        vendor.PositionOf(problem.Node!).Line.ShouldBe(Lines + line);
    }

    [Fact]
    public void An_id_in_the_body_of_a_GET_points_at_nothing()
    {
        var vendor = Read(Document.Replace("    get:\n", "    get:\n      x-video-id: 'body:task_id'\n", StringComparison.Ordinal));

        vendor.Problems.ShouldContain(p => p.Id == "VT006" && p.Arguments[2] == "GET /v1/videos/{id} has no body");
    }

    [Theory]
    [InlineData("ms", "milliseconds")]
    [InlineData("milliseconds", "milliseconds")]
    [InlineData("min", "minutes")]
    [InlineData("s", "seconds")]
    public void A_length_of_a_request_may_have_a_unit(string word, string unit)
    {
        var vendor = Read(Document + $"x-video-request: {{ seconds: {{ pointer: /duration_ms, unit: {word} }} }}\n");

        vendor.Problems.ShouldBeEmpty();
        var create = vendor.Operations.Find(VideoRole.Create)!;
        vendor.Requests[create].Single(f => f.Name == VideoRequestFieldName.Seconds).Unit.ShouldBe(unit);
    }

    [Fact]
    public void A_place_that_says_its_unit_needs_no_hint_of_it()
    {
        var vendor = Read(Document + "x-video-request: { seconds: /duration_ms }\n");

        vendor.Requests[vendor.Operations.Find(VideoRole.Create)!].Single(f => f.Name == VideoRequestFieldName.Seconds).Unit.ShouldBe("milliseconds");
    }

    [Fact]
    public void The_page_of_hints_has_a_row_for_each()
    {
        var page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "HINTS.md"));

        HintTable.Rows.ShouldAllBe(row => page.Contains($"| `{row.Name}` |", StringComparison.Ordinal));
    }

    private static RecognizedVendor Read(string text)
    {
        var folder = Directory.CreateTempSubdirectory("videotasks-");
        try
        {
            var file = Path.Combine(folder.FullName, "acme.yaml");
            File.WriteAllText(file, text);
            var diagnostics = new DiagnosticBag();
            var document = EffectiveDocument.Of(new VendorSource("acme", [file], [], folder.FullName), diagnostics);
            diagnostics.All.ShouldBeEmpty();
            return VendorRecognizer.Recognize(document!);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
