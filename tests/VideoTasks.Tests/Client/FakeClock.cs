namespace VideoTasks.Tests.Client;

/// <summary>A clock that jumps to the next timer whenever somebody waits for one, so that nothing sleeps for real.</summary>
internal sealed class FakeClock : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<FakeTimer> _timers = [];
    private long _ticks = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).Ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public TimeSpan Elapsed => GetUtcNow() - new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>How long it is to the next of the timers that were set to such a span; null when there is none.</summary>
    public TimeSpan? UntilNext(Func<TimeSpan, bool> isMeant)
    {
        lock (_lock)
        {
            var due = _timers.Where(timer => isMeant(timer.Span)).Select(timer => timer.Due).DefaultIfEmpty(long.MaxValue).Min();
            return due == long.MaxValue ? null : new TimeSpan(Math.Max(0, due - GetTimestamp()));
        }
    }

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves time on, and lets everything happen that is due by then.</summary>
    public void Advance(TimeSpan span)
    {
        var end = Interlocked.Read(ref _ticks) + span.Ticks;
        while (true)
        {
            FakeTimer? next;
            lock (_lock)
            {
                next = _timers.Where(timer => timer.Due <= end).MinBy(timer => timer.Due);
                if (next is null)
                {
                    Interlocked.Exchange(ref _ticks, end);
                    return;
                }

                Interlocked.Exchange(ref _ticks, Math.Max(next.Due, Interlocked.Read(ref _ticks)));
                _timers.Remove(next);
            }

            next.Fire();
        }
    }

    /// <summary>Runs <paramref name="work"/> to its end, going to the next timer whenever it waits for one.</summary>
    public async Task<T> RunAsync<T>(Task<T> work)
    {
        for (var rounds = 0; !work.IsCompleted && rounds < 100_000; rounds++)
        {
            if (UntilNext(_ => true) is { } span)
            {
                Advance(span);
            }

            await Task.Yield();
        }

        work.IsCompleted.ShouldBeTrue("the work neither ends nor waits");
        return await work;
    }

    private sealed class FakeTimer(FakeClock clock, TimerCallback callback, object? state) : ITimer
    {
        public long Due { get; private set; } = long.MaxValue;

        public TimeSpan Span { get; private set; }

        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        public void Fire()
        {
            Due = long.MaxValue;
            Change(_period, _period);
            callback(state);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                clock._timers.Remove(this);
                (_period, Span) = (period, dueTime);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = clock.GetTimestamp() + dueTime.Ticks;
                    clock._timers.Add(this);
                }
            }

            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
