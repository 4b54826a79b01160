using System.Globalization;
using static VideoTasks.VideoTaskErrorReason;

namespace VideoTasks;

/// <content>How a download ends without the whole video: because of the vendor, of the content, or of where it is written to.</content>
internal static partial class ErrorMessages
{
    // The vendor.
    public static ErrorMessage NamesNoVideo(VideoTaskHandle task, VideoTaskStatus status, string? rawStatus, string? variant) =>
        NamesNothing(task, status, rawStatus, $"names no {variant ?? "video"} to download");

    public static ErrorMessage NamesNoFile(VideoTaskHandle task, VideoTaskStatus status, string? rawStatus, string pointer) =>
        NamesNothing(task, status, rawStatus, $"names no file at {pointer}");

    public static ErrorMessage UrlUnreadable(VideoTaskHandle task) =>
        new(
            ContentInvalid, $"The video of {task} can't be used: the vendor names a URL that can't be read. Look at the task's own answer, or ask "
                + $"the vendor.");

    public static ErrorMessage TaskNotCompleted(VideoTaskHandle task, string status, string quote) =>
        new(NotReady, $"{task} is {status}, so its video is not there yet{quote}. Wait for it to be completed, and download again.");

    public static ErrorMessage NotThereYet(string what, string quote) =>
        new(NotReady, $"{what} is not there yet: the vendor answers without it{quote}. Wait for the task to be completed, and download again.");

    public static ErrorMessage LinkExpired(string what, int status) => new(
        Expired,
        $"{what} is no longer at the URL that the vendor names ({status}), and a fresh URL is refused as well. "
        + "It may have expired: create it again.");

    // The content.
    public static ErrorMessage Unusable(string what, string why) =>
        new(ContentInvalid, $"{what} can't be used: {why}. Nothing was saved; look at what the server sends, or ask its operator.");

    public static ErrorMessage AnswerUnusable(string what, string why) =>
        new(ContentInvalid, $"{what} can't be used: {why}. Nothing of it was saved; look at what the server sends, or ask its operator.");

    public static ErrorMessage NotMedia(string what, string kind, string? mediaType) => new(
        ContentInvalid,
        $"{what} can't be used: the server sent {kind}{(mediaType is null ? "" : $" labelled {mediaType}")} in its place. "
        + "Nothing of it was saved; check the base URL, and whether a proxy or a login page stands in between.");

    public static ErrorMessage Changed(string what) => Unusable(
        what, "the server changed the file while it was being read, and what was read already has been handed on") with { Reason = ContentChanged };

    public static ErrorMessage TooLarge(string what, long limit, long? length) => new(
        ContentTooLarge,
        $"{what} is {(length is { } bytes ? $"{Count(bytes)} bytes, " : "")}larger than the limit of {Count(limit)} bytes. "
        + "Raise MaxBytes (--max-size) if that is wanted.");

    public static ErrorMessage NotFetched(string what, string why) => new(RefusedUrl, $"{what} was not fetched. {why}");

    public static ErrorMessage Unreachable(string what, string why) =>
        new(ContentUnreachable, $"{what} can't be reached: {why}. Check the network and the base URL, and download again.");

    public static ErrorMessage NotReadToItsEnd(string what, string why) => new(Interrupted, $"{what} could not be read to its end: {why}.");

    public static string DownloadCanceled(string what) => $"{what} was not read to its end: the download was cancelled.";

    /// <summary>The message of an error that ended a download: an interrupted one says what it goes on from.</summary>
    public static ErrorMessage Ended(VideoTaskException cause, VideoDownloadState state) => new(cause.Reason, (cause.Reason, state) switch
    {
        (Interrupted, { BytesKept: > 0 and var kept }) => $"{cause.Message} Download again to go on from the {Count(kept)} bytes that were kept.",
        (Interrupted, _) => $"{cause.Message} Download again.",
        _ => cause.Message,
    });

    // Where it is written to.
    public static ErrorMessage NoDirectory(string path) => new(InvalidTarget, $"The directory of {path} does not exist. Create it first.");

    public static ErrorMessage PathTooLong(string path) =>
        new(InvalidTarget, $"{path} can't be written: its name or its path is too long. Choose a shorter one.");

    public static ErrorMessage NameTooLong(string path, int length, int limit) =>
        new(InvalidTarget, $"{path} can't be written: its name has {length} bytes, and {limit} is the most. Choose a shorter one.");

    public static ErrorMessage NoPermission(string path) => new(InvalidTarget, $"{path} can't be written: permission denied. Choose another place.");

    public static ErrorMessage NotWritable(string path, string why) => new(InvalidTarget, $"{path} can't be written: {why}");

    public static ErrorMessage NoSpace(string path, long? needed) => new(
        InvalidTarget,
        $"There is not enough space for {path}{(needed is { } bytes ? $", which needs {Count(bytes)} bytes more" : "")}. "
        + "Free some and download again.");

    public static ErrorMessage Exists(string path) => new(InvalidTarget, $"{path} exists already. Choose another path, or allow it to be replaced.");

    public static ErrorMessage NoFile(string path) =>
        new(InvalidTarget, $"{path} is not a file of its own, so nothing can be kept in it. Remove it, or choose another path.");

    public static ErrorMessage NotReplaced(string path, string what) => new(
        InvalidTarget,
        $"{path} is {what}, and a download replaces what stands at its path. "
        + "Choose another path, or open it as a stream and have the video written to that.");

    public static ErrorMessage LinkCircle(string path) => new(InvalidTarget, $"{path} is a link that leads in a circle. Choose another path.");

    public static ErrorMessage Busy(string path) => new(InvalidTarget, $"Another download is writing {path}. Wait for it, or choose another path.");

    public static ErrorMessage Moved(string path) =>
        new(InvalidTarget, $"{path} was moved, replaced or deleted while it was being written. Download again.");

    public static ErrorMessage Cut(string path) =>
        new(InvalidTarget, $"{path} became shorter while it was being written. Something else writes to it; download again.");

    public static ErrorMessage NoLongerFile(string path) =>
        new(InvalidTarget, $"{path} became something else than a file in the meantime. Remove it and download again.");

    public static ErrorMessage StreamFailed(string why) =>
        new(InvalidTarget, $"The stream that the video is written to failed: {why}. Look at the stream, and download again.");

    public static ErrorMessage CheckpointFailed(string why) =>
        new(InvalidTarget, $"The checkpoint could not be kept: {why}. Look at what OnCheckpoint does with it, and download again.");

    private static ErrorMessage NamesNothing(VideoTaskHandle task, VideoTaskStatus status, string? rawStatus, string what) => new(
        NotReady,
        $"{task} is {rawStatus ?? "without a status"} and {what}. "
        + (status == VideoTaskStatus.Completed
        ? "Look at the task's own answer, or ask the vendor where it keeps the video."
        : "Wait for it to be completed."));

    private static string Count(long bytes) => bytes.ToString("N0", CultureInfo.InvariantCulture);
}
