using System.Globalization;
using VideoTasks.Vendors;

namespace VideoTasks.Calls;

/// <summary>Where the next page of a list begins, in the vendor's way of counting.</summary>
internal sealed record ListPosition
{
    /// <summary>The id after which the page begins, or the vendor's cursor.</summary>
    public string? After { get; init; }

    /// <summary>The number of the page, or how many tasks to leave out.</summary>
    public int? Number { get; init; }

    /// <summary>The query of the URL that the vendor gave for the page.</summary>
    public string? Query { get; init; }

    public int? PageSize { get; init; }

    /// <summary>How many tasks are still wanted; null for all.</summary>
    public int? Left { get; init; }

    /// <summary>How many tasks the pages before had.</summary>
    public long Seen { get; init; }

    public ListCircle Circle { get; init; } = ListCircle.None;

    public VendorCall Call => new(VideoOperation.List, Limit: PageSize, After: After, Position: Number) { Query = Query };

    /// <exception cref="ArgumentException">The list begins at a number, and the options say none.</exception>
    public static ListPosition First(VideoListPaging paging, VideoTaskListOptions options)
    {
        var first = new ListPosition { After = options.After, PageSize = options.PageSize, Left = options.MaxCount };
        if (options.After is null || paging.Style is not (VideoListPagingStyle.Page or VideoListPagingStyle.Offset))
        {
            return first;
        }

        return int.TryParse(options.After, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? first with { Number = number }
            : throw new ArgumentException("The vendor's list begins at a number: VideoTaskListOptions.After has to be one.", nameof(options));
    }

    /// <summary>Where the page after an answer begins; null when the answer says that there is none, or leads to where the list has been.</summary>
    /// <param name="paging">The vendor's way of counting.</param>
    /// <param name="answer">The page that was read from here.</param>
    /// <param name="ids">What tells its tasks apart, one text for each.</param>
    /// <param name="lastId">The id of its last task; null when it has none.</param>
    public ListPosition? Next(VideoListPaging paging, ListAnswer answer, IReadOnlyList<string> ids, string? lastId)
    {
        var facts = answer.Facts;
        var left = Left - ids.Count;
        if (ids.Count == 0 || facts.HasMore == false || left <= 0 || Circle.Go(ids) is not { } circle)
        {
            return null;
        }

        var next = this with { Left = left, Seen = Seen + answer.Items.Count, Circle = circle };
        if (facts.NextUrl is { } url)
        {
            return next with { Query = url[(url.IndexOf('?', StringComparison.Ordinal) + 1)..].Split('#')[0] };
        }

        switch (paging.Style)
        {
            case VideoListPagingStyle.Page:
                next = next with { Number = (Number ?? paging.First) + 1 };
                bool? byPages = facts.Pages is { } pages ? next.Number.Value - paging.First < pages : null;
                return next.HasMore(answer, byPages, next.Seen) ? next : null;
            case VideoListPagingStyle.Offset:
                next = next with { Number = (Number ?? 0) + answer.Items.Count };
                return next.HasMore(answer, null, next.Number.Value) ? next : null;
            default:
                var after = facts.Next ?? (facts.HasMore == true ? facts.LastId ?? lastId : null);
                return string.IsNullOrEmpty(after) || after == After ? null : next with { After = after };
        }
    }

    // What says most clearly counts: the answer's flag, its totals, and last that a page was not full.
    private bool HasMore(ListAnswer answer, bool? byPages, long reached) =>
        answer.Facts.HasMore
        ?? byPages
        ?? (answer.Facts.Total is { } total ? reached < total : answer.Items.Count >= (PageSize ?? 1));
}
