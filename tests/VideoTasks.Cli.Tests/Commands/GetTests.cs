using System.Text.Json.Nodes;

namespace VideoTasks.Cli.Tests.Commands;

public sealed class GetTests : IDisposable
{
    private const string Id = "video_691209aab0a08198a4e78870277f7e3d0215e09cec47a737";

    private const string Working = """
        {
          "id": "video_691209aab0a08198a4e78870277f7e3d0215e09cec47a737",
          "object": "video",
          "created_at": 1762789802,
          "status": "processing",
          "model": "sora-2",
          "prompt": "百事可乐宣传片",
          "progress": 45,
          "seconds": "4",
          "size": "720x1280"
        }
        """;

    private const string Done = """
        {
          "id": "video_691209aab0a08198a4e78870277f7e3d0215e09cec47a737",
          "object": "video",
          "created_at": 1762789802,
          "completed_at": 1762789891,
          "expires_at": 1762793491,
          "status": "success",
          "model": "sora-2",
          "prompt": "百事可乐宣传片",
          "progress": 100,
          "seconds": "4",
          "size": "720x1280"
        }
        """;

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_task_in_progress_has_every_field()
    {
        var expected = JsonNode.Parse("""
            {
              "vendor": "hingnet", "id": "video_691209aab0a08198a4e78870277f7e3d0215e09cec47a737", "status": "in_progress", "rawStatus": "processing",
              "progress": 45, "model": "sora-2", "prompt": "百事可乐宣传片", "createdAt": "2025-11-10T15:50:02Z", "completedAt": null, "expiresAt": null,
              "durationSeconds": 4, "width": 720, "height": 1280, "videoUrl": null, "error": null
            }
            """)!.AsObject();
        expected["raw"] = JsonNode.Parse(Working);
        (await GetAsync(Working)).ToJsonString().ShouldBe(expected.ToJsonString());
    }

    [Fact]
    public async Task A_finished_task_has_every_field()
    {
        var expected = JsonNode.Parse("""
            {
              "vendor": "hingnet", "id": "video_691209aab0a08198a4e78870277f7e3d0215e09cec47a737", "status": "completed", "rawStatus": "success",
              "progress": 100, "model": "sora-2", "prompt": "百事可乐宣传片", "createdAt": "2025-11-10T15:50:02Z",
              "completedAt": "2025-11-10T15:51:31Z", "expiresAt": "2025-11-10T16:51:31Z",
              "durationSeconds": 4, "width": 720, "height": 1280, "videoUrl": null, "error": null
            }
            """)!.AsObject();
        expected["raw"] = JsonNode.Parse(Done);
        (await GetAsync(Done)).ToJsonString().ShouldBe(expected.ToJsonString());
    }

    [Theory]
    [InlineData("""{"id":"x","status":"processing","created_at":1762789802000}""", "createdAt", "\"2025-11-10T15:50:02Z\"")]
    [InlineData("""{"id":"x","status":"processing","progress":"45%"}""", "progress", "45")]
    [InlineData("""{"id":"x","status":"NOT_START"}""", "status", "\"queued\"")]
    [InlineData("""{"id":"x","status":"processing","seconds":4.0}""", "durationSeconds", "4")]
    [InlineData("""{"id":"x","status":"failed","error":"oops"}""", "error", """{"code":null,"message":"oops","type":null}""")]
    [InlineData("""{"id":"x","status":"brewing"}""", "status", "\"unknown\"")]
    public async Task An_odd_body_loses_nothing(string body, string field, string expected)
    {
        var task = await GetAsync(body);
        task[field]!.ToJsonString().ShouldBe(expected);
        task["raw"]!.ToJsonString().ShouldBe(body);
        task["id"]!.ToString().ShouldBe(Id);
    }

    [Fact]
    public async Task Without_json_the_facts_stand_on_lines()
    {
        using var server = StubServer.Start(JsonAnswer(Done));
        var result = await CliProcess.RunAsync(_directory, ["get", $"hingnet/{Id}", "--base-url", server.Url!, "--api-key", "x"]);
        result.ExitCode.ShouldBe(0);
        result.Error.ShouldBeEmpty();
        CliResult.Lines(result.Out).ShouldBe(
        [
            $"task       hingnet/{Id}", "status     completed (success)", "progress   100 %", "model      sora-2", "prompt     百事可乐宣传片",
            "created    2025-11-10 15:50:02Z", "completed  2025-11-10 15:51:31Z", "expires    2025-11-10 16:51:31Z", "duration   4 s",
            "size       720 x 1280",
        ]);
    }

    [Fact]
    public async Task The_key_comes_from_the_environment_and_the_option_wins()
    {
        using var server = StubServer.Start(JsonAnswer(Working));
        string[] get = ["get", "hingnet", Id, "--base-url", server.Url!];
        (await CliProcess.RunAsync(_directory, get, ("VIDEOTASKS_HINGNET_API_KEY", "from-environment"))).ExitCode.ShouldBe(0);
        (await CliProcess.RunAsync(
            _directory, [.. get, "--api-key", "from-option"], ("VIDEOTASKS_HINGNET_API_KEY", "from-environment"))).ExitCode.ShouldBe(0);
        (await CliProcess.RunAsync(_directory, [.. get, "--api-key", ""])).ExitCode.ShouldBe(0);
        server.Requests.Select(request => request.Header("Authorization")).ShouldBe(["Bearer from-environment", "Bearer from-option", null]);
    }

    private async Task<JsonObject> GetAsync(string body)
    {
        using var server = StubServer.Start(JsonAnswer(body));
        var result = await CliProcess.RunAsync(_directory, ["get", "hingnet", Id, "--base-url", server.Url!, "--api-key", "x", "--json"]);
        result.ExitCode.ShouldBe(0, result.Error);
        result.Error.ShouldBeEmpty();
        return result.Json;
    }
}
