namespace VideoTasks;

/// <summary>Which tasks a list returns.</summary>
public sealed record VideoTaskListOptions
{
    /// <summary>How many tasks the vendor is asked for at a time; null leaves the choice to the vendor.</summary>
    public int? PageSize { get; init; }

    /// <summary>The id after which the list starts; null starts at its beginning.</summary>
    public string? After { get; init; }

    /// <summary>The most tasks to return; null returns all that the vendor has.</summary>
    public int? MaxCount { get; init; }
}
