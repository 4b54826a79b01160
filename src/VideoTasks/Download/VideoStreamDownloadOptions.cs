namespace VideoTasks;

/// <summary>How a video is written to a stream of the caller's.</summary>
public sealed record VideoStreamDownloadOptions : VideoContentOptions
{
    /// <summary>
    /// Told how far the download is, for <see cref="VideoContentOptions.ResumeFrom"/> of a process that comes after this one, at most every
    /// <see cref="CheckpointInterval"/>. The stream is flushed before. Null, the default, for none; an error has its checkpoint all the same.
    /// </summary>
    public IProgress<VideoDownloadCheckpoint>? Checkpoints { get; set; }

    /// <summary>The shortest time between two <see cref="Checkpoints"/>. One second by default.</summary>
    public TimeSpan CheckpointInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Whether <see cref="VideoDownloadResult.Sha256"/> is computed, beside the transfer. True by default.</summary>
    public bool ComputeSha256 { get; set; } = true;

    internal override bool WantsSha256 => ComputeSha256 || base.WantsSha256;

    internal static void Validate(VideoStreamDownloadOptions options)
    {
        VideoContentOptions.Validate(options);
        EnsureBetween(options, options.CheckpointInterval, TimeSpan.Zero, TimeSpan.MaxValue, nameof(CheckpointInterval));
    }
}
