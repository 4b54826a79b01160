namespace VideoTasks;

/// <summary>How a task is waited for.</summary>
public sealed record VideoTaskWaitOptions
{
    /// <summary>
    /// How long to wait before giving up with <see cref="VideoTaskTimeoutException"/>; the task itself goes on. 30 minutes by default,
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no limit.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>The pause between the first two reads; null takes the vendor's own, or 2 seconds. It grows while nothing changes.</summary>
    public TimeSpan? PollInterval { get; set; }

    /// <summary>The longest pause between two reads. 15 seconds by default. A vendor's Retry-After may ask for a longer one.</summary>
    public TimeSpan MaxPollInterval { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Whether a task that ends without a video throws: <see cref="VideoTaskFailedException"/> when it failed or was canceled, a
    /// <see cref="VideoTaskException"/> with <see cref="VideoTaskErrorReason.Expired"/> when it expired. True by default; false returns the task
    /// whatever its end.
    /// </summary>
    public bool ThrowOnFailure { get; set; } = true;

    /// <summary>
    /// Told of the task after each read of a wait, in order and never after its end; watching tells by what it yields. An exception of it is logged
    /// once and ends nothing.
    /// </summary>
    public IProgress<VideoTask>? Progress { get; set; }

    /// <exception cref="ArgumentOutOfRangeException">A property has a value that can't be; it is named.</exception>
    internal static void Validate(VideoTaskWaitOptions options)
    {
        OptionValue.EnsureTimeout(options.Timeout, nameof(Timeout));
        OptionValue.EnsurePositive(options.MaxPollInterval, nameof(MaxPollInterval));
        OptionValue.EnsurePositive(options.PollInterval ?? options.MaxPollInterval, nameof(PollInterval));
    }
}
