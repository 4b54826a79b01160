using System.Text.Json.Nodes;
using VideoTasks.Emulator.Tasks;

namespace VideoTasks.Emulator.Vendors.OpenAI;

internal static class OpenAIBodies
{
    /// <summary>Every member is required by the schema; what doesn't apply is null.</summary>
    public static JsonObject Task(EmulatedTask task, TaskState state, TimeSpan retention) => new()
    {
        ["id"] = task.Id,
        ["object"] = "video",
        ["model"] = task.Request.Model,
        ["status"] = Status(state.Phase),
        ["progress"] = state.Progress,
        ["created_at"] = task.CreatedAt.ToUnixTimeSeconds(),
        ["completed_at"] = state.EndedAt?.ToUnixTimeSeconds(),
        ["expires_at"] = state.Phase == TaskPhase.Completed ? (state.EndedAt + retention)?.ToUnixTimeSeconds() : null,
        ["prompt"] = task.Request.Prompt,
        ["size"] = task.Request.Size,
        ["seconds"] = task.Request.Seconds,
        ["remixed_from_video_id"] = task.Request.RemixedFrom,
        ["error"] = state.Phase == TaskPhase.Failed
            ? new JsonObject { ["code"] = "video_generation_failed", ["message"] = "The video could not be generated." }
            : null,
    };

    public static JsonObject List(JsonObject[] page, bool hasMore) => new()
    {
        ["object"] = "list",
        ["data"] = new JsonArray([.. page]),
        ["first_id"] = page.FirstOrDefault()?["id"]?.DeepClone(),
        ["last_id"] = page.LastOrDefault()?["id"]?.DeepClone(),
        ["has_more"] = hasMore,
    };

    private static string Status(TaskPhase phase) => phase switch
    {
        TaskPhase.Queued => "queued",
        TaskPhase.InProgress => "in_progress",
        TaskPhase.Completed => "completed",
        _ => "failed",
    };
}
