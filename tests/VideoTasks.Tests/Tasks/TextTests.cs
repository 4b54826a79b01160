using System.Text.Json;

namespace VideoTasks.Tests.Tasks;

/// <summary>What a log says that is given one of the library's objects.</summary>
public sealed class TextTests
{
    [Fact]
    public void A_task_is_its_handle_and_its_status()
    {
        var task = new VideoTask
        {
            Vendor = "acme",
            Id = "video_1",
            Status = VideoTaskStatus.InProgress,
            Prompt = "a secret cat",
            VideoUrl = new("https://cdn.example/1.mp4?signature=abc"),
            Raw = JsonDocument.Parse("""{"prompt":"a secret cat"}""").RootElement,
        };

        $"{task}".ShouldBe("acme/video_1 in_progress");
    }

    [Theory]
    [InlineData("sora-2", 4.5, "1280x720", "sora-2, 4.5 s, 1280x720")]
    [InlineData("sora-2", null, null, "sora-2")]
    [InlineData(null, 8.0, null, "the vendor's model, 8 s")]
    public void A_request_is_its_model_its_length_and_its_size(string? model, double? seconds, string? size, string text)
    {
        var request = new VideoTaskRequest { Prompt = "a secret cat", Model = model, Seconds = seconds, Size = size };

        $"{request}".ShouldBe(text);
    }
}
