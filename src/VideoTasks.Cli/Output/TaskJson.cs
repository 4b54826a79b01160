namespace VideoTasks.Cli.Output;

/// <summary>A task as the canonical JSON document, on one line.</summary>
internal static class TaskJson
{
    // Line ends of the vendor's own body: within JSON they can only stand between tokens.
    public static string Line(VideoTask task) => Lines.EscapeJson(VideoTaskJson.Serialize(task).Replace('\r', ' ').Replace('\n', ' '));
}
