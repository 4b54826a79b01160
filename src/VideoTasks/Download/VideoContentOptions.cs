using System.Net.Http.Headers;

namespace VideoTasks;

/// <summary>How the content of a task is read, whatever becomes of it. The defaults end in the whole, checked video or in an error.</summary>
public record VideoContentOptions
{
    /// <summary>
    /// The rendition: <c>video</c>, <c>thumbnail</c> or <c>spritesheet</c> where the vendor has them. Null takes the vendor's default, the video.
    /// </summary>
    public string? Variant { get; set; }

    /// <summary>
    /// What an earlier download had come to: <see cref="VideoDownloadState.Checkpoint"/> of its exception, or the last one that it had told of.
    /// It goes on at that byte if the file at the server is the same: by its validator or, without one, by its bytes. Bytes that can be read back
    /// are checked first. Content that was opened, and a stream that can't seek, begin behind them, and a file that is another one by now is
    /// <see cref="VideoTaskErrorReason.ContentChanged"/>. Null, the default, begins at the first byte.
    /// </summary>
    public VideoDownloadCheckpoint? ResumeFrom { get; set; }

    /// <summary>
    /// The range of the video that opened content is of, as HTTP writes it: both ends are included, one without a beginning is of the last bytes.
    /// What a server sends before it is passed over where it does not serve ranges. A range that begins behind the end is empty. Null, the
    /// default, for all of it; a download is always of all of it.
    /// </summary>
    public RangeItemHeaderValue? Range { get; set; }

    /// <summary>The most bytes that are accepted; a larger body is <see cref="VideoTaskErrorReason.ContentTooLarge"/>. 5 GB by default.</summary>
    public long MaxBytes { get; set; } = 5_000_000_000;

    /// <summary>The SHA-256 that the file must have, as hexadecimal digits; null when it is not known.</summary>
    public string? ExpectedSha256 { get; set; }

    /// <summary>
    /// How long a connection may stay silent, before the headers or between two reads, until it counts as broken. 30 seconds by default;
    /// <see cref="Timeout.InfiniteTimeSpan"/> waits for ever.
    /// </summary>
    public TimeSpan StallTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long a completed task's file is waited for while the vendor says that it is not ready. 30 seconds by default; zero does not wait,
    /// <see cref="Timeout.InfiniteTimeSpan"/> waits for ever. A task that is not completed is not waited for: wait for it first.
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

    /// <summary>
    /// Told how far the download is, at most every <see cref="ProgressInterval"/>, and once at the end: one call at a time, in order, on a thread of
    /// the pool, and never after the end. An exception of it is logged once and ends nothing.
    /// </summary>
    public IProgress<VideoDownloadProgress>? Progress { get; set; }

    /// <summary>The shortest time between two reports. 200 milliseconds by default.</summary>
    public TimeSpan ProgressInterval { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How many ranges of the file are fetched at a time.</summary>
    internal virtual int Parallelism => 1;

    internal virtual bool WantsSha256 => ExpectedSha256 is not null;

    internal TimeSpan StallLimit => StallTimeout == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : StallTimeout;

    internal TimeSpan ReadyLimit => ReadyTimeout == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : ReadyTimeout;

    /// <summary>A copy that a call can keep, with what concerns the opening of content and nothing more.</summary>
    internal static VideoContentOptions Copy(VideoContentOptions? options) => options is null ? new() : new(options);

    internal static void Validate(VideoContentOptions options)
    {
        EnsureBetween(options, options.MaxBytes, 1, long.MaxValue, nameof(MaxBytes));
        EnsureBetween(options, options.MaxFailuresInARow, 1, int.MaxValue, nameof(MaxFailuresInARow));
        EnsureBetween(options, options.StallLimit, TimeSpan.FromMilliseconds(1), TimeSpan.MaxValue, nameof(StallTimeout));
        EnsureBetween(options, options.ReadyLimit, TimeSpan.Zero, TimeSpan.MaxValue, nameof(ReadyTimeout));
        EnsureBetween(options, options.RetryDelay, TimeSpan.Zero, TimeSpan.MaxValue, nameof(RetryDelay));
        EnsureBetween(options, options.MaxRetryDelay, TimeSpan.Zero, TimeSpan.MaxValue, nameof(MaxRetryDelay));
        EnsureBetween(options, options.ProgressInterval, TimeSpan.Zero, TimeSpan.MaxValue, nameof(ProgressInterval));
        if (options is { Range: not null, ResumeFrom: not null })
        {
            throw new ArgumentException("Range and ResumeFrom can't be given together: both say where to begin.", nameof(options));
        }

        if (options.ExpectedSha256 is { } digits && (digits.Length != 64 || !digits.All(char.IsAsciiHexDigit)))
        {
            throw new ArgumentException("ExpectedSha256 is not 64 hexadecimal digits.", nameof(options));
        }
    }

    private protected static void ValidateDownload(VideoContentOptions options)
    {
        Validate(options);
        if (options.Range is not null)
        {
            throw new ArgumentException("Range is for content that is opened: a download is of the whole video.", nameof(options));
        }
    }

    private protected static void EnsureBetween<T>(VideoContentOptions options, T value, T least, T most, string property)
        where T : IComparable<T>
    {
        if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
        {
            throw new ArgumentOutOfRangeException(nameof(options), value, $"{property} must be from {least} to {most}.");
        }
    }
}
