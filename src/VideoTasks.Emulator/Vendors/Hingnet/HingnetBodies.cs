using System.Globalization;
using System.Text.Json.Nodes;
using VideoTasks.Emulator.Tasks;

namespace VideoTasks.Emulator.Vendors.Hingnet;

internal static class HingnetBodies
{
    public static JsonObject Task(EmulatedTask task, TaskState state, TimeSpan retention, Func<EmulatedTask, Uri> link)
    {
        var veo = IsVeo(task.Request.Model);
        var body = new JsonObject { ["id"] = task.Id, ["object"] = "video", ["created_at"] = task.CreatedAt.ToUnixTimeSeconds() };
        if (state.Phase == TaskPhase.Completed)
        {
            body["completed_at"] = state.EndedAt!.Value.ToUnixTimeSeconds();
            body["expires_at"] = (state.EndedAt.Value + retention).ToUnixTimeSeconds();
        }

        body["status"] = Status(state.Phase, veo);
        body["model"] = task.Request.Model;
        body["prompt"] = task.Request.Prompt;
        body["progress"] = state.Progress;
        body["seconds"] = veo && int.TryParse(task.Request.Seconds, CultureInfo.InvariantCulture, out var seconds) ? seconds : task.Request.Seconds;
        body["size"] = task.Request.Size;
        if (veo && state.Phase == TaskPhase.Completed)
        {
            body["video_url"] = link(task).AbsoluteUri;
        }

        if (state.Phase == TaskPhase.Failed)
        {
            body["error"] = new JsonObject { ["code"] = "generation_failed", ["message"] = "生成失败" };
        }

        return body;
    }

    public static bool IsVeo(string model) => model.StartsWith("veo", StringComparison.OrdinalIgnoreCase);

    private static string Status(TaskPhase phase, bool veo) => phase switch
    {
        TaskPhase.Queued => "queued",
        TaskPhase.InProgress => veo ? "in_progress" : "processing",
        TaskPhase.Completed => veo ? "completed" : "success",
        _ => "failed",
    };
}
