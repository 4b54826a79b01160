using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using VideoTasks.Emulator.Http;

namespace VideoTasks.Emulator.Vendors.OpenAI;

/// <summary><c>{"error":{"message","type","param","code"}}</c>.</summary>
internal static class OpenAIErrors
{
    public static Answer Unauthorized => Error(StatusCodes.Status401Unauthorized, "Incorrect API key provided.", null, "invalid_api_key");

    public static Answer NotReady
        => Error(StatusCodes.Status404NotFound, "Video is not ready yet, use GET /v1/videos/{video_id} to check status.", null, null);

    public static Answer Expired => Error(StatusCodes.Status404NotFound, "The assets of this video have expired.", null, "video_expired");

    public static Answer UnknownRoute => Error(StatusCodes.Status404NotFound, "Invalid URL.", null, null);

    public static Answer NotFound(string id) => Error(StatusCodes.Status404NotFound, $"Video with id '{id}' not found.", "video_id", "not_found");

    public static Answer Invalid(string message, string? param) => Error(StatusCodes.Status400BadRequest, message, param, "invalid_value");

    private static Answer Error(int status, string message, string? param, string? code)
    {
        var error = new JsonObject { ["message"] = message, ["type"] = "invalid_request_error", ["param"] = param, ["code"] = code };
        return new(status, new() { ["error"] = error });
    }
}
