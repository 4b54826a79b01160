namespace VideoTasks.Vendors;

/// <summary>The vendors that were generated from the documents of this assembly.</summary>
public static partial class VideoVendors
{
    /// <summary>All of them, in alphabetical order.</summary>
    public static IReadOnlyList<VideoVendor> All { get; } = Collect();

    internal static VideoVendorCatalog Catalog { get; } = new(All);

    // The generated half of this class.
    static partial void AddGenerated(ICollection<VideoVendor> vendors);

    private static VideoVendor[] Collect()
    {
        var vendors = new List<VideoVendor>();
        AddGenerated(vendors);
        return [.. vendors.OrderBy(vendor => vendor.Description.Name, StringComparer.Ordinal)];
    }
}
