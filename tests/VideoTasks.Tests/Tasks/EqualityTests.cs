using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace VideoTasks.Tests.Tasks;

public sealed class EqualityTests
{
    private static readonly VideoTask Seen = new()
    {
        Vendor = "acme",
        Id = "video_1",
        Status = VideoTaskStatus.Completed,
        Error = new() { Code = "1", Message = "no" },
        VideoUrl = new("https://cdn.example/1.mp4"),
        Raw = Json("""{"id":"video_1","status":"done","parts":[1,2]}"""),
    };

    private static readonly VideoTaskRequest Asked = new()
    {
        Prompt = "a cat",
        Model = "sora-2",
        InputReferences = [VideoInputReference.FromFile("cat.png"), VideoInputReference.FromUrl(new("https://cdn.example/cat.png"))],
        AdditionalProperties = new JsonObject { ["seed"] = 1, ["deep"] = new JsonObject { ["a"] = true } },
    };

    /// <summary>A value other than the default for each property that a caller sets.</summary>
    private static readonly Dictionary<Type, object> Others = new()
    {
        [typeof(string)] = "other",
        [typeof(double?)] = 0.5,
        [typeof(int?)] = 7,
        [typeof(DateTimeOffset?)] = DateTimeOffset.UnixEpoch,
        [typeof(Uri)] = new Uri("https://other.example/"),
        [typeof(VideoTaskStatus)] = VideoTaskStatus.Failed,
        [typeof(VideoTaskSource)] = new VideoTaskSource { Id = "video_0", Operation = VideoOperation.Extend },
        [typeof(VideoTaskError)] = new VideoTaskError { Code = "2" },
        [typeof(JsonElement)] = Json("""{"id":"video_1","status":"done","parts":[2,1]}"""),
        [typeof(IReadOnlyList<VideoInputReference>)] = new List<VideoInputReference> { VideoInputReference.FromFile("cat.png") },
        [typeof(JsonObject)] = new JsonObject { ["seed"] = 1, ["deep"] = new JsonObject { ["a"] = false } },
    };

    public static TheoryData<string> TaskProperties =>
        [.. Settable(typeof(VideoTask)).Select(property => property.Name).Where(name => name != nameof(VideoTask.RetryAfter))];

    public static TheoryData<string> RequestProperties => [.. Settable(typeof(VideoTaskRequest)).Select(property => property.Name)];

    [Fact]
    public void Two_readings_of_one_body_are_equal_however_it_was_written()
    {
        var again =
            Seen with { Error = new() { Code = "1", Message = "no" }, Raw = Json("""{ "status": "done", "parts": [1, 2], "id": "video_1" }""") };

        again.ShouldBe(Seen);
        again.GetHashCode().ShouldBe(Seen.GetHashCode());
    }

    [Fact]
    public void Tasks_without_a_body_are_equal_to_each_other_and_to_none_that_has_one()
    {
        var without = Seen with { Raw = default };

        without.ShouldBe(Seen with { Raw = default });
        without.ShouldNotBe(Seen);
        Seen.ShouldNotBe(without);
    }

    [Theory]
    [MemberData(nameof(TaskProperties))]
    public void A_task_with_another_value_is_another_task(string property) => Change(Seen with { }, property).ShouldNotBe(Seen);

    [Fact]
    public void How_long_an_answer_asks_to_wait_is_not_part_of_the_task() =>
        (Seen with { RetryAfter = TimeSpan.FromSeconds(5) }).ShouldBe(Seen);

    [Fact]
    public void Two_requests_for_the_same_are_equal()
    {
        var again = Asked with
        {
            InputReferences = [.. Asked.InputReferences.Select(reference => reference with { })],
            AdditionalProperties = (JsonObject)Asked.AdditionalProperties!.DeepClone(),
        };

        again.ShouldBe(Asked);
        again.GetHashCode().ShouldBe(Asked.GetHashCode());
    }

    [Theory]
    [MemberData(nameof(RequestProperties))]
    public void A_request_with_another_value_is_another_request(string property) => Change(Asked with { }, property).ShouldNotBe(Asked);

    private static T Change<T>(T value, string property)
    {
        var changed = typeof(T).GetProperty(property)!;
        changed.SetValue(value, Others[changed.PropertyType]);
        return value;
    }

    private static IEnumerable<PropertyInfo> Settable(Type type) => type.GetProperties().Where(property => property.CanWrite);

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement.Clone();
}
