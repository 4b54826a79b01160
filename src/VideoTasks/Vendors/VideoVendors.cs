using VideoTasks.Generated;

namespace VideoTasks.Vendors;

/// <summary>
/// The vendors of this library, and those that an application's own project has from its documents. The own one of two with one name counts.
/// </summary>
public static partial class VideoVendors
{
    private static KnownVendors? _known;

    /// <summary>Those of this library, in alphabetical order.</summary>
    public static IReadOnlyList<VideoVendor> All { get; } = Collect();

    /// <summary>
    /// Those of this library and of the projects with documents of their own, in alphabetical order. A project's are known once its assembly is in
    /// use: an application's from the start, a class library's when something of it was called; until then its <c>Add…Vendors()</c> makes them known.
    /// </summary>
    public static IReadOnlyList<VideoVendor> Known => Catalog.Vendors;

    internal static VideoVendorCatalog Catalog
    {
        get
        {
            var registered = VideoVendorRegistry.Vendors;
            var known = Volatile.Read(ref _known);
            if (known?.Registered != registered)
            {
                known = new(registered, new([.. All, .. registered]));
                Volatile.Write(ref _known, known);
            }

            return known.Catalog;
        }
    }

    // The generated half of this class.
    static partial void AddGenerated(ICollection<VideoVendor> vendors);

    private static VideoVendor[] Collect()
    {
        var vendors = new List<VideoVendor>();
        AddGenerated(vendors);
        return [.. vendors.OrderBy(vendor => vendor.Description.Name, StringComparer.Ordinal)];
    }

    /// <param name="Registered">What was registered when it was made; an array is replaced whenever another is.</param>
    /// <param name="Catalog">The library's vendors and those.</param>
    private sealed record KnownVendors(IReadOnlyList<VideoVendor> Registered, VideoVendorCatalog Catalog);
}
