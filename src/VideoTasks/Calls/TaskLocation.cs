using VideoTasks.Vendors;

namespace VideoTasks.Calls;

/// <summary>
/// The id of a task that only a header names: <c>202 Accepted</c> with a <c>Location</c>, or an <c>Operation-Location</c>, where it can be followed.
/// Only the id is taken from it; the request goes to the vendor's own address.
/// </summary>
internal static class TaskLocation
{
    private static readonly string[] Names = ["Operation-Location", "Location", "Azure-AsyncOperation"];

    /// <summary>The first of the headers that has a text; null when none does.</summary>
    public static string? Of(HttpResponseMessage response)
    {
        foreach (var name in Names)
        {
            if (response.Headers.NonValidated.TryGetValues(name, out var values) && values.ToString() is { Length: > 0 } location)
            {
                return location;
            }
        }

        return null;
    }

    /// <summary>The id in an address of the operation that reads tasks; null when it is no such address.</summary>
    public static string? IdIn(string? location, VideoVendorDescription vendor)
    {
        if (location is null || vendor.Operations.FirstOrDefault(o => o.Operation == VideoOperation.Get) is not { } get)
        {
            return null;
        }

        // The path's other parameters have names of their own; from the end, so that a server's own prefix doesn't matter.
        var scopes = get.Parameters.Where(p => p.Location == VideoParameterLocation.Path).Select(p => $"{{{p.Name}}}").ToList();
        var wanted = get.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var path = location[..(location.AsSpan().IndexOfAny('?', '#') is var end and >= 0 ? end : location.Length)];
        var given = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        string? id = null;
        for (var back = 1; back <= wanted.Length; back++)
        {
            if (back > given.Length)
            {
                return null;
            }

            var (segment, value) = (wanted[^back], given[^back]);
            if (segment.StartsWith('{') && segment.EndsWith('}'))
            {
                id ??= scopes.Contains(segment) ? null : Uri.UnescapeDataString(value);
            }
            else if (!segment.Equals(value, StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }
        }

        return string.IsNullOrWhiteSpace(id) || id is "." or ".." ? null : id;
    }
}
