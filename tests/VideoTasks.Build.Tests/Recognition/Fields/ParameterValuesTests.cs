using VideoTasks.Build.Description.Format;
using VideoTasks.Build.Recognition;
using VideoTasks.Generated;

namespace VideoTasks.Build.Tests.Recognition.Fields;

public sealed class ParameterValuesTests
{
    [Theory]
    [InlineData("POST /v1/videos/text2video < prompt > task_id", "image2video|text2video", "text2video")]
    [InlineData("POST /v1/videos/text-to-video < prompt > task_id", "image2video|text2video", "text2video")]
    [InlineData("POST /v1/videos/omni < prompt > task_id", "avatar|omni", "omni")]
    [InlineData("POST /v1/videos/{kind} ?kind(image2video|text2video) < prompt > task_id", "image2video|text2video", "text2video")]
    [InlineData("POST /v1/videos/{kind} ?kind(fast|slow) < prompt > task_id", "fast|slow", "fast")]
    [InlineData("POST /v1/videos < prompt > task_id", "fast|slow", null)]
    public void A_task_is_read_at_the_word_of_an_enum_that_made_it(string create, string words, string? expected)
    {
        var document = ConventionDocument.Parse("kinds", [create, $"GET /v1/videos/{{kind}}/{{task_id}} ?kind({words}) > task_id status url"]);

        var vendor = VendorRecognizer.Recognize(TestDocuments.Source(document.Root));

        var get = vendor.Operations.Find(VideoRole.Get).ShouldNotBeNull();
        vendor.Parameters[get].Single(p => p.Name == "kind").Value.ShouldBe(expected);
        vendor.Problems.Any(p => p.Id == "VT013").ShouldBe(expected is null);
    }

    [Theory]
    [InlineData("inference_id", "/inference_id")]
    [InlineData("generation_id data{id}", "/generation_id", "generation_id")]
    [InlineData("id request_id", "/request_id", "request_id")]
    [InlineData("id data{job{render_id}}", "/data/job/render_id", "render_id")]
    [InlineData("id video", "/id", "video")]
    [InlineData("success:boolean project", "/project", "project")]
    [InlineData("id video_id:object", "/id", "video_id")]
    public void The_id_of_a_create_is_what_its_read_calls_it(string answer, string expected, string parameter = "inference_id")
    {
        var document = ConventionDocument.Parse("ids", [$"POST /v1/videos < prompt > {answer}", $"GET /v1/videos/{{{parameter}}} > status url"]);

        var vendor = VendorRecognizer.Recognize(TestDocuments.Source(document.Root));

        vendor.Fields.Of(vendor.Operations.Find(VideoRole.Create)!).Single(f => f.Name == VideoTaskField.Id).Pointer.ShouldBe(expected);
    }
}
