namespace VideoTasks.Vendors;

/// <summary>How a list is asked for its next page.</summary>
public sealed record VideoListPaging
{
    /// <summary>By a cursor, a page number or an offset.</summary>
    public VideoListPagingStyle Style { get; init; }

    /// <summary>The number of the first page, 0 or 1.</summary>
    public int First { get; init; } = 1;
}

/// <summary>What a list takes to begin further on.</summary>
public enum VideoListPagingStyle
{
    /// <summary>The id of the last task, or a token that the answer has.</summary>
    Cursor,

    /// <summary>The number of a page.</summary>
    Page,

    /// <summary>How many tasks to leave out.</summary>
    Offset,
}
