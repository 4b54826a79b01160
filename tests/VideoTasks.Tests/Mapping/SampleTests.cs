using System.Text.Json;
using System.Text.Json.Nodes;
using VideoTasks.Tests.Servers;
using VideoTasks.Tests.Vendors;

namespace VideoTasks.Tests.Mapping;

public sealed class SampleTests
{
    private const string AskedId = "task-that-was-asked-for";

    private static readonly string[] Fields =
    [
        "status", "rawStatus", "progress", "model", "prompt", "createdAt", "completedAt", "expiresAt", "durationSeconds", "width", "height",
        "videoUrl", "error",
    ];

    public static TheoryData<string> TaskNames => [.. SampleBodies.Tasks];

    public static TheoryData<string> ErrorNames => [.. SampleBodies.Errors];

    [Theory]
    [MemberData(nameof(TaskNames))]
    public async Task A_body_served_over_http_to_the_generic_vendor_is_read_as_a_careful_person_reads_it(string name)
    {
        var sample = SampleBodies.Get(name);
        var body = sample.GetProperty("body").GetRawText();
        using var server = StubServer.Start(JsonAnswer(body, sample.GetProperty("httpStatus").GetInt32()));
        var client = new VideoTaskClient("openai", new() { ApiKey = "k", BaseUrl = server.Address });

        var task = await client.GetAsync(AskedId, TestContext.Current.CancellationToken);

        task.Id.ShouldBe(AskedId, "the id of the call is kept");
        Compare(sample, task);
        task.Raw.GetRawText().ShouldBe(body, "nothing that a vendor sends is lost");
    }

    [Theory]
    [MemberData(nameof(TaskNames))]
    public async Task The_id_of_a_body_is_found_when_none_was_asked_for(string name)
    {
        var sample = SampleBodies.Get(name);
        var expected = sample.GetProperty("expected").TryGetProperty("id", out var id) ? id.GetString() : null;
        var body = sample.GetProperty("body").GetRawText();
        using var server = StubServer.Start(JsonAnswer(body));
        var client = new VideoTaskClient(new FlatVendor(), new() { ApiKey = "k", BaseUrl = server.Address });
        if (expected is null)
        {
            await Should.ThrowAsync<VideoTaskException>(() => client.CreateAsync(new() { Prompt = "a cat" }, TestContext.Current.CancellationToken));
            return;
        }

        var task = await client.CreateAsync(new() { Prompt = "a cat" }, TestContext.Current.CancellationToken);

        task.Id.ShouldBe(expected);
        Compare(sample, task);
    }

    [Theory]
    [MemberData(nameof(ErrorNames))]
    public async Task An_error_body_served_over_http_is_the_right_typed_error(string name)
    {
        var sample = SampleBodies.Get(name);
        var expected = sample.GetProperty("expectedError");
        using var server = StubServer.Start(JsonAnswer(sample.GetProperty("body").GetRawText(), sample.GetProperty("httpStatus").GetInt32()));
        var client = new VideoTaskClient(new FlatVendor(), new() { ApiKey = "secret-key", BaseUrl = server.Address, MaxRetries = 0 });

        var error = await Should.ThrowAsync<VideoTaskException>(() => client.GetAsync(AskedId, TestContext.Current.CancellationToken));

        error.Reason.ToString().ShouldBe(expected.GetProperty("reason").GetString());
        (error.Error?.Code).ShouldBe(expected.TryGetProperty("code", out var code) ? code.GetString() : null);
        error.Handle.ShouldBe(new VideoTaskHandle("flat", AskedId));
        error.Message.ShouldNotContain('\n');
    }

    private static void Compare(JsonElement sample, VideoTask task)
    {
        var actual = JsonNode.Parse(VideoTaskJson.Serialize(task))!;
        var expected = JsonNode.Parse(sample.GetProperty("expected").GetRawText())!;
        foreach (var field in Fields)
        {
            (actual[field]?.ToJsonString() ?? "null").ShouldBe(expected[field]?.ToJsonString() ?? "null", field);
        }
    }
}
