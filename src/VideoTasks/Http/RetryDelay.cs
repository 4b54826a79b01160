namespace VideoTasks.Http;

/// <summary>
/// The pause before something is asked for again: it grows with each attempt up to a limit and is varied a little. What the server asks for counts
/// where it is longer, within a floor and a ceiling of our own.
/// </summary>
/// <param name="First">The pause after the first attempt.</param>
/// <param name="Longest">The pause that it grows up to, before it is varied.</param>
/// <param name="Time">The clock that it goes by.</param>
internal sealed record RetryDelay(TimeSpan First, TimeSpan Longest, TimeProvider Time)
{
    /// <summary>The shortest pause that a server can ask for: "at once" would be a busy loop.</summary>
    public static readonly TimeSpan Floor = TimeSpan.FromMilliseconds(100);

    /// <summary>The longest pause, whoever asks for it.</summary>
    public static readonly TimeSpan Ceiling = TimeSpan.FromDays(1);

    /// <summary>The shortest pause, also where the server asks for none.</summary>
    public TimeSpan Shortest { get; init; }

    /// <summary>What each pause is multiplied with for the next one.</summary>
    public double Growth { get; init; } = 2;

    /// <summary>The part of a pause that it may be longer or shorter.</summary>
    public double Jitter { get; init; } = 0.2;

    /// <summary>Random numbers from 0 to 1.</summary>
    public Func<double> Randomizer { get; init; } = Random.Shared.NextDouble;

    /// <summary>The next pause.</summary>
    /// <param name="attempt">How many attempts there were, one at least.</param>
    /// <param name="retryAfter">What the server asks for; null when it does not say.</param>
    public TimeSpan Next(int attempt, TimeSpan? retryAfter = null)
    {
        var shortest = retryAfter is { } asked ? Max(Max(Shortest, Floor), asked) : Shortest;
        return Min(Max(Own(attempt), shortest), Ceiling);
    }

    /// <summary>Pauses.</summary>
    public Task WaitAsync(TimeSpan pause, CancellationToken cancellationToken) => Task.Delay(pause, Time, cancellationToken);

    private TimeSpan Own(int attempt)
    {
        if (First <= TimeSpan.Zero)
        {
            return TimeSpan.Zero;
        }

        // As numbers, because a TimeSpan overflows where they become infinite.
        var grown = Math.Min(First.Ticks * Math.Pow(Growth, attempt - 1), Max(First, Longest).Ticks);
        var varied = grown * (1 + (Jitter * ((Randomizer() * 2) - 1)));
        return TimeSpan.FromTicks((long)Math.Min(varied, Ceiling.Ticks));
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
