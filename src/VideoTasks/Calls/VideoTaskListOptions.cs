namespace VideoTasks;

/// <summary>Which tasks a list returns.</summary>
public sealed record VideoTaskListOptions
{
    /// <summary>How many tasks the vendor is asked for at a time; null leaves the choice to the vendor.</summary>
    public int? PageSize { get; set; }

    /// <summary>
    /// Where the list starts: the id after which, or the vendor's cursor; for vendors that count, the number of the page or how many tasks to leave
    /// out. Null starts at its beginning.
    /// </summary>
    public string? After { get; set; }

    /// <summary>
    /// Where the list goes on: the <see cref="VideoTaskPage.ContinuationToken"/> of the page before, in this process or another. It brings
    /// <see cref="PageSize"/> and <see cref="After"/> along, and how many tasks are left of <see cref="MaxCount"/>. Null starts anew.
    /// </summary>
    public string? ContinuationToken { get; set; }

    /// <summary>The most tasks to return, over all pages; null returns all that the vendor has.</summary>
    public int? MaxCount { get; set; }

    internal static void Validate(VideoTaskListOptions options)
    {
        if (options.PageSize is { } size)
        {
            OptionValue.EnsureAtLeast(size, 1, nameof(PageSize));
        }

        if (options.MaxCount is { } count)
        {
            OptionValue.EnsureAtLeast(count, 1, nameof(MaxCount));
        }
    }
}
