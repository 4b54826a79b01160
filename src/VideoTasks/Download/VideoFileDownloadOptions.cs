namespace VideoTasks;

/// <summary>How a video is downloaded to a file.</summary>
public sealed record VideoFileDownloadOptions : VideoContentOptions
{
    /// <summary>
    /// How many ranges of the file are fetched at a time, 1 to 32. 1 by default. A server that does not serve ranges, or that sends no
    /// validator to tell that they belong together, is read over one connection all the same.
    /// </summary>
    public int Connections { get; set; } = 1;

    /// <summary>Whether <see cref="VideoDownloadResult.Sha256"/> is computed, beside the transfer. True by default.</summary>
    public bool ComputeSha256 { get; set; } = true;

    /// <summary>
    /// Whether what a failed or cancelled download has received stays in <c>NAME.part</c>, for the next one to go on with. True by default.
    /// Bytes that turned out wrong are never kept.
    /// </summary>
    public bool KeepPartial { get; set; } = true;

    /// <summary>
    /// Whether a <c>NAME.part</c> of the same task is gone on with, once its bytes have been checked. True by default; false starts over. A file
    /// needs no checkpoint: <see cref="VideoContentOptions.ResumeFrom"/> is refused.
    /// </summary>
    public bool Resume { get; set; } = true;

    /// <summary>
    /// Whether an existing file is replaced, at the very end and at once. True by default. A file in a directory whose name the server chose is
    /// never replaced: the new one gets a number.
    /// </summary>
    public bool Overwrite { get; set; } = true;

    /// <summary>Whether the file and its directory are flushed to the disk before the download counts as done. True by default.</summary>
    public bool FlushToDisk { get; set; } = true;

    internal override int Parallelism => Connections;

    internal override bool WantsSha256 => ComputeSha256 || base.WantsSha256;

    internal static void Validate(VideoFileDownloadOptions options)
    {
        ValidateDownload(options);
        EnsureBetween(options, options.Connections, 1, 32, nameof(Connections));
        if (options.ResumeFrom is not null)
        {
            throw new ArgumentException("ResumeFrom is of no use to a file, which goes on from its NAME.part by itself: see Resume.", nameof(options));
        }
    }
}
