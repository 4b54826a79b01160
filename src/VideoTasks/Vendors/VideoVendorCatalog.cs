using System.Diagnostics.CodeAnalysis;

namespace VideoTasks.Vendors;

/// <summary>Vendors by name. Of two with one name the later one counts, so that an application can replace a vendor of this library.</summary>
internal sealed class VideoVendorCatalog
{
    private readonly Dictionary<string, VideoVendor> _vendors = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A catalog of the given vendors.</summary>
    public VideoVendorCatalog(IEnumerable<VideoVendor> vendors)
    {
        ArgumentNullException.ThrowIfNull(vendors);
        foreach (var vendor in vendors)
        {
            _vendors[vendor.Supported().Description.Name] = vendor;
        }

        Names = [.. _vendors.Keys.Order(StringComparer.Ordinal)];
    }

    /// <summary>The vendors' names, in alphabetical order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The vendors, in the order of their names.</summary>
    public IReadOnlyList<VideoVendor> Vendors => [.. Names.Select(name => _vendors[name])];

    /// <summary>The vendor with a name, in any case.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out VideoVendor? vendor) => _vendors.TryGetValue(name, out vendor);

    /// <summary>The vendor with a name, in any case.</summary>
    /// <exception cref="VideoTaskException">There is none (<see cref="VideoTaskErrorReason.Configuration"/>).</exception>
    public VideoVendor Get(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return TryGet(name, out var vendor)
            ? vendor
            : throw new VideoTaskException(ErrorMessages.NoVendor(name, Names)) { Vendor = name };
    }
}
