using System.Text.Json;

namespace VideoTasks.Tests.Tasks;

public sealed class HandleTests
{
    [Theory]
    [InlineData("acme/video_1", "acme", "video_1")]
    [InlineData("acme/models/veo/operations/1", "acme", "models/veo/operations/1")]
    public void A_handle_is_parsed_by_whoever_parses_anything(string text, string vendor, string id)
    {
        VideoTaskHandle.Parse(text).ShouldBe(new(vendor, id));
        ParsedAs<VideoTaskHandle>(text).ShouldBe(new(vendor, id));
        ParsedAs<VideoTaskHandle>(text).ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("acme")]
    [InlineData("/video_1")]
    [InlineData("acme/")]
    public void What_is_no_handle_is_refused_with_what_one_is(string text) =>
        Should.Throw<FormatException>(() => VideoTaskHandle.Parse(text)).Message
            .ShouldBe($"'{text}' is no handle of a task. A handle is the vendor's name and the task's id: vendor/id.");

    [Fact]
    public void None_is_an_empty_text() => default(VideoTaskHandle).ToString().ShouldBe("");

    [Fact]
    public void In_json_it_is_its_text_as_a_value_and_as_a_name()
    {
        var kept = new Dictionary<VideoTaskHandle, VideoTaskHandle?> { [new("acme", "a/1")] = new("acme", "b"), [new("acme", "c")] = null };

        var json = JsonSerializer.Serialize(kept);

        json.ShouldBe("""{"acme/a/1":"acme/b","acme/c":null}""");
        JsonSerializer.Deserialize<Dictionary<VideoTaskHandle, VideoTaskHandle?>>(json).ShouldBe(kept);
        JsonSerializer.Deserialize<VideoTaskHandle>(JsonSerializer.Serialize(default(VideoTaskHandle))).ShouldBe(default);
    }

    [Theory]
    [InlineData("\"acme\"")]
    [InlineData("7")]
    [InlineData("""{"Vendor":"acme","Id":"1"}""")]
    public void Json_that_is_no_handle_is_an_error_of_json(string json) =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<VideoTaskHandle>(json));

    private static T ParsedAs<T>(string text)
        where T : IParsable<T> =>
        T.TryParse(text, null, out var tried) && tried.Equals(T.Parse(text, null)) ? tried : throw new FormatException(text);
}
