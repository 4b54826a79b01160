using System.Text.Json.Nodes;
using VideoTasks.Tests.Client;
using VideoTasks.Tests.Servers;

namespace VideoTasks.Tests.Requests;

/// <summary>
/// Each field of a request has a place in the vendor's document, or the call is refused before it is sent: whatever starts a task, in whatever form.
/// </summary>
public sealed class RequestPlaceTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static readonly VideoInputReference[] Image = [VideoInputReference.FromUrl(new("https://cdn.example/cat.png"))];

    /// <summary>A vendor, an operation, what is asked for, and what the error names.</summary>
    public static TheoryData<string, VideoOperation, VideoTaskRequest, string> Refused => new()
    {
        { "aimanyi", VideoOperation.Create, new() { Prompt = "a", InputReferences = Image }, "aimanyi has no place for the input reference in POST "
            + "/v1/videos. Its own fields are: prompt, model, seconds, size." },
        { "ezmodel", VideoOperation.Create, new() { Prompt = "a", InputReferences = Image }, "ezmodel has no place for the input reference in POST "
            + "/v1/videos." },
        { "openai", VideoOperation.Remix, new() { Prompt = "a", Size = "1280x720" }, "openai has no place for the size in POST "
            + "/videos/{video_id}/remix. Its own fields are: prompt." },
        { "openai", VideoOperation.Remix, new() { Prompt = "a", Seconds = 4, Model = "sora-2" }, "no place for the model and the seconds" },
        { "openai", VideoOperation.Edit, new() { Prompt = "a", InputReferences = Image }, "no place for the input reference in POST /videos/edits" },
        { "openai", VideoOperation.Extend, new() { Prompt = "a", Seconds = 4, Size = "1x1" }, "no place for the size in POST /videos/extensions" },
        { "openai", VideoOperation.Extend, new() { Prompt = "a" }, "openai requires the seconds ('seconds') in POST /videos/extensions" },
        { "openai", VideoOperation.Edit, new(), "openai requires the prompt ('prompt') in POST /videos/edits" },
        { "skyengine", VideoOperation.Remix, new() { Prompt = "a", Seconds = 4 }, "no place for the seconds in POST /v1/videos/{video_id}/remix" },
        { "skyengine", VideoOperation.Create, new() { Model = "m" }, "skyengine requires the prompt ('prompt')" },
        { "hingnet", VideoOperation.Create, new() { Prompt = "a", Seconds = double.NaN }, "is no number of seconds" },
        { "hingnet", VideoOperation.Create, new() { Prompt = "a", Seconds = double.PositiveInfinity }, "is no number of seconds" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_would_be_lost_is_refused_and_nothing_is_sent(
        string vendor, VideoOperation operation, VideoTaskRequest request, string message)
    {
        using var server = StubServer.Start(JsonAnswer("""{"id":"v2","status":"queued"}"""));
        var client = new VideoTaskClient(vendor, new() { ApiKey = TestClients.Key, BaseUrl = server.Address });

        var error = await ShouldFail.WithAsync(VideoTaskErrorReason.InvalidRequest, () => Start(client, operation, request));

        error.Message.ShouldContain(message);
        error.Message.ShouldContain("Nothing was sent.");
        error.Vendor.ShouldBe(vendor);
        error.IsOutcomeUnknown.ShouldBeFalse();
        error.Handle.ShouldBe(operation == VideoOperation.Create ? null : new VideoTaskHandle(vendor, "v1"));
        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_given_by_the_vendors_own_name_is_no_error()
    {
        using var server = StubServer.Start(JsonAnswer("""{"id":"v2","status":"queued"}"""));
        var client = new VideoTaskClient("aimanyi", new() { ApiKey = TestClients.Key, BaseUrl = server.Address });

        await client.CreateAsync(
            new()
            {
                Prompt = "a",
                InputReferences = Image,
                AdditionalProperties = new() { ["image_url"] = "https://cdn.example/cat.png", ["extra"] = new JsonObject { ["seed"] = 1 } },
            },
            Token);

        var body = JsonNode.Parse(server.Requests.ShouldHaveSingleItem().Body!)!;
        JsonNode.DeepEquals(body, JsonNode.Parse("""{ "prompt": "a", "image_url": "https://cdn.example/cat.png", "extra": { "seed": 1 } }"""))
            .ShouldBeTrue(body.ToJsonString());
    }

    [Fact]
    public async Task A_required_model_with_a_default_is_sent()
    {
        using var server = StubServer.Start(JsonAnswer("""{"id":"v2","status":"queued"}"""));
        var client = new VideoTaskClient("skyengine", new() { ApiKey = TestClients.Key, BaseUrl = server.Address });

        await client.RemixAsync("v1", new() { Prompt = "a" }, Token);

        var body = JsonNode.Parse(server.Requests.ShouldHaveSingleItem().Body!)!;
        JsonNode.DeepEquals(body, JsonNode.Parse("""{ "prompt": "a", "model": "sora-2" }""")).ShouldBeTrue(body.ToJsonString());
    }

    private static Task<VideoTask> Start(VideoTaskClient client, VideoOperation operation, VideoTaskRequest request) => operation switch
    {
        VideoOperation.Remix => client.RemixAsync("v1", request, Token),
        VideoOperation.Edit => client.EditAsync("v1", request, Token),
        VideoOperation.Extend => client.ExtendAsync("v1", request, Token),
        _ => client.CreateAsync(request, Token),
    };
}
