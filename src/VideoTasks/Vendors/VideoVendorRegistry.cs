using System.ComponentModel;
using VideoTasks.Vendors;

namespace VideoTasks.Generated;

/// <summary>
/// The vendors of assemblies other than the library's own, which their module initializers make known. For generated code; may change with any
/// minor version together with VideoTasks.Build. It names no vendor of the library, so that a trimmed program that uses its own alone has no other.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class VideoVendorRegistry
{
    private static readonly Lock Gate = new();
    private static VideoVendor[] _vendors = [];

    internal static IReadOnlyList<VideoVendor> Vendors => Volatile.Read(ref _vendors);

    /// <summary>Makes vendors known to every client and container of the process; the same ones again change nothing. It never throws.</summary>
    /// <param name="vendors">The vendors of one assembly.</param>
    public static void Register(IEnumerable<VideoVendor> vendors)
    {
        lock (Gate)
        {
            var known = _vendors.Select(vendor => vendor.GetType()).ToHashSet();
            Volatile.Write(ref _vendors, [.. _vendors, .. (vendors ?? []).Where(vendor => known.Add(vendor.GetType()))]);
        }
    }
}
