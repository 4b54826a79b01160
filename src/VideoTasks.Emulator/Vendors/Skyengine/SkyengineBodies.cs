using System.Text.Json.Nodes;
using VideoTasks.Emulator.Tasks;

namespace VideoTasks.Emulator.Vendors.Skyengine;

internal static class SkyengineBodies
{
    public static JsonObject Task(EmulatedTask task, TaskState state, TimeSpan retention)
    {
        var body = new JsonObject
        {
            ["id"] = task.Id,
            ["object"] = "video",
            ["created_at"] = task.CreatedAt.ToUnixTimeSeconds(),
            ["model"] = task.Request.Model,
            ["status"] = Status(state.Phase),
            ["progress"] = state.Progress,
            ["seconds"] = task.Request.Seconds,
            ["size"] = task.Request.Size,
        };
        if (state.EndedAt is { } endedAt)
        {
            body["completed_at"] = endedAt.ToUnixTimeSeconds();
        }

        if (state.Phase == TaskPhase.Completed)
        {
            body["expires_at"] = (state.EndedAt!.Value + retention).ToUnixTimeSeconds();
        }

        if (task.Request.RemixedFrom is { } source)
        {
            body["remixed_from_video_id"] = source;
        }

        if (state.Phase == TaskPhase.Failed)
        {
            body["error"] = new JsonObject
            {
                ["code"] = "generation_failed", ["message"] = "The video could not be generated.", ["type"] = "server_error",
            };
        }

        return body;
    }

    public static JsonObject Content(Uri link, DateTimeOffset expiresAt)
        => new() { ["video_url"] = link.AbsoluteUri, ["expires_at"] = expiresAt.ToUnixTimeSeconds() };

    public static string Status(TaskPhase phase) => phase switch
    {
        TaskPhase.Queued => "pending",
        TaskPhase.InProgress => "in_progress",
        TaskPhase.Completed => "completed",
        _ => "failed",
    };
}
