using System.Text.Json;
using System.Text.Json.Nodes;

namespace VideoTasks.Tests.Tasks;

/// <summary>What is kept of tasks and requests, and read again by another process.</summary>
public sealed class JsonTests
{
    private static readonly JsonSerializerOptions Relaxed =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly VideoTask Full = new()
    {
        Vendor = "acme",
        Id = "a/1",
        Status = VideoTaskStatus.Canceled,
        RawStatus = "CANCELLED",
        Progress = 45.5,
        Model = "sora-2",
        Prompt = "a \"cat\" 猫",
        CreatedAt = new(2026, 7, 1, 12, 0, 0, 123, TimeSpan.Zero),
        CompletedAt = new(2026, 7, 1, 12, 5, 0, TimeSpan.Zero),
        ExpiresAt = new(2026, 7, 2, 12, 5, 0, TimeSpan.Zero),
        DurationSeconds = 4,
        Width = 1280,
        Height = 720,
        VideoUrl = new("https://cdn.example/1.mp4?sig=a%2Fb"),
        Error = new() { Code = "1", Message = "no", Type = "t" },
        Raw = JsonElement.Parse("""{"id":"a/1", "n": 1.50, "t":"\ud83d"}"""),
    };

    public static TheoryData<VideoTask> Tasks =>
    [
        Full,
        new VideoTask { Vendor = "acme", Id = "" },
        new VideoTask { Vendor = "acme", Id = "1", VideoUrl = new("/relative", UriKind.Relative), Raw = JsonElement.Parse("null") },
        new VideoTask { Vendor = "acme", Id = "1", VideoUrlText = "http://[", Raw = JsonElement.Parse("[1,2]") },
    ];

    public static TheoryData<VideoTaskRequest> Requests =>
    [
        new VideoTaskRequest(),
        new VideoTaskRequest
        {
            Prompt = "a \"cat\" 猫",
            Model = "sora-2",
            Seconds = 4.5,
            Size = "1280x720",
            IdempotencyKey = "order-7",
            Source = new() { Id = "video_0", Operation = VideoOperation.Extend },
            InputReferences =
            [
                VideoInputReference.FromUrl(new("https://cdn.example/cat.png?sig=a%2Fb")), VideoInputReference.FromFile("cat.png"),
                VideoInputReference.FromBytes(new byte[] { 1, 2, 255 }, "image/png", "cat.png"),
                VideoInputReference.FromBytes(new byte[] { 1 }, "image/png"),
            ],
            AdditionalProperties = new() { ["seed"] = 1, ["deep"] = new JsonObject { ["a"] = null } },
        },
    ];

    [Theory]
    [MemberData(nameof(Tasks))]
    public void A_task_reads_back_as_what_was_written(VideoTask task)
    {
        VideoTaskJson.Deserialize(VideoTaskJson.Serialize(task)).ShouldBe(task);
        JsonSerializer.Deserialize<VideoTask>(JsonSerializer.Serialize(task)).ShouldBe(task);
        JsonSerializer.Deserialize<VideoTask[]>(JsonSerializer.Serialize(new[] { task }, JsonSerializerOptions.Web), JsonSerializerOptions.Web)
            .ShouldBe([task]);
    }

    [Fact]
    public void The_serializer_writes_the_documented_shape()
    {
        JsonSerializer.Serialize(Full, Relaxed).ShouldBe(VideoTaskJson.Serialize(Full));
    }

    [Theory]
    [InlineData("""{"id":"1",/* a comment */"list":[1,2,],}""", """{"id":"1","list":[1,2]}""")]
    [InlineData("""{"half":"\ud83d", // to the end""" + "\n}", """{"half":"\ud83d"}""")]
    public void A_body_with_comments_and_trailing_commas_is_written_as_json(string body, string written)
    {
        var lenient = new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };
        var task = new VideoTask { Vendor = "acme", Id = "1", Raw = JsonElement.Parse(body, lenient) };

