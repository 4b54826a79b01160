namespace VideoTasks.Vocabulary;

/// <summary>
/// The status words that vendors use, and what they mean. Words are compared by <see cref="NameComparer"/>.
/// One table for two readers: the library maps with it, the source generator warns about a word of a document that it lacks. So this file is
/// compiled into both and stays within netstandard2.0.
/// </summary>
internal static class StatusVocabulary
{
    private static readonly string[] Prefixes = ["status", "state"];

    private static readonly Dictionary<string, VideoTaskStatus> Words = Build(
        (VideoTaskStatus.Unknown, "unknown unspecified status_unspecified undefined none null"),
        (VideoTaskStatus.Queued,
            "queued pending submitted not_start not_started created in_queue initializing initialized init preparing queueing queuing enqueued "
                + "throttled "
            + "starting requested accepted waiting wait scheduled new received paused on_hold hold submit submitting validating validated "
                + "ready_to_start "
            + "backlogged backlog staged planned delayed deferred on_queue queue sent registered scheduling pending_start in_review suspended "
            + "排队中 等待中 待处理 已提交 未开始 准备中"),
        // A finished stage of a task is not the task's end: video_generation_completed is followed by upsampling.
        (VideoTaskStatus.InProgress,
            "in_progress processing running run generating dreaming polling finalizing preprocessing postprocessing canceling cancelling "
                + "image_downloading "
            + "video_generating video_upsampling video_generation_completed video_upsampling_completed in_process progress progressing started "
                + "working "
            + "rendering executing ongoing active doing uploading downloading saving transcoding encoding upscaling retrying "
            + "generation_in_progress intermediate_complete intermediate_completed partial partially_completed sampling fetching storing stitching "
            + "compositing animating transcribing synthesizing booting loading inference inferencing moderating reviewing checking exporting "
                + "publishing "
            + "merging busy computing creating making producing training analyzing streaming image_completed images_completed audio_completed "
                + "stopping "
            + "生成中 处理中 进行中 运行中 渲染中"),
        (VideoTaskStatus.Completed,
            "completed succeeded success succeed done complete finished finish ready generated successful task_completed generation_completed "
                + "all_completed "
            + "successed successfully succeded sucess sucessed fulfilled rendered delivered processed available task_succeeded job_completed "
                + "job_succeeded video_ready "
            + "成功 已完成 完成 生成成功 任务成功"),
        (VideoTaskStatus.Failed,
            "failed error failure fail video_generation_failed video_upsampling_failed aborted rejected timeout timed_out request_moderated "
            + "content_moderated moderated errored generation_failed task_failed blocked banned invalid exception terminated killed crashed "
            + "content_filtered content_policy_violation nsfw censored denied refused faulted interrupted unsuccessful job_failed dead system_error "
            + "violation moderation_failed content_violation 失败 生成失败 已失败 任务失败 审核失败"),
        (VideoTaskStatus.Canceled, "cancelled canceled cancel aborted_by_user user_cancelled user_canceled stopped revoked withdrawn abandoned "
            + "discarded 已取消 取消"),
        (VideoTaskStatus.Expired, "expired expire task_not_found not_found deleted outdated 已过期 过期"));

    /// <summary>What a word means; null when no rule knows it.</summary>
    public static VideoTaskStatus? Find(string? word) =>
        word is not null && Words.TryGetValue(word, out var status) ? status : null;

    /// <summary>
    /// What a word means, also when it is that of an enum which repeats its own name: <c>TASK_STATUS_SUCCEED</c>, <c>JOB_STATE_SUCCEEDED</c>.
    /// </summary>
    public static VideoTaskStatus? Meaning(string? word) => Find(word) ?? Find(AfterPrefix(word));

    private static Dictionary<string, VideoTaskStatus> Build(params (VideoTaskStatus Status, string Words)[] groups)
    {
        var table = new Dictionary<string, VideoTaskStatus>(NameComparer.Instance);
        foreach (var (status, words) in groups)
        {
            foreach (var word in words.Split(' '))
            {
                table.Add(word, status);
            }
        }

        return table;
    }

    private static string? AfterPrefix(string? word)
    {
        foreach (var prefix in word is null ? [] : Prefixes)
        {
            var start = word!.LastIndexOf(prefix, StringComparison.OrdinalIgnoreCase);
            if (start >= 0 && start + prefix.Length < word.Length)
            {
                return word.Substring(start + prefix.Length);
            }
        }

        return null;
    }
}
