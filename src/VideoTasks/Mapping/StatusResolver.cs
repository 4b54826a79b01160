using VideoTasks.Vendors;
using VideoTasks.Vocabulary;

namespace VideoTasks.Mapping;

/// <summary>Decides what a body means that says several things at once.</summary>
internal static class StatusResolver
{
    public static VideoTaskStatus Resolve(
        VideoVendorDescription vendor, string? word, VideoTaskError? given, ref string? url, in BodyReader reader, out VideoTaskError? error)
    {
        var status = StatusReader.Meaning(word, vendor);
        var isFlag = status is null && word is null && reader.Done is not null;
        if (isFlag)
        {
            // Google's long-running operations have no word: done means over, and only what lies beside it tells which end it was.
            status = reader.Done!.Value ? VideoTaskStatus.Completed : VideoTaskStatus.InProgress;
        }

        if ((status is null || isFlag) && word is null && reader.HasFailed)
        {
            // Two flags in the place of a word: whether it is over, and whether it went wrong.
            status = VideoTaskStatus.Failed;
        }

        if (status == VideoTaskStatus.Completed)
        {
            // AnyFast and older new-api put the result's URL where the reason of a failure belongs.
            url ??= ErrorReader.UrlInFailReason(reader.Errors);
        }

        error = Fill(Meaningful(given), Meaningful(ErrorReader.Certain(reader.Errors)));
        var hasResult = url is not null || reader.HasInlineVideo;
        if (status is null && word is null)
        {
            status = WithoutWord(url, error, reader);
        }

        switch (status)
        {
            case VideoTaskStatus.Completed when !hasResult
                && reader.IsStatusOutsideTask
                && IsBareSuccess(word)
                && reader.Fields.Progress is not 100
                && reader.Fields.CompletedAt is null:
                // {"status": "success", "data": {"task_id": …}}: the query, or the create, went well. The task itself says nothing about its state.
                return VideoTaskStatus.Unknown;

            case VideoTaskStatus.Completed when !hasResult:
                // Completed, nothing to show, and a reason why: the queue is done with it, the video was not made (Qiniu's and fal's COMPLETED,
                // Google's done with an error, or with everything filtered out). Completed without a reason is left as it is: many vendors hand
                // out the video by their content operation only.
                error ??= ErrorReader.Refused(reader.Errors);
                return error is null ? VideoTaskStatus.Completed : VideoTaskStatus.Failed;

            case VideoTaskStatus.Completed:
                // The video is there, so whatever else is said is a remark; it is kept, and nobody is told that the video failed.
                return VideoTaskStatus.Completed;

            case VideoTaskStatus.Failed or VideoTaskStatus.Canceled or VideoTaskStatus.Expired:
                // Here also code and message count, which elsewhere only say that the query went well.
                error = Fill(error, ErrorReader.OfTask(reader.Errors));
                return status.Value;

            case null when word is null && error is null:
                // No status at all: an error under HTTP 200, or a body that says nothing.
                error = ErrorReader.Likely(reader.Errors);
                return VideoTaskStatus.Unknown;

            default:
                // Whatever else such a body holds (100 %, a URL, an error), it has no word for an end, so the task may still go on.
                return status ?? VideoTaskStatus.Unknown;
        }
    }

    /// <summary>What a task without a word or a flag lets see of its state: a video, or an error that is its own.</summary>
    private static VideoTaskStatus? WithoutWord(string? url, VideoTaskError? error, in BodyReader reader)
    {
        if (url is not null && reader.Fields.Progress is null or 100)
        {
            // What has just been created may name the address where it can be read, or where its video will be.
            return reader.IsStart && !VideoUrl.IsVideoFile(url) ? null : VideoTaskStatus.Completed;
        }

        var isTask = reader.HasTaskId || reader.Fields.Progress is not null || reader.Fields.CreatedAt is not null || reader.Fields.Model is not null;
        return error is null || !isTask || IsPassing(error) ? null : VideoTaskStatus.Failed;
    }

    private static bool IsPassing(VideoTaskError error) =>
        (ErrorVocabulary.OfCode(error.Code)
            ?? ErrorVocabulary.OfMessage(error.Message, static _ => true)) is VideoTaskErrorReason.NotReady or VideoTaskErrorReason.RateLimited;

    private static bool IsBareSuccess(string? word) => word?.Trim().ToLowerInvariant() is "success" or "succeed" or "successful";

    private static VideoTaskError? Meaningful(VideoTaskError? error)
    {
        if (error is null || (error.Code is null && string.IsNullOrWhiteSpace(error.Message) && error.Type is null))
        {
            return null;
        }

        var saysNothing = string.IsNullOrWhiteSpace(error.Message) || ErrorReader.IsSuccess(error.Message);
        return error.Code is "0" || (saysNothing && (error.Code is null || ErrorReader.IsSuccess(error.Code)) && error.Type is null) ? null : error;
    }

    private static VideoTaskError? Fill(VideoTaskError? error, VideoTaskError? more) => error is null ? more
        : more is null ? error
        : VideoTaskError.Create(error.Code ?? more.Code, error.Message ?? more.Message, error.Type ?? more.Type);
}