        VideoTaskJson.Serialize(task).ShouldEndWith($"\"raw\":{written}}}");
    }

    [Fact]
    public void Unknown_members_are_left_out_and_an_unknown_state_is_unknown()
    {
        var task = VideoTaskJson.Deserialize("""{"vendor":"acme","id":"1","status":"paused","later":{"a":[1]},"isTerminal":true}""");

        task.ShouldBe(new VideoTask { Vendor = "acme", Id = "1" });
    }

    [Theory]
    [InlineData("", "JSON")]
    [InlineData("[]", "The JSON of a task is no object.")]
    [InlineData("""{"id":"1"}""", "it has no vendor")]
    [InlineData("""{"vendor":"acme"}""", "it has no id")]
    [InlineData("""{"vendor":"acme","id":"1","progress":"half"}""", "'progress' of a task is not a number.")]
    [InlineData("""{"vendor":"acme","id":"1","width":1.5}""", "'width' of a task is not a whole number.")]
    [InlineData("""{"vendor":"acme","id":"1","createdAt":"soon"}""", "'createdAt' of a task is not a time")]
    [InlineData("""{"vendor":"acme","id":"1","error":{"code":7}}""", "'code' of error of a task is not a text.")]
    [InlineData("""{"vendor":"acme","id":"\ud83d"}""", "half of a surrogate pair")]
    public void What_is_no_task_is_an_error_of_json(string json, string message) =>
        Should.Throw<JsonException>(() => VideoTaskJson.Deserialize(json)).Message.ShouldContain(message);

    [Theory]
    [MemberData(nameof(Requests))]
    public void A_request_reads_back_as_what_was_written(VideoTaskRequest request)
    {
        JsonSerializer.Deserialize<VideoTaskRequest>(JsonSerializer.Serialize(request)).ShouldBe(request);
        JsonSerializer.Deserialize<VideoTaskRequest>(
            JsonSerializer.Serialize(request, JsonSerializerOptions.Web), JsonSerializerOptions.Web).ShouldBe(request);
    }

    [Fact]
    public void A_request_has_its_properties_by_name_and_an_input_by_its_kind()
    {
        var request = new VideoTaskRequest
        {
            Prompt = "a cat",
            InputReferences =
            [
                VideoInputReference.FromUrl(new("https://cdn.example/cat.png")), VideoInputReference.FromFile("cat.png"),
                VideoInputReference.FromBytes(new byte[] { 1, 2 }, "image/png", "cat.png"),
            ],
        };

        JsonSerializer.Serialize(request).ShouldBe(
            """{"prompt":"a cat","inputReferences":[{"url":"https://cdn.example/cat.png"},{"path":"cat.png"},"""
                + """{"data":"AQI=","mediaType":"image/png","fileName":"cat.png"}]}""");
    }

    [Theory]
    [InlineData("""{"prompt":7}""", "'prompt' of a request is not a text.")]
    [InlineData("""{"seconds":"4"}""", "'seconds' of a request is not a number.")]
    [InlineData("""{"inputReferences":{}}""", "'inputReferences' of a request is not a list.")]
    [InlineData("""{"inputReferences":[{}]}""", "The JSON is no input reference")]
    [InlineData("""{"inputReferences":[{"url":"https://a/","path":"b"}]}""", "The JSON is no input reference")]
    [InlineData("""{"inputReferences":[{"data":"AQI="}]}""", "The JSON is no input reference")]
    [InlineData("""{"inputReferences":[{"data":"","mediaType":"image/png"}]}""", "The JSON is no input reference")]
    [InlineData("""{"inputReferences":[{"data":"AQI=","mediaType":"a\r\nb: c"}]}""", "The JSON is no input reference")]
    [InlineData("""{"inputReferences":[{"data":"%","mediaType":"image/png"}]}""", "'data' of an input reference is not a text in base64.")]
    [InlineData("""{"additionalProperties":[]}""", "'additionalProperties' of a request is not an object.")]
    [InlineData("""{"additionalProperties":{"a":{"b":1,"b":2}}}""", "Duplicate")]
    public void What_is_no_request_is_an_error_of_json(string json, string message) =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<VideoTaskRequest>(json)).Message.ShouldContain(message, Case.Insensitive);

    [Fact]
    public void A_stream_has_no_json()
    {
        var stream = VideoInputReference.FromStream(_ => ValueTask.FromResult(Stream.Null), "video/mp4");

        Should.Throw<NotSupportedException>(() => JsonSerializer.Serialize(stream)).Message.ShouldContain("FromBytes");
    }
}
