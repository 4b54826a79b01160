namespace VideoTasks.Http;

/// <summary>Spans as .NET's timers take them: none longer than 49.7 days, and none that is negative.</summary>
internal static class TimerSpan
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(49);

    /// <summary>The span; a longer one is no limit at all, a negative one is over at once.</summary>
    public static TimeSpan Of(TimeSpan span) =>
        span == Timeout.InfiniteTimeSpan || span > Longest ? Timeout.InfiniteTimeSpan : span < TimeSpan.Zero ? TimeSpan.Zero : span;
}
