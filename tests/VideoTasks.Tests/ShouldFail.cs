namespace VideoTasks.Tests;

/// <summary>Demands an error of the library with its reason.</summary>
internal static class ShouldFail
{
    public static VideoTaskException With(VideoTaskErrorReason reason, Func<object?> call) => Checked(Should.Throw<VideoTaskException>(call), reason);

    public static async Task<VideoTaskException> WithAsync(VideoTaskErrorReason reason, Func<Task> call) =>
        Checked(await Should.ThrowAsync<VideoTaskException>(call), reason);

    public static async Task<VideoDownloadException> DownloadAsync(VideoTaskErrorReason reason, Func<Task> call) =>
        Checked(await Should.ThrowAsync<VideoDownloadException>(call), reason);

    private static T Checked<T>(T error, VideoTaskErrorReason reason)
        where T : VideoTaskException
    {
        error.Reason.ShouldBe(reason);
        return error;
    }
}
