namespace VideoTasks.Download.Transfer;

/// <summary>Reports progress no more often than asked, with the rate of the last seconds.</summary>
internal sealed class ProgressReporter(DownloadContext context)
{
    private readonly VideoContentOptions _options = context.Options;
    private readonly TimeProvider _time = context.Time;
    private static readonly TimeSpan RateWindow = TimeSpan.FromSeconds(3);

    private readonly Lock _lock = new();
    private readonly Queue<(long At, long Bytes)> _samples = new();
    private long _reportedAt;
    private bool _hasReported;
    private bool _hasFailed;
    private bool _isEnded;

    public void Report(long bytes, long? total, int attempt, bool isLast = false)
    {
        if (_options.Progress is not { } progress)
        {
            return;
        }

        // Who is late with a report leaves it to the one that is on its way; the last one is never left out.
        if (isLast)
        {
            _lock.Enter();
        }
        else if (!_lock.TryEnter())
        {
            return;
        }

        try
        {
            var now = _time.GetTimestamp();
            if (_isEnded || (!isLast && _hasReported && _time.GetElapsedTime(_reportedAt, now) < _options.ProgressInterval))
            {
                return;
            }

            (_reportedAt, _hasReported, _isEnded) = (now, true, isLast);
            Tell(progress, Measure(now, bytes, total, attempt));
        }
        finally
        {
            _lock.Exit();
        }
    }

    /// <summary>Reports nothing from here on.</summary>
    public void End()
    {
        lock (_lock)
        {
            _isEnded = true;
        }
    }

    private VideoDownloadProgress Measure(long now, long bytes, long? total, int attempt)
    {
        _samples.Enqueue((now, bytes));
        while (_samples.Count > 2 && _time.GetElapsedTime(_samples.Peek().At, now) > RateWindow)
        {
            _samples.Dequeue();
        }

        var (since, before) = _samples.Peek();
        var seconds = _time.GetElapsedTime(since, now).TotalSeconds;
        return new()
        {
            BytesReceived = bytes,
            TotalBytes = total,
            BytesPerSecond = seconds > 0 ? Math.Max(0, bytes - before) / seconds : 0,
            Attempt = attempt,
        };
    }

    private void Tell(IProgress<VideoDownloadProgress> progress, VideoDownloadProgress report)
    {
        try
        {
            progress.Report(report);
        }
        catch (Exception exception)
        {
            if (!_hasFailed)
            {
                _hasFailed = true;
                DownloadLog.ProgressFailed(context.Logger, context.Handle, exception);
            }
        }
    }
}
