using VideoTasks.Vendors;

namespace VideoTasks;

/// <summary>What <c>AddVideoTasks()</c> sets up.</summary>
public sealed class VideoTasksOptions
{
    private readonly List<(string? Vendor, Action<VideoTaskClientOptions> Configure)> _configurations = [];
    private readonly List<VideoVendor> _vendors = [.. VideoVendors.All];

    /// <summary>Sets up one vendor's client. Runs after the configuration of the same vendor is read, so it wins.</summary>
    public VideoTasksOptions Configure(string vendor, Action<VideoTaskClientOptions> configure)
    {
        ArgumentException.ThrowIfNullOrEmpty(vendor);
        ArgumentNullException.ThrowIfNull(configure);
        _configurations.Add((vendor, configure));
        return this;
    }

    /// <summary>Sets up every vendor's client, before the vendor's own.</summary>
    public VideoTasksOptions ConfigureAll(Action<VideoTaskClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        _configurations.Add((null, configure));
        return this;
    }

    /// <summary>Adds vendors that were generated in another assembly. One with a known name replaces the known one.</summary>
    public VideoTasksOptions AddVendors(IEnumerable<VideoVendor> vendors)
    {
        ArgumentNullException.ThrowIfNull(vendors);
        _vendors.AddRange(vendors);
        return this;
    }

    internal VideoVendorCatalog CreateCatalog() => new(_vendors);

    internal void Apply(string vendor, VideoTaskClientOptions options)
    {
        foreach (var (name, configure) in _configurations.OrderBy(entry => entry.Vendor is null ? 0 : 1))
        {
            if (name is null || string.Equals(name, vendor, StringComparison.OrdinalIgnoreCase))
            {
                configure(options);
            }
        }
    }
}
