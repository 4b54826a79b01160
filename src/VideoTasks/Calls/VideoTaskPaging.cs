using System.Globalization;
using VideoTasks.Vendors;

namespace VideoTasks.Calls;

/// <summary>
/// Goes from page to page of a list in the vendor's way, and stops when there are no more, when a page brings nothing new, or when the vendor leads
/// to where the list has been.
/// </summary>
internal sealed class VideoTaskPaging
{
    private readonly VideoListPaging _paging;
    private readonly int? _pageSize;
    private string? _after;
    private string? _query;
    private int? _position;
    private long _seen;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);

    public VideoTaskPaging(VideoListPaging paging, VideoTaskListOptions options)
    {
        (_paging, _pageSize, _after) = (paging, options.PageSize, options.After);
        if (paging.Style is VideoListPagingStyle.Page or VideoListPagingStyle.Offset && options.After is { } start)
        {
            _position = int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var position)
                ? position
                : throw new ArgumentException("The vendor's list begins at a number: VideoTaskListOptions.After has to be one.", nameof(options));
        }
    }

    public VendorCall Call => new(VideoOperation.List, Limit: _pageSize, After: _after, Position: _position) { Query = _query };

    /// <summary>Whether a task is not of an earlier page, nor the same one of this page once more.</summary>
    public bool IsNew(string identity) => _known.Add(identity);

    /// <summary>Turns to the next page; false when there is none.</summary>
    /// <param name="page">The page that was read.</param>
    /// <param name="lastId">The id of its last task; null when it has none.</param>
    /// <param name="hasNew">Whether it had a task that no earlier one had.</param>
    public bool Turn(VideoTaskPage page, string? lastId, bool hasNew)
    {
        _seen += page.Items.Count;
        var facts = page.Facts;
        if (!hasNew || facts.HasMore == false)
        {
            return false;
        }

        if (facts.NextUrl is { } url)
        {
            _query = url[(url.IndexOf('?', StringComparison.Ordinal) + 1)..].Split('#')[0];
            return _visited.Add(_query);
        }

        switch (_paging.Style)
        {
            case VideoListPagingStyle.Page:
                _position = (_position ?? _paging.First) + 1;
                return HasMore(page, facts.Pages is { } pages ? _position.Value - _paging.First < pages : null);
            case VideoListPagingStyle.Offset:
                _position = (_position ?? 0) + page.Items.Count;
                return HasMore(page, null);
            default:
                var next = facts.Next ?? (facts.HasMore == true ? facts.LastId ?? lastId : null);
                if (string.IsNullOrEmpty(next) || next == _after || !_visited.Add(next))
                {
                    return false;
                }

                _after = next;
                return true;
        }
    }

    // What says most clearly counts: the answer's flag, its totals, and last that a page was not full.
    private bool HasMore(VideoTaskPage page, bool? byPages) =>
        page.Facts.HasMore
            ?? byPages
            ?? (page.Facts.Total is { } total
            ? (_paging.Style == VideoListPagingStyle.Offset ? _position : _seen) < total
            : page.Items.Count >= (_pageSize ?? 1));
}
