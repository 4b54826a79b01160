using VideoTasks.Tests.Client;
using VideoTasks.Tests.Servers;

namespace VideoTasks.Tests.Calls;

/// <summary>Deletes that are answered with a status of success.</summary>
public sealed class DeletionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("true")]
    [InlineData("\"ok\"")]
    [InlineData("""{"deleted":true}""")]
    [InlineData("""{"id":"v1","object":"video.deleted","deleted":true}""")]
    [InlineData("""{"deleted":true,"status":"failed","error":{"message":"the video had failed"}}""")]
    [InlineData("""{"success":true}""")]
    [InlineData("""{"success":"true","error":null}""")]
    [InlineData("""{"code":100,"message":"Success"}""")]
    [InlineData("""{"code":0,"msg":"ok","data":null}""")]
    [InlineData("""{"code":200,"message":"success","data":true}""")]
    [InlineData("""{"code":"200"}""")]
    [InlineData("""{"code":10000,"message":"Deleted successfully"}""")]
    [InlineData("""{"code":20000,"msg":"删除成功"}""")]
    [InlineData("""{"message":"Task deleted"}""")]
    [InlineData("""{"detail":"Video deleted."}""")]
    [InlineData("""{"status":"ok"}""")]
    [InlineData("""{"status":"deleted"}""")]
    [InlineData("""{"status":"success"}""")]
    [InlineData("""{"status":200}""")]
    [InlineData("""{"id":"v1","status":"canceled"}""")]
    [InlineData("""{"id":"v1","model":"sora-2","created_at":1741570283,"status":"failed","error":{"message":"x"}}""")]
    [InlineData("""{"base_resp":{"status_code":0,"status_msg":"success"}}""")]
    [InlineData("""{"error":false}""")]
    [InlineData("""{"error":{"code":0,"message":""}}""")]
    public async Task A_body_that_says_so_or_nothing_else_is_a_delete(string body)
    {
        using var server = StubServer.Start(JsonAnswer(body));

        await TestClients.Of(server).DeleteAsync("v1", Token);
    }

    [Theory]
    [InlineData("""{"deleted":false}""", VideoTaskErrorReason.InvalidRequest)]
    [InlineData("""{"id":"v1","object":"video.deleted","deleted":false}""", VideoTaskErrorReason.InvalidRequest)]
    [InlineData("""{"deleted":"false"}""", VideoTaskErrorReason.InvalidRequest)]
    [InlineData("""{"success":false}""", VideoTaskErrorReason.InvalidRequest)]
    [InlineData("""{"ok":false,"message":"try later"}""", VideoTaskErrorReason.InvalidRequest)]
    [InlineData("""{"code":0,"data":{"deleted":false}}""", VideoTaskErrorReason.InvalidRequest)]
    [InlineData("""{"code":0,"message":"success","data":false}""", VideoTaskErrorReason.InvalidRequest)]
    [InlineData("""{"result":{"success":false}}""", VideoTaskErrorReason.InvalidRequest)]
    [InlineData("""{"status":"failed"}""", VideoTaskErrorReason.InvalidRequest)]
    [InlineData("""{"id":"v1","status":"failed"}""", VideoTaskErrorReason.InvalidRequest)]
    [InlineData("""{"status":"error"}""", VideoTaskErrorReason.InvalidRequest)]
    [InlineData("""{"status":"FAIL","msg":"x"}""", VideoTaskErrorReason.InvalidRequest)]
    [InlineData("""{"error":"x"}""", VideoTaskErrorReason.InvalidRequest)]
    [InlineData("""{"error":{"message":"x"}}""", VideoTaskErrorReason.InvalidRequest)]
    [InlineData("""{"error":{"code":"invalid_api_key","message":"x"}}""", VideoTaskErrorReason.Unauthorized)]
    [InlineData("""{"errors":[{"message":"x"}]}""", VideoTaskErrorReason.InvalidRequest)]
    [InlineData("""{"code":404,"message":"task not found"}""", VideoTaskErrorReason.NotFound)]
    [InlineData("""{"code":500,"msg":"internal error"}""", VideoTaskErrorReason.Unavailable)]
    [InlineData("""{"status":403}""", VideoTaskErrorReason.InvalidRequest)]
    [InlineData("""{"code":1001}""", VideoTaskErrorReason.InvalidRequest)]
    [InlineData("""{"code":-1,"message":"no"}""", VideoTaskErrorReason.InvalidRequest)]
    [InlineData("""{"code":"task_not_exist"}""", VideoTaskErrorReason.NotFound)]
    [InlineData("""{"message":"Failed to delete the video"}""", VideoTaskErrorReason.InvalidRequest)]
    [InlineData("""{"message":"You cannot delete this video"}""", VideoTaskErrorReason.InvalidRequest)]
    [InlineData("""{"msg":"删除失败"}""", VideoTaskErrorReason.InvalidRequest)]
    [InlineData("""{"base_resp":{"status_code":1004,"status_msg":"login fail"}}""", VideoTaskErrorReason.Unauthorized)]
    public async Task A_body_that_says_otherwise_is_an_error(string body, VideoTaskErrorReason reason)
    {
        using var server = StubServer.Start(JsonAnswer(body));

        var error = await ShouldFail.WithAsync(reason, () => TestClients.Of(server, options => options.MaxRetries = 0).DeleteAsync("v1", Token));

        error.Handle.ShouldBe(new VideoTaskHandle("flat", "v1"));
        if (reason == VideoTaskErrorReason.InvalidRequest)
        {
            error.Message.ShouldStartWith("flat/v1 was not deleted: flat answered 200 (");
        }
    }
}
