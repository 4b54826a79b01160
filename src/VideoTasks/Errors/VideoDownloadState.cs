namespace VideoTasks;

/// <summary>How far a download had come when it failed or was cancelled.</summary>
/// <param name="Attempts">How many requests for the content were sent, counted as in <see cref="VideoDownloadResult.Attempts"/>.</param>
/// <param name="BytesKept">The checked bytes that a next download goes on from; 0 when nothing was kept.</param>
/// <param name="PartialPath">The file that they are in; null when nothing was kept, and for a stream.</param>
public sealed record VideoDownloadState(int Attempts, long BytesKept, string? PartialPath)
{
    /// <summary>
    /// What goes on from there, for <see cref="VideoDownloadOptions.ResumeFrom"/>. Null for a file, which goes on by itself, for a stream that
    /// can't seek, and when nothing was kept.
    /// </summary>
    public VideoDownloadCheckpoint? Checkpoint { get; init; }
}
