using System.Text.Json.Nodes;
using VideoTasks.Emulator.Tasks;

namespace VideoTasks.Emulator.Vendors.Ezmodel;

internal static class EzmodelBodies
{
    public static JsonObject Task(EmulatedTask task, TaskState state)
    {
        var body = new JsonObject
        {
            ["id"] = task.Id,
            ["object"] = "video",
            ["model"] = task.Request.Model,
            ["status"] = Status(state.Phase),
            ["progress"] = state.Progress,
            ["created_at"] = task.CreatedAt.ToUnixTimeSeconds(),
            ["seconds"] = task.Request.Seconds,
            ["size"] = task.Request.Size,
        };
        if (state.EndedAt is { } endedAt)
        {
            body["completed_at"] = endedAt.ToUnixTimeSeconds();
        }

        if (state.Phase == TaskPhase.Failed)
        {
            body["error"] = new JsonObject { ["message"] = "Video generation failed", ["code"] = "generation_failed" };
        }

        return body;
    }

    private static string Status(TaskPhase phase) => phase switch
    {
        TaskPhase.Queued => "queued",
        TaskPhase.InProgress => "in_progress",
        TaskPhase.Completed => "completed",
        _ => "failed",
    };
}
