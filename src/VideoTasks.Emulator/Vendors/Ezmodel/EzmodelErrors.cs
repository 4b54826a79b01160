using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using VideoTasks.Emulator.Http;

namespace VideoTasks.Emulator.Vendors.Ezmodel;

/// <summary><c>{"error":{"message","code"}}</c>; the codes tell apart what the page answers with one 404.</summary>
internal static class EzmodelErrors
{
    public static Answer Unauthorized => Error(StatusCodes.Status401Unauthorized, "Authentication failed", "unauthorized");

    public static Answer NotFound => Error(StatusCodes.Status404NotFound, "Video not found or not ready", "video_not_found");

    public static Answer NotReady => Error(StatusCodes.Status404NotFound, "Video not found or not ready", "video_not_ready");

    public static Answer Expired => Error(StatusCodes.Status404NotFound, "Video has expired", "video_expired");

    public static Answer UnknownRoute => Error(StatusCodes.Status404NotFound, "Not found", "not_found");

    public static Answer Invalid(string message) => Error(StatusCodes.Status400BadRequest, message, "invalid_request");

    private static Answer Error(int status, string message, string code)
        => new(status, new() { ["error"] = new JsonObject { ["message"] = message, ["code"] = code } });
}
