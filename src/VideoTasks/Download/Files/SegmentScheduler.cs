namespace VideoTasks.Download.Files;

/// <summary>A range of the file that one connection fetches. Its end may move towards its next byte while it is fetched.</summary>
/// <param name="next">The first byte.</param>
/// <param name="end">The byte behind the last one.</param>
/// <param name="startedAt">When it was taken.</param>
/// <param name="takeovers">How often it was taken from a connection that did not get on.</param>
internal sealed class Segment(long next, long end, long startedAt, int takeovers = 0)
{
    public long From { get; } = next;

    public long Next { get; set; } = next;

    public long End { get; set; } = end;

    public long StartedAt { get; } = startedAt;

    public int Takeovers { get; } = takeovers;

    /// <summary>Since when the server is waited for; null while it is not.</summary>
    public long? WaitingSince { get; set; } = startedAt;

    /// <summary>Ends what is under way for it; null when nothing is.</summary>
    public CancellationTokenSource? Cancelled { get; set; }

    public bool IsDone => Next >= End;
}

/// <summary>
/// Who fetches which range: segments in order, as large as connections are fast, and at the end what the slow ones still have to do.
/// </summary>
internal sealed class SegmentScheduler
{
    public const long MinSegment = 1024 * 1024;
    private const long MaxSegment = 16 * 1024 * 1024;
    private const long MinSplit = 512 * 1024;
    private const double SegmentSeconds = 0.25;

    /// <summary>What takes less time than this is not worth a request of its own.</summary>
    private const double MinSegmentSeconds = 0.025;
    private const long MaxMinSegment = 4 * 1024 * 1024;
    private const int MaxTakeovers = 3;

    /// <summary>A connection is too slow that needs so many times as long as the others, and longer than a moment.</summary>
    private const double SlownessFactor = 4;
    private const double MinSeconds = 1;

    /// <summary>A connection that is silent for this part of the stall limit, and at most this long, loses its segment to an idle one.</summary>
    private const double SilenceFraction = 0.25;
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private readonly List<(long From, long To)> _gaps;
    private readonly List<Segment> _active = [];
    private readonly TimeProvider _time;
    private readonly TimeSpan _silence;
    private readonly int _connections;
    private double _bytesPerSecond;
    private long _pausedUntil;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SegmentScheduler(IEnumerable<(long From, long To)> gaps, VideoContentOptions options, TimeProvider time)
    {
        _gaps = [.. gaps];
        _time = time;
        _connections = options.Parallelism;
        _silence = options.StallLimit * SilenceFraction < LongestSilence ? options.StallLimit * SilenceFraction : LongestSilence;
    }

    /// <summary>Whether every segment was fetched.</summary>
    public bool IsDone
    {
        get
        {
            lock (_lock)
            {
                return _gaps.Count == 0 && _active.Count == 0;
            }
        }
    }

    /// <summary>Ends when a connection is done with its segment: there may be another one to take, or the work may be done.</summary>
    public Task Changed
    {
        get
        {
            lock (_lock)
            {
                return _changed.Task;
            }
        }
    }

    private long SmallestSegment => (long)Math.Clamp(_bytesPerSecond * MinSegmentSeconds, MinSegment, MaxMinSegment);

    /// <summary>Lets no further request begin for a time, as the server asks: what one connection is told goes for all of them.</summary>
    public void Pause(TimeSpan pause)
    {
        lock (_lock)
        {
            var until = _time.GetTimestamp() + (long)(pause.TotalSeconds * _time.TimestampFrequency);
            _pausedUntil = Math.Max(_pausedUntil, until);
        }
    }

    /// <summary>A segment to fetch; null when there is none at the moment.</summary>
    public Segment? Take()
    {
        lock (_lock)
        {
            if (_pausedUntil > 0 && _time.GetTimestamp() < _pausedUntil)
            {
                return null;
            }

            var segment = TakeGap() ?? Split();
            if (segment is not null)
            {
                _active.Add(segment);
            }

            return segment;
        }
    }

    /// <summary>How much of what was read belongs to the segment; it counts as fetched then.</summary>
    public int Advance(Segment segment, int count)
    {
        lock (_lock)
        {
            count = (int)Math.Clamp(segment.End - segment.Next, 0, count);
            segment.Next += count;
            return count;
        }
    }

    /// <summary>The connection is done with a segment; what is missing of it is for others.</summary>
    public void Return(Segment segment)
    {
        lock (_lock)
        {
            if (!_active.Remove(segment))
            {
                return;
            }

            var seconds = _time.GetElapsedTime(segment.StartedAt).TotalSeconds;
            if (segment.Next > segment.From && seconds > 0)
            {
                var rate = (segment.Next - segment.From) / seconds;
                _bytesPerSecond = _bytesPerSecond == 0 ? rate : (_bytesPerSecond * 0.7) + (rate * 0.3);
            }

            if (!segment.IsDone)
            {
                _gaps.Insert(0, (segment.Next, segment.End));
                _gaps.Sort();
            }

            _changed.SetResult();
            _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private Segment? TakeGap()
    {
        if (_gaps.Count == 0)
        {
            return null;
        }

        var left = 0L;
        foreach (var gap in _gaps)
        {
            left += gap.To - gap.From;
        }

        var fair = Math.Max(SmallestSegment, left / _connections);
        var length = Math.Min(fair, (long)Math.Clamp(_bytesPerSecond * SegmentSeconds, MinSegment, MaxSegment));
        var (from, to) = _gaps[0];
        var end = to - from <= length + MinSplit ? to : from + length;
        if (end == to)
        {
            _gaps.RemoveAt(0);
        }
        else
        {
            _gaps[0] = (end, to);
        }

        return new(from, end, _time.GetTimestamp());
    }

    /// <summary>Takes all of a segment whose connection does not get on, or half of the one that has most to do.</summary>
    private Segment? Split()
    {
        if (_active.Find(IsStuck) is { } stuck)
        {
            var all = new Segment(stuck.Next, stuck.End, _time.GetTimestamp(), stuck.Takeovers + 1);
            stuck.End = stuck.Next;
            stuck.Cancelled?.Cancel();
            return all;
        }

        var longest = _active.MaxBy(segment => segment.End - segment.Next);
        if (longest is null || longest.End - longest.Next < Math.Max(2 * MinSplit, SmallestSegment))
        {
            return null;
        }

        var middle = longest.Next + ((longest.End - longest.Next) / 2);
        var half = new Segment(middle, longest.End, _time.GetTimestamp());
        longest.End = middle;
        return half;
    }

    private bool IsStuck(Segment segment)
    {
        if (segment.IsDone || segment.Takeovers >= MaxTakeovers)
        {
            return false;
        }

        if (segment.WaitingSince is { } since && _time.GetElapsedTime(since) >= _silence)
        {
            return true;
        }

        var seconds = _time.GetElapsedTime(segment.StartedAt).TotalSeconds;
        var left = (segment.End - segment.Next) / ((segment.Next - segment.From + 1) / Math.Max(seconds, 0.001));
        return seconds > MinSeconds && left > MinSeconds && left > SlownessFactor * (segment.End - segment.Next) / Math.Max(_bytesPerSecond, 1);
    }
}
