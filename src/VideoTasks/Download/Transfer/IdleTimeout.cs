using VideoTasks.Http;

namespace VideoTasks.Download.Transfer;

/// <summary>
/// Cancels an exchange that stays silent. One timer watches all reads, so a read costs no timer of its own.
/// </summary>
internal sealed class IdleTimeout : IDisposable
{
    private const int ChecksPerLimit = 8;

    private readonly CancellationTokenSource _source;
    private readonly TimeProvider _time;
    private readonly TimeSpan _limit;
    private readonly ITimer _timer;
    private long _lastSign;
    private int _isWaiting;

    public IdleTimeout(TimeProvider time, TimeSpan limit, CancellationToken cancellationToken)
    {
        (_time, _limit, Origin) = (time, limit, cancellationToken);
        _source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _lastSign = time.GetTimestamp();
        var period = TimerSpan.Of(limit / ChecksPerLimit);
        _timer = time.CreateTimer(static state => ((IdleTimeout)state!).Check(), this, period, period);
    }

    /// <summary>Cancelled by the caller, by silence, or by <see cref="Abandon"/>.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>The caller's token that is part of it.</summary>
    public CancellationToken Origin { get; }

    public bool HasStalled { get; private set; }

    /// <summary>How long nothing has come while something was waited for.</summary>
    public TimeSpan Silence => Volatile.Read(ref _isWaiting) == 0 ? TimeSpan.Zero : _time.GetElapsedTime(Volatile.Read(ref _lastSign));

    public void BeginWait()
    {
        Volatile.Write(ref _lastSign, _time.GetTimestamp());
        Volatile.Write(ref _isWaiting, 1);
    }

    /// <summary>Something came; what the reader does with it is not the server's silence.</summary>
    public void EndWait() => Volatile.Write(ref _isWaiting, 0);

    /// <summary>Gives the exchange up.</summary>
    public void Abandon()
    {
        try
        {
            _source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It ended by itself.
        }
    }

    public void Dispose()
    {
        _timer.Dispose();
        _source.Dispose();
    }

    private void Check()
    {
        if (Silence >= _limit)
        {
            HasStalled = true;
            Abandon();
        }
    }
}
