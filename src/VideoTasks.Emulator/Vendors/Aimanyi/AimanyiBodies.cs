using System.Text.Json.Nodes;
using VideoTasks.Emulator.Tasks;

namespace VideoTasks.Emulator.Vendors.Aimanyi;

internal static class AimanyiBodies
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
            body["error"] = new JsonObject { ["message"] = "视频生成失败", ["code"] = "generation_failed" };
        }

        return body;
    }

    /// <summary>The five members that the export requires; <c>status_update_time</c> is in milliseconds, as at the sites of its family.</summary>
    public static JsonObject Content(EmulatedTask task, TaskState state, DateTimeOffset now, Uri? link) => new()
    {
        ["id"] = task.Id,
        ["status"] = Status(state.Phase),
        ["video_url"] = link?.AbsoluteUri,
        ["enhanced_prompt"] = task.Request.Prompt,
        ["status_update_time"] = (state.EndedAt ?? now).ToUnixTimeMilliseconds(),
    };

    private static string Status(TaskPhase phase) => phase switch
    {
        TaskPhase.Queued => "queued",
        TaskPhase.InProgress => "in_progress",
        TaskPhase.Completed => "completed",
        _ => "failed",
    };
}
