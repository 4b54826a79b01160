namespace VideoTasks.Download.Transfer;

/// <summary>What helps against a failure.</summary>
internal enum FailureKind
{
    /// <summary>The same request, after a pause.</summary>
    Transient,

    /// <summary>A fresh URL from the vendor.</summary>
    Refresh,

    /// <summary>Waiting for the video, if the vendor says that it is made.</summary>
    NotReady,

    /// <summary>The whole file in place of a range of it.</summary>
    RangesUnusable,

    /// <summary>Nothing.</summary>
    Fatal,
}

/// <summary>What helps against a failure, and how often it may be tried in a row: null for as often as the options say.</summary>
internal sealed record Failure(FailureKind Kind, int? MaxAttempts = null);
