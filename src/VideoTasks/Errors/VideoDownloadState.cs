namespace VideoTasks;

/// <summary>How far a download had come when it failed or was canceled.</summary>
public sealed record VideoDownloadState
{
    /// <summary>How many requests for the content were sent, counted as in <see cref="VideoDownloadResult.Attempts"/>.</summary>
    public int Attempts { get; init; }

    /// <summary>The checked bytes that a next download goes on from; 0 when nothing was kept.</summary>
    public long BytesKept { get; init; }

    /// <summary>The file that they are in; null when nothing was kept, and for a stream.</summary>
    public string? PartialPath { get; init; }

    /// <summary>
    /// What goes on from there, for <see cref="VideoDownloadOptions.ResumeFrom"/>. Null for a file, which goes on by itself, for a stream that
    /// can't seek, and when nothing was kept.
    /// </summary>
    public VideoDownloadCheckpoint? Checkpoint { get; init; }
}
