namespace VideoTasks.Download.Transfer;

/// <summary>Reports progress no more often than asked, with the rate of the last seconds.</summary>
internal sealed class ProgressReporter(VideoContentOptions options, TimeProvider time)
{
    private static readonly TimeSpan RateWindow = TimeSpan.FromSeconds(3);

    private readonly Lock _lock = new();
    private readonly Queue<(long At, long Bytes)> _samples = new();
    private long _reportedAt;
    private bool _hasReported;

    public void Report(long bytes, long? total, int attempt, bool isLast = false)
    {
        if (options.Progress is not { } progress)
        {
            return;
        }

        VideoDownloadProgress report;
        lock (_lock)
        {
            var now = time.GetTimestamp();
            if (!isLast && _hasReported && time.GetElapsedTime(_reportedAt, now) < options.ProgressInterval)
            {
                return;
            }

            (_reportedAt, _hasReported) = (now, true);
            _samples.Enqueue((now, bytes));
            while (_samples.Count > 2 && time.GetElapsedTime(_samples.Peek().At, now) > RateWindow)
            {
                _samples.Dequeue();
            }

            var (since, before) = _samples.Peek();
            var seconds = time.GetElapsedTime(since, now).TotalSeconds;
            report = new()
            {
                BytesReceived = bytes,
                TotalBytes = total,
                BytesPerSecond = seconds > 0 ? Math.Max(0, bytes - before) / seconds : 0,
                Attempt = attempt,
            };
        }

        progress.Report(report);
    }
}
