using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using VideoTasks.Emulator.Http;

namespace VideoTasks.Emulator.Vendors.Hingnet;

/// <summary><c>{"error":{"message","type","code"}}</c>: 400 not ready (视频未就绪), 404 unknown (任务不存在).</summary>
internal static class HingnetErrors
{
    public static Answer Unauthorized => Error(StatusCodes.Status401Unauthorized, "无效的令牌", "authentication_error", "invalid_api_key");

    public static Answer NotReady => Error(StatusCodes.Status400BadRequest, "视频未就绪", "invalid_request_error", "video_not_ready");

    public static Answer Expired => Error(StatusCodes.Status404NotFound, "视频已过期", "invalid_request_error", "video_expired");

    public static Answer UnknownRoute => Error(StatusCodes.Status404NotFound, "接口不存在", "invalid_request_error", "unknown_url");

    public static Answer NotFound(string id) => Error(StatusCodes.Status404NotFound, $"任务不存在: {id}", "invalid_request_error", "task_not_found");

    public static Answer Invalid(string message) => Error(StatusCodes.Status400BadRequest, message, "invalid_request_error", "invalid_request");

    private static Answer Error(int status, string message, string type, string code)
        => new(status, new() { ["error"] = new JsonObject { ["message"] = message, ["type"] = type, ["code"] = code } });
}
