using VideoTasks.Download.Transfer;

namespace VideoTasks.Download.Streams;

/// <summary>What a caller may go on from.</summary>
internal static class ResumePoint
{
    /// <exception cref="ArgumentException">The checkpoint is of another task or rendition.</exception>
    public static void Ensure(VideoTaskHandle? handle, VideoContentOptions options)
    {
        if (options.ResumeFrom is { } checkpoint && (checkpoint.Handle != handle || checkpoint.Variant != options.Variant))
        {
            throw new ArgumentException(
                $"The checkpoint is of {checkpoint.Handle?.ToString() ?? "no task"} ({checkpoint.Variant ?? "video"}), not of "
                    + $"{handle?.ToString() ?? "no task"} ({options.Variant ?? "video"}).",
                nameof(options));
        }
    }

    /// <exception cref="ArgumentException">What is read in part can't be gone on with, or checked as is asked for.</exception>
    public static void EnsurePart(VideoContentOptions options)
    {
        if (options.ResumeFrom is { } checkpoint && !new PrefixChecksums().TryRestore(checkpoint.Content))
        {
            throw new ArgumentException(
                "The checkpoint does not hold what it takes to go on behind bytes that can't be read back. Begin without it.", nameof(options));
        }

        if (options.ExpectedSha256 is not null && (options.ResumeFrom is not null || options.Range is not null))
        {
            throw new ArgumentException("ExpectedSha256 is of the whole video, of which only a part is read here.", nameof(options));
        }
    }
}
