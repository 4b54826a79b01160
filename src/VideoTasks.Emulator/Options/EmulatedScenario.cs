namespace VideoTasks.Emulator;

/// <summary>
/// The life of one emulated task. A prompt chooses one too, from any client: <c>[fails]</c>, <c>[expires]</c>, <c>[never ends]</c>,
/// <c>[binary]</c>, <c>[json]</c>, <c>[redirect]</c>, <c>[webm]</c>, <c>[cuts]</c> anywhere in it.
/// </summary>
public sealed record EmulatedScenario
{
    /// <summary>How the task ends.</summary>
    public EmulatedOutcome Outcome { get; init; } = EmulatedOutcome.Completes;

    /// <summary>
    /// How long the task takes by <see cref="VideoEmulatorOptions.TimeProvider"/>. Two seconds by default; not used when <see cref="Polls"/> is set.
    /// </summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The read of the task that first sees it ended, from 1; 0 ends it at once; null lets <see cref="Duration"/> decide.</summary>
    public int? Polls { get; init; }

    /// <summary>How the file is delivered; null for the vendor's usual form. A form that the vendor doesn't have is refused.</summary>
    public EmulatedContentForm? ContentForm { get; init; }

    /// <summary>Whether the file is a webm instead of an mp4: ezmodel says that its videos may be of another type.</summary>
    public bool Webm { get; init; }

    /// <summary>Where the first delivery of the file is cut, in bytes of its body; null never cuts.</summary>
    public int? CutAt { get; init; }
}

/// <summary>How an emulated task ends.</summary>
public enum EmulatedOutcome
{
    /// <summary>With a video.</summary>
    Completes,

    /// <summary>With the vendor's error.</summary>
    Fails,

    /// <summary>With a video that is no longer kept when it is asked for.</summary>
    Expires,

    /// <summary>Not at all: it stays in progress.</summary>
    NeverEnds,
}

/// <summary>How a vendor hands over a finished file.</summary>
public enum EmulatedContentForm
{
    /// <summary>As the body of the content operation.</summary>
    Binary,

    /// <summary>As JSON with a signed URL on the second origin.</summary>
    Json,

    /// <summary>By a redirect to a signed URL on the second origin.</summary>
    Redirect,
}
