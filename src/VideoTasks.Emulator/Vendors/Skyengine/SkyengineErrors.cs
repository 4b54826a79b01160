using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using VideoTasks.Emulator.Http;
using VideoTasks.Emulator.Tasks;

namespace VideoTasks.Emulator.Vendors.Skyengine;

/// <summary>
/// <c>{"error":{"code":int,"message",…,"details":[{}]}}</c>. The document knows no other status than 400 and counts a wrong key among its reasons;
/// what the integers are it doesn't say: here they are what HTTP would have answered.
/// </summary>
internal static class SkyengineErrors
{
    public static Answer Unauthorized => Error(401, "invalid API key");

    public static Answer Expired => Error(410, "the video has expired");

    public static Answer UnknownRoute => new(StatusCodes.Status404NotFound, Body(404, "no such operation"));

    public static Answer NotFound(string id) => Error(404, $"video {id} not found");

    public static Answer NotReady(TaskState state) => Error(400, $"the video is not ready, its status is {SkyengineBodies.Status(state.Phase)}");

    public static Answer Invalid(string message) => Error(400, message);

    private static Answer Error(int code, string message) => new(StatusCodes.Status400BadRequest, Body(code, message));

    private static JsonObject Body(int code, string message)
        => new() { ["error"] = new JsonObject { ["code"] = code, ["message"] = message, ["details"] = new JsonArray(new JsonObject()) } };
}
