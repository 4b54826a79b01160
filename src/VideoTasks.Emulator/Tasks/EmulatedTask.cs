using VideoTasks.Emulator.Media;

namespace VideoTasks.Emulator.Tasks;

/// <summary>A task of one vendor: what was asked for, and where it stands by the clock or by the number of reads.</summary>
internal sealed class EmulatedTask(
    string vendor, string id, DateTimeOffset createdAt, EmulatedScenario scenario, TaskRequest request, int minimumBytes)
{
    private readonly Lock _lock = new();
    private readonly Lazy<SampleFile> _video = new(() => scenario.Webm ? SampleFile.Webm(vendor, id) : SampleFile.Mp4(vendor, id, minimumBytes));
    private int _polls;
    private bool _cut;
    private DateTimeOffset? _endedAt;

    public string Vendor => vendor;

    public string Id => id;

    public DateTimeOffset CreatedAt => createdAt;

    public EmulatedScenario Scenario => scenario;

    public TaskRequest Request => request;

    public SampleFile Video => _video.Value;

    /// <summary>Where the task stands for somebody who reads it, which counts as a poll.</summary>
    public TaskState Poll(DateTimeOffset now)
    {
        lock (_lock)
        {
            _polls++;
            return GetState(now);
        }
    }

    /// <summary>Where the task stands, without moving it.</summary>
    public TaskState GetState(DateTimeOffset now)
    {
        lock (_lock)
        {
            var percent = Percent(now);
            if (percent >= 100 && scenario.Outcome != EmulatedOutcome.NeverEnds)
            {
                _endedAt ??= scenario.Polls is null ? createdAt + scenario.Duration : now;
                return new(scenario.Outcome == EmulatedOutcome.Fails ? TaskPhase.Failed : TaskPhase.Completed, 100, _endedAt);
            }

            percent = Math.Min(percent, 99);
            return new(percent < 10 ? TaskPhase.Queued : TaskPhase.InProgress, percent < 10 ? 0 : percent, null);
        }
    }

    /// <summary>Whether a finished video is gone.</summary>
    public bool IsExpired(DateTimeOffset now, TimeSpan retention)
        => GetState(now) is { Phase: TaskPhase.Completed } state && (scenario.Outcome == EmulatedOutcome.Expires || now >= state.EndedAt + retention);

    /// <summary>Where this delivery is to be cut: the first one only.</summary>
    public int? TakeCut()
    {
        lock (_lock)
        {
            var cut = _cut ? null : scenario.CutAt;
            _cut = true;
            return cut;
        }
    }

    private int Percent(DateTimeOffset now)
    {
        if (scenario.Polls is { } polls)
        {
            return _polls >= polls ? 100 : _polls * 100 / polls;
        }

        return scenario.Duration <= TimeSpan.Zero ? 100 : (int)Math.Clamp((now - createdAt) / scenario.Duration * 100, 0, 100);
    }
}

/// <summary>What the client asked for.</summary>
internal sealed record TaskRequest(string Prompt, string Model, string Seconds, string Size, string? RemixedFrom = null);

internal enum TaskPhase
{
    Queued,
    InProgress,
    Completed,
    Failed,
}

internal sealed record TaskState(TaskPhase Phase, int Progress, DateTimeOffset? EndedAt);
