using System.Security.Cryptography;
using System.Text;

namespace VideoTasks.Calls;

/// <summary>
/// Notices that a list leads back to a page that it has had, with one page remembered however long the list is: the page is changed for the present
/// one after one step, two, four, …, so a circle of any length is found (Brent's algorithm).
/// </summary>
/// <param name="Mark">The page that is remembered; null at the beginning.</param>
/// <param name="Steps">How many pages ago that was.</param>
/// <param name="Limit">After how many it is another one's turn.</param>
internal readonly record struct ListCircle(string? Mark, int Steps, int Limit)
{
    private const int BytesOfMark = 9;

    public static readonly ListCircle None = new(null, 0, 1);

    /// <summary>The state after a page of these ids; null when it is the page that is remembered.</summary>
    public ListCircle? Go(IEnumerable<string> ids)
    {
        var text = string.Join('\n', ids.Order(StringComparer.Ordinal));
        var page = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, BytesOfMark));
        if (page == Mark)
        {
            return null;
        }

        return Steps + 1 >= Limit ? new(page, 0, int.Max(1, unchecked(Limit * 2))) : this with { Steps = Steps + 1 };
    }
}
