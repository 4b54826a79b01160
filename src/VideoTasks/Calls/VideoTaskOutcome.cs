namespace VideoTasks.Calls;

/// <summary>What the end of a task means to someone who wants its video.</summary>
internal static class VideoTaskOutcome
{
    /// <summary>Returns the task when it is completed.</summary>
    public static VideoTask EnsureNotFailed(VideoTask task) => task.Status switch
    {
        VideoTaskStatus.Failed => throw Ended(task, VideoTaskErrorReason.TaskFailed),
        VideoTaskStatus.Canceled => throw Ended(task, VideoTaskErrorReason.TaskCanceled),
        VideoTaskStatus.Expired => throw new VideoTaskException(ErrorMessages.NoLongerKept(task.Handle))
        {
            Vendor = task.Vendor,
            Handle = task.Handle,
            Error = task.Error,
            Task = task,
        },
        _ => task,
    };

    private static VideoTaskFailedException Ended(VideoTask task, VideoTaskErrorReason reason)
    {
        var why = task.Error switch
        {
            { Message: { } message, Code: { } code } => $": {message} ({code})",
            { Message: { } message } => $": {message}",
            { Code: { } code } => $": {code}",
            _ => ", and the vendor does not say why",
        };
        return new(ErrorMessages.Ended(task.Handle, reason, why))
        {
            Vendor = task.Vendor,
            Handle = task.Handle,
            Error = task.Error,
            Task = task,
        };
    }
}
