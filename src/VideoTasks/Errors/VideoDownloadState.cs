using System.Diagnostics.CodeAnalysis;

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
    /// What goes on from there, for <see cref="VideoContentOptions.ResumeFrom"/>. Null for a file, which goes on by itself, for a stream that
    /// can't seek, and when nothing was kept.
    /// </summary>
    public VideoDownloadCheckpoint? Checkpoint { get; init; }

    /// <summary>
    /// The state of a download that failed or was canceled: <c>catch (Exception e) when (VideoDownloadState.TryGet(e, out var state))</c>.
    /// </summary>
    /// <param name="exception">Whatever was thrown.</param>
    /// <param name="state">How far the download had come.</param>
    /// <returns>False where the exception ended no download, or one that had not begun.</returns>
    public static bool TryGet(Exception exception, [NotNullWhen(true)] out VideoDownloadState? state)
    {
        state = exception switch
        {
            VideoDownloadException failed => failed.State,
            VideoDownloadCanceledException canceled => canceled.State,
            _ => null,
        };
        return state is not null;
    }
}
