using System.Diagnostics.CodeAnalysis;
using VideoTasks.Vendors;

namespace VideoTasks.Container;

/// <summary>Which clients there are, each with its vendor, and what is wrong with what was said about them.</summary>
internal sealed class ClientCatalog
{
    private readonly Dictionary<string, (string Name, VideoVendor Vendor)> _clients = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ErrorMessage> _faults = new(StringComparer.OrdinalIgnoreCase);

    public ClientCatalog(VideoTasksRegistry registry)
    {
        var vendors = new VideoVendorCatalog(registry.Vendors);
        foreach (var name in vendors.Names)
        {
            _clients[name] = (name, vendors.Get(name));
        }

        foreach (var (name, vendorName) in registry.Clients)
        {
            if (!vendors.TryGet(vendorName, out var vendor))
            {
                _faults[name] = ErrorMessages.NoVendor(vendorName, vendors.Names);
            }
            else if (_clients.TryGetValue(name, out var other) && other.Vendor.Description.Name != vendor.Description.Name)
            {
                _faults[name] = ErrorMessages.ClientOfTwoVendors(name, other.Vendor.Description.Name, vendor.Description.Name);
            }
            else
            {
                _clients[name] = (name, vendor);
            }
        }

        Names = [.. _clients.Values.Select(client => client.Name).Order(StringComparer.Ordinal)];
        foreach (var name in registry.Settings.Select(setting => setting.Name).OfType<string>().Where(name => !_clients.ContainsKey(name)))
        {
            _faults.TryAdd(name, ErrorMessages.NoClient(name, Names));
        }
    }

    public IReadOnlyList<string> Names { get; }

    public bool TryGet(string name, [NotNullWhen(true)] out VideoVendor? vendor, out string ownName)
    {
        var isKnown = _clients.TryGetValue(name, out var client);
        (vendor, ownName) = (client.Vendor, client.Name);
        return isKnown;
    }

    public ErrorMessage? FaultOf(string name) => _faults.TryGetValue(name, out var fault) ? fault : null;

    /// <exception cref="VideoTaskException">A name that was set up is that of no client.</exception>
    public void EnsureSound()
    {
        if (_faults.Count > 0)
        {
            var (name, fault) = _faults.First();
            throw new VideoTaskException(fault) { Vendor = name };
        }
    }
}
