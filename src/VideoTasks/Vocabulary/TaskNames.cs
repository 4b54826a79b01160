using VideoTasks.Generated;
using static VideoTasks.Generated.VideoTaskField;
using static VideoTasks.Vocabulary.Certainty;

namespace VideoTasks.Vocabulary;

/// <summary>What vendors call the id, the state, the progress, the model and the prompt of a task.</summary>
internal static class TaskNames
{
    public static IReadOnlyList<FieldRow> Rows { get; } =
    [
        new("id", Id, 0, Certain, "skyengine"),
        new("task_id", Id, 1, Certain, "anyfast"),
        new("video_id", Id, 2, Certain, "agnes"),
        new("job_id", Id, 3, Certain, "azure"),
        new("generationId", Id, 4, Certain, "leonardo"),
        new("video_task_id", Id, 5, ByValue),
        new("video_generation_id", Id, 6, ByValue),
        new("prediction_id", Id, 7, Certain),
        new("task_uuid", Id, 8, ByValue),
        new("uuid", Id, 9, Certain),
        new("operationId", Id, 10, ByValue),
        new("execution_id", Id, 11, Certain),
        new("run_id", Id, 12, Certain, "openai"),
        new("invocationArn", Id, 13, Certain, "bedrock"),
        new("project_id", Id, 14, ByValue, "openai"),
        new("request_id", Id, 15, Weak, "anyfast"),

        // A resource name of a long-running operation; a name of anything else is no id.
        new("name", Id, 0, ByValue, "skyengine"),

        new("status", Status, 0, Certain, "skyengine"),
        new("task_status", Status, 1, Certain, "powertokens"),
        new("state", Status, 2, Certain, "luma"),
        new("task_state", Status, 3, ByValue),
        new("job_status", Status, 4, Certain),
        new("job_state", Status, 5, ByValue),
        new("video_status", Status, 6, Certain),
        new("generation_status", Status, 7, ByValue),
        new("processing_status", Status, 8, ByValue),
        new("run_status", Status, 9, ByValue),
        new("current_status", Status, 10, ByValue),
        new("status_name", Status, 11, ByValue),
        new("status_text", Status, 12, ByValue),
        new("queue_status", Status, 13, ByValue),
        new("phase", Status, 14, Certain, "openrouter"),
        new("stage", Status, 15, ByValue),

        // True says that the task is over; some of these are times as well, by their value.
        new("done", Done, 0, ByValue, "gemini"),
        new("finished", Done, 1, ByValue),
        new("is_done", Done, 2, ByValue),
        new("is_finished", Done, 3, ByValue),
        new("completed", Done, 4, ByValue, "hingnet"),
        new("is_completed", Done, 5, ByValue),
        new("is_complete", Done, 6, ByValue),

        // Flags beside those, which say which end it was.
        new("is_failed", Failed, 0, ByValue),
        new("has_failed", Failed, 1, ByValue),
        new("is_failure", Failed, 2, ByValue),
        new("failed", Failed, 3, ByValue, "openai"),

        // A flag that is a number: 0 for not over, 1 for done, more for failed.
        new("success_flag", Outcome, 0, ByValue, "kie"),

        new("progress", Progress, 0, Certain, "anyfast"),
        new("progress_percent", Progress, 1, Certain, "novita"),
        new("progress_percentage", Progress, 2, Certain),
        new("percent", Progress, 3, Certain),
        new("percentage", Progress, 4, Certain),
        new("percent_complete", Progress, 5, ByValue),
        new("percentage_complete", Progress, 6, ByValue),
        new("completion_percentage", Progress, 7, ByValue),
        new("complete_percentage", Progress, 8, ByValue),
        new("progress_value", Progress, 9, ByValue),
        new("task_progress", Progress, 10, ByValue),
        new("video_progress", Progress, 11, ByValue),
        new("progress_rate", Progress, 12, ByValue),
        new("progress_pct", Progress, 13, Certain, "sora"),
        new("pct", Progress, 14, ByValue),

        new("model", Model, 0, Certain, "skyengine"),
        new("model_name", Model, 1, Certain, "openrouter"),
        new("modelId", Model, 2, ByValue, "leonardo"),
        new("model_slug", Model, 3, ByValue),
        new("model_key", Model, 4, ByValue),
        new("model_version_id", Model, 5, ByValue),
        new("video_model", Model, 6, ByValue),
        new("engine", Model, 7, ByValue, "openrouter"),

        new("prompt", Prompt, 0, Certain, "luma"),
        new("orig_prompt", Prompt, 1, Certain, "anyfast"),
        new("original_prompt", Prompt, 2, ByValue),
        new("input_prompt", Prompt, 3, ByValue),
        new("user_prompt", Prompt, 4, ByValue),
        new("text_prompt", Prompt, 5, ByValue),
        new("promptText", Prompt, 6, ByValue),
        new("video_prompt", Prompt, 7, ByValue),
    ];
}
