namespace VideoTasks;

/// <summary>Makes what only the library makes otherwise, for tests of code that uses it.</summary>
public static class VideoTasksModelFactory
{
    /// <summary>A checkpoint as a download hands it out. Its checksums are of no bytes, so that a real download begins anew.</summary>
    /// <param name="handle">The task that the video is of.</param>
    /// <param name="bytesKept">How many bytes of the video are there, at least one.</param>
    /// <param name="totalBytes">The length of the video; null when the server does not say.</param>
    public static VideoDownloadCheckpoint Checkpoint(VideoTaskHandle handle, long bytesKept, long? totalBytes = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bytesKept, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(totalBytes ?? long.MaxValue, bytesKept, nameof(totalBytes));
        return new(new CheckpointContent
        {
            Task = handle.ToString(),
            Identity = new(null, null, totalBytes, HasStrongDate: false),
            Length = bytesKept,
            Checksums = new ulong[CheckpointContent.CountFor(bytesKept)],
        });
    }
}
