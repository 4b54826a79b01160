using VideoTasks.Http;

namespace VideoTasks.Download.Transfer;

/// <summary>How many more attempts a download gets: as many as it likes while it gets ahead, few when it does not.</summary>
internal sealed class RetryBudget(VideoContentOptions options, TimeProvider time)
{
    /// <summary>An attempt that brings at least this much, or a twentieth of the file, got ahead.</summary>
    public const long MinimumProgress = 64 * 1024;

    private const int MinimumProgressFraction = 20;
    private const int MaxRefreshes = 3;

    private readonly RetryDelay _delay = new(
        options.RetryDelay < options.MaxRetryDelay ? options.RetryDelay : options.MaxRetryDelay, options.MaxRetryDelay, time);

    private int _attempts;
    private int _failures;
    private int _refreshes;
    private long _sinceFailure;

    /// <summary>The requests for the content, those of all connections.</summary>
    public int Attempts => Volatile.Read(ref _attempts);

    public void Begin() => Interlocked.Increment(ref _attempts);

    /// <summary>Bytes came that were not there before.</summary>
    public void Advance(long bytes, long? total)
    {
        var gained = Interlocked.Add(ref _sinceFailure, bytes);
        if (gained >= Math.Min(MinimumProgress, total is { } length ? Math.Max(1, length / MinimumProgressFraction) : MinimumProgress))
        {
            _failures = 0;
            _refreshes = 0;
        }
    }

    /// <summary>Pauses before the next attempt.</summary>
    /// <param name="failure">What went wrong.</param>
    /// <param name="retryAfter">What the server asks for; null when it does not say.</param>
    /// <param name="cancellationToken">Ends the pause.</param>
    /// <returns>False when there are no more attempts.</returns>
    public async ValueTask<bool> RetryAsync(Failure failure, TimeSpan? retryAfter, CancellationToken cancellationToken)
    {
        if (failure.Kind == FailureKind.Fatal)
        {
            return false;
        }

        var gotAhead = _failures == 0 && Interlocked.Read(ref _sinceFailure) > 0;
        Interlocked.Exchange(ref _sinceFailure, 0);
        _failures++;
        if (_failures >= Math.Min(options.MaxFailuresInARow, failure.MaxAttempts ?? int.MaxValue) || retryAfter > options.MaxRetryDelay)
        {
            return false;
        }

        if (gotAhead && retryAfter is null)
        {
            return true;
        }

        await _delay.WaitAsync(_delay.Next(_failures, retryAfter), cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Whether the vendor may be asked for a fresh URL once more.</summary>
    public bool TryRefresh() => ++_refreshes <= MaxRefreshes;
}
