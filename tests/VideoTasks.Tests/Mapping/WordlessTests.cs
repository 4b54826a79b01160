using System.Text;
using VideoTasks.Json;
using VideoTasks.Mapping;
using VideoTasks.Tests.Client;
using VideoTasks.Tests.Servers;
using VideoTasks.Tests.Vendors;

namespace VideoTasks.Tests.Mapping;

/// <summary>Bodies without a status word: a flag, an error or a video says how the task stands.</summary>
public sealed class WordlessTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"id":"v1","error":{"message":"x"}}""", VideoTaskStatus.Failed)]
    [InlineData("""{"id":"v1","error":"x"}""", VideoTaskStatus.Failed)]
    [InlineData("""{"id":"v1","status":null,"error":{"code":"boom","message":"x"}}""", VideoTaskStatus.Failed)]
    [InlineData("""{"id":"v1","status":"","error":"x"}""", VideoTaskStatus.Failed)]
    [InlineData("""{"taskId":"v1","errorCode":501,"errorMessage":"x"}""", VideoTaskStatus.Failed)]
    [InlineData("""{"code":200,"msg":"success","data":{"taskId":"v1","errorCode":501,"errorMessage":"x"}}""", VideoTaskStatus.Failed)]
    [InlineData("""{"task":{"id":"v1","fail_reason":"x"}}""", VideoTaskStatus.Failed)]
    [InlineData("""{"id":"v1","progress":40,"error":"x"}""", VideoTaskStatus.Failed)]
    [InlineData("""{"id":"v1","error":null}""", VideoTaskStatus.Unknown)]
    [InlineData("""{"id":"v1","error":{}}""", VideoTaskStatus.Unknown)]
    [InlineData("""{"id":"v1","error":{"code":0,"message":""}}""", VideoTaskStatus.Unknown)]
    [InlineData("""{"id":"v1","errorCode":0,"errorMessage":"success"}""", VideoTaskStatus.Unknown)]
    [InlineData("""{"id":"v1","message":"hello"}""", VideoTaskStatus.Unknown)]
    [InlineData("""{"id":"v1","error":{"message":"the video is still processing"}}""", VideoTaskStatus.Unknown)]
    [InlineData("""{"id":"v1","error":{"code":"rate_limit_exceeded"}}""", VideoTaskStatus.Unknown)]
    [InlineData("""{"id":"v1","status":"humming","error":{"message":"x"}}""", VideoTaskStatus.Unknown)]
    [InlineData("""{"id":"v1","video_url":"https://cdn.example/v"}""", VideoTaskStatus.Completed)]
    [InlineData("""{"id":"v1","output":["https://cdn.example/v.mp4"],"error":null}""", VideoTaskStatus.Completed)]
    [InlineData("""{"id":"v1","progress":100,"video_url":"https://cdn.example/v"}""", VideoTaskStatus.Completed)]
    [InlineData("""{"id":"v1","progress":40,"video_url":"https://cdn.example/v"}""", VideoTaskStatus.Unknown)]
    [InlineData("""{"id":"v1","video_url":""}""", VideoTaskStatus.Unknown)]
    [InlineData("""{"id":"v1","thumbnail_url":"https://cdn.example/v.jpg"}""", VideoTaskStatus.Unknown)]
    [InlineData("""{"code":200,"data":{"taskId":"v1","successFlag":0}}""", VideoTaskStatus.InProgress)]
    [
        InlineData(
            """{"code":200,"data":{"taskId":"v1","successFlag":1,"response":{"resultUrls":["https://cdn.example/v.mp4"]}}}""",
            VideoTaskStatus.Completed)]
    [InlineData("""{"code":200,"data":{"taskId":"v1","successFlag":2,"errorMessage":"x"}}""", VideoTaskStatus.Failed)]
    [InlineData("""{"code":200,"data":{"taskId":"v1","successFlag":3}}""", VideoTaskStatus.Failed)]
    [InlineData("""{"id":"v1","success_flag":3}""", VideoTaskStatus.Failed)]
    [InlineData("""{"id":"v1","done":0}""", VideoTaskStatus.InProgress)]
    [InlineData("""{"id":"v1","isFinished":1}""", VideoTaskStatus.Completed)]
    [InlineData("""{"id":"v1","done":"true","error":{"message":"x"}}""", VideoTaskStatus.Failed)]
    [InlineData("""{"id":"v1","is_failed":1}""", VideoTaskStatus.Failed)]
    [InlineData("""{"id":"v1","finished":1741570283}""", VideoTaskStatus.Unknown)]
    public void A_task_without_a_status_word_stands_as_the_rest_of_it_says(string json, VideoTaskStatus status)
    {
        JsonBody.TryParse(Encoding.UTF8.GetBytes(json), out var body).ShouldBeTrue();

        VideoTaskMapper.Map(FlatVendor.Describe("flat"), VideoOperation.Get, body, "v1").Status.ShouldBe(status);
    }

    [Theory]
    [InlineData("""{"id":"v1","url":"https://api.example/tasks/v1"}""", VideoTaskStatus.Unknown)]
    [InlineData("""{"id":"v1","url":"https://cdn.example/v1.mp4?sig=1"}""", VideoTaskStatus.Completed)]
    public void A_new_task_is_done_where_its_url_is_that_of_a_file(string json, VideoTaskStatus status)
    {
        JsonBody.TryParse(Encoding.UTF8.GetBytes(json), out var body).ShouldBeTrue();

        VideoTaskMapper.Map(FlatVendor.Describe("flat"), VideoOperation.Create, body).Status.ShouldBe(status);
    }

    [Theory]
    [InlineData("""{"code":100,"message":"Success","data":{"id":"v1","status":"failed","fail_reason":"x"}}""", null, "x")]
    [InlineData("""{"code":200,"data":{"id":"v1","status":"failed","error":{"message":"x"}}}""", null, "x")]
    [InlineData("""{"code":10000,"data":{"id":"v1","status":"failed","reason":"x"}}""", null, "x")]
    [InlineData("""{"code":100,"data":{"id":"v1","status":"failed"}}""", null, null)]
    [InlineData("""{"code":"A0000","msg":"OK","data":{"id":"v1","status":"failed"}}""", null, null)]
    [InlineData("""{"code":1301,"message":"blocked","data":{"id":"v1","status":"failed"}}""", "1301", "blocked")]
    [InlineData("""{"code":0,"data":{"id":"v1","status":"failed","code":"nsfw","message":"x"}}""", "nsfw", "x")]
    [InlineData("""{"id":"v1","status":"failed","code":1301,"message":"x"}""", "1301", "x")]
    public void The_code_of_an_envelope_is_no_code_of_the_task_in_it(string json, string? code, string? message)
    {
        JsonBody.TryParse(Encoding.UTF8.GetBytes(json), out var body).ShouldBeTrue();

        var error = VideoTaskMapper.Map(FlatVendor.Describe("flat"), VideoOperation.Get, body, "v1").Error;

        (error?.Code, error?.Message).ShouldBe((code, message));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("5")]
    [InlineData("true")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"data":null}""")]
    [InlineData("""{"code":0,"message":"success","data":{}}""")]
    public async Task What_says_nothing_is_no_task(string body)
    {
        using var server = StubServer.Start(JsonAnswer(body));

        var error = await ShouldFail.WithAsync(VideoTaskErrorReason.InvalidResponse, () => TestClients.Of(server).GetAsync("v1", Token));

        error.Handle.ShouldBe(new VideoTaskHandle("flat", "v1"));
        error.Message.ShouldBe("flat/v1: flat answered with something that is no task.");
    }
}
