namespace VideoTasks.Build.Description.Format;

/// <summary>What the operation that lists takes to give the next page.</summary>
internal enum PagingStyle
{
    /// <summary>What the page before ended with.</summary>
    Cursor,

    /// <summary>The number of the page.</summary>
    Page,

    /// <summary>How many tasks to leave out.</summary>
    Offset,
}
