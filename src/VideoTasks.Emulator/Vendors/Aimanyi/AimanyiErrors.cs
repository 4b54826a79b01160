using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using VideoTasks.Emulator.Http;

namespace VideoTasks.Emulator.Vendors.Aimanyi;

/// <summary>Not documented: what gateways of its family answer, <c>{"error":{"message","type"}}</c> with the status as the only code.</summary>
internal static class AimanyiErrors
{
    public static Answer Unauthorized => Error(StatusCodes.Status401Unauthorized, "无效的令牌");

    public static Answer UnknownRoute => Error(StatusCodes.Status404NotFound, "接口不存在");

    public static Answer NotFound(string id) => Error(StatusCodes.Status404NotFound, $"任务不存在: {id}");

    public static Answer Expired(string id) => Error(StatusCodes.Status410Gone, $"视频已过期: {id}");

    public static Answer Invalid(string message) => Error(StatusCodes.Status400BadRequest, message);

    private static Answer Error(int status, string message)
        => new(status, new() { ["error"] = new JsonObject { ["message"] = message, ["type"] = "new_api_error" } });
}
