namespace VideoTasks;

/// <summary>How a video is downloaded. The defaults end in the whole, checked file or in an error.</summary>
public sealed record VideoDownloadOptions
{
    /// <summary>
    /// The rendition: <c>video</c>, <c>thumbnail</c> or <c>spritesheet</c> where the vendor has them. Null takes the vendor's default, the video.
    /// </summary>
    public string? Variant { get; set; }

    /// <summary>
    /// How many ranges of the file are fetched at a time, 1 to 32. 1 by default. A server that does not serve ranges, or that sends no
    /// validator to tell that they belong together, is read over one connection all the same.
    /// </summary>
    public int Connections { get; set; } = 1;

    /// <summary>The most bytes that are accepted; a larger body is <see cref="VideoTaskErrorReason.ContentTooLarge"/>. 5 GB by default.</summary>
    public long MaxBytes { get; set; } = 5_000_000_000;

    /// <summary>The SHA-256 that the file must have, as hexadecimal digits; null when it is not known.</summary>
    public string? ExpectedSha256 { get; set; }

    /// <summary>Whether <see cref="VideoDownloadResult.Sha256"/> is computed, beside the transfer. True by default.</summary>
    public bool ComputeSha256 { get; set; } = true;

    /// <summary>
    /// Whether what a failed or cancelled download has received stays in <c>NAME.part</c>, for the next one to go on with. True by default.
    /// Bytes that turned out wrong are never kept.
    /// </summary>
    public bool KeepPartial { get; set; } = true;

    /// <summary>
    /// Whether a <c>NAME.part</c> of the same task is gone on with, once its bytes have been checked. True by default; false starts over.
    /// </summary>
    public bool Resume { get; set; } = true;

    /// <summary>
    /// What an earlier download into a stream had come to: <see cref="VideoDownloadState.Checkpoint"/> of its exception, or the last of
    /// <see cref="Checkpoints"/>. The download goes on at that byte if the stream, which must be one to read, write and seek, still holds the
    /// bytes before it, and if the file at the server is the same; else it starts over at the same place of the stream. Null, the default,
    /// writes from the stream's position on. Of no effect on a file, which goes on by itself, and on a stream to read from.
    /// </summary>
    public VideoDownloadCheckpoint? ResumeFrom { get; set; }

    /// <summary>
    /// Told how far a download into a stream is, for <see cref="ResumeFrom"/> of a process that comes after this one, at most every
    /// <see cref="CheckpointInterval"/>. The stream is flushed before. Null, the default, for none; an error has its checkpoint all the same.
    /// </summary>
    public IProgress<VideoDownloadCheckpoint>? Checkpoints { get; set; }

    /// <summary>The shortest time between two <see cref="Checkpoints"/>. One second by default.</summary>
    public TimeSpan CheckpointInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Whether an existing file is replaced, at the very end and at once. True by default. A file in a directory whose name the server chose is
    /// never replaced: the new one gets a number.
    /// </summary>
    public bool Overwrite { get; set; } = true;

    /// <summary>Whether the file and its directory are flushed to the disk before the download counts as done. True by default.</summary>
    public bool FlushToDisk { get; set; } = true;

    /// <summary>
    /// How long a connection may stay silent, before the headers or between two reads, until it counts as broken. 30 seconds by default.
    /// </summary>
    public TimeSpan StallTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long a completed task's file is waited for while the vendor says that it is not ready. 30 seconds by default; zero does not wait.
    /// A task that is not completed is not waited for: wait for it first.
    /// </summary>
    public TimeSpan ReadyTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How many attempts in a row may fail without getting ahead; the last of them ends the download. 6 by default. An attempt that gets ahead
    /// resets the count.
    /// </summary>
    public int MaxFailuresInARow { get; set; } = 6;

    /// <summary>The pause after the first failed attempt; it doubles each time and is varied. Retry-After wins. Half a second by default.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(0.5);

    /// <summary>The longest pause that is chosen here, and the longest Retry-After that is obeyed. One minute by default.</summary>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Whether URLs that the vendor names may lead to private, loopback and link-local addresses. False by default: they may where the vendor
    /// itself is at such an address.
    /// </summary>
    public bool AllowPrivateAddresses { get; set; }

    /// <summary>Told how far the download is, at most every <see cref="ProgressInterval"/>, and once at the end.</summary>
    public IProgress<VideoDownloadProgress>? Progress { get; set; }

    /// <summary>The shortest time between two reports. 200 milliseconds by default.</summary>
    public TimeSpan ProgressInterval { get; set; } = TimeSpan.FromMilliseconds(200);

    internal bool WantsSha256 => ComputeSha256 || ExpectedSha256 is not null;

    internal static void Validate(VideoDownloadOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Connections, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Connections, 32, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxBytes, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxFailuresInARow, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.StallTimeout, TimeSpan.Zero, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.ReadyTimeout, TimeSpan.Zero, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.RetryDelay, TimeSpan.Zero, nameof(options));
        if (options.ExpectedSha256 is { } digits && (digits.Length != 64 || !digits.All(char.IsAsciiHexDigit)))
        {
            throw new ArgumentException("A SHA-256 is 64 hexadecimal digits.", nameof(options));
        }
    }
}
