namespace VideoTasks;

/// <summary>Which tasks a list returns.</summary>
public sealed record VideoTaskListOptions
{
    /// <summary>How many tasks the vendor is asked for at a time; null leaves the choice to the vendor.</summary>
    public int? PageSize { get; set; }

    /// <summary>
    /// Where the list starts: the id after which, or the vendor's cursor; for vendors that count, the number of the page or how many tasks to leave
    /// out.
    /// Null starts at its beginning.
    /// </summary>
    public string? After { get; set; }

    /// <summary>The most tasks to return; null returns all that the vendor has.</summary>
    public int? MaxCount { get; set; }
}
