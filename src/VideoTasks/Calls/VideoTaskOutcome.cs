namespace VideoTasks.Calls;

/// <summary>What the end of a task means to someone who wants its video.</summary>
internal static class VideoTaskOutcome
{
    /// <summary>Returns the task when it is completed.</summary>
    public static VideoTask Demand(VideoTask task) => task.Status switch
    {
        VideoTaskStatus.Failed => throw Ended(task, "failed"),
        VideoTaskStatus.Canceled => throw Ended(task, "was cancelled"),
        VideoTaskStatus.Expired => throw new VideoExpiredException($"{task.Handle} has expired: the vendor no longer keeps it. Create it again.")
        {
            Vendor = task.Vendor,
            Handle = task.Handle,
            Code = task.Error?.Code,
            VendorMessage = task.Error?.Message,
        },
        _ => task,
    };

    private static VideoTaskFailedException Ended(VideoTask task, string how)
    {
        var why = task.Error switch
        {
            { Message: { } message, Code: { } code } => $": {message} ({code})",
            { Message: { } message } => $": {message}",
            { Code: { } code } => $": {code}",
            _ => ", and the vendor does not say why",
        };
        return new($"{task.Handle} {how}{why}. No video was made; create it again, with another prompt if the vendor refused this one.")
        {
            Vendor = task.Vendor,
            Handle = task.Handle,
            Code = task.Error?.Code,
            VendorMessage = task.Error?.Message,
            Task = task,
        };
    }
}
