namespace VideoTasks.Build.Description.Format;

/// <summary>A canonical status, by the names of the library's <c>VideoTaskStatus</c>.</summary>
internal enum DescribedStatus
{
    Unknown,
    Queued,
    InProgress,
    Completed,
    Failed,
    Canceled,
    Expired,
}
