using System.Net;
using System.Net.Sockets;

namespace VideoTasks.Http;

/// <summary>Refuses hosts that lead into address spaces where they have no business.</summary>
internal static class AddressGuard
{
    private static readonly HashSet<string> LoopbackNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "localhost", "localhost.localdomain", "localhost4", "localhost6", "localhost6.localdomain6", "ip6-localhost", "ip6-loopback", "loopback",
    };

    private static readonly TimeSpan LookupTimeout = TimeSpan.FromSeconds(3);

    /// <summary>The addresses of a host, all of them permitted.</summary>
    /// <exception cref="RefusedRequestException">One of them is not.</exception>
    /// <exception cref="SocketException">The name does not resolve.</exception>
    public static async ValueTask<IPAddress[]> ResolveAsync(string host, AddressSpaces permitted, CancellationToken cancellationToken)
    {
        // A dot at the end means the same name and the same address.
        var name = host.TrimEnd('.');

        // Also reads what only resolvers read: 0x7f.1, 0177.1, 2130706433.
        IPAddress[] addresses = IPAddress.TryParse(name, out var literal) ? [literal]
            : IsLoopback(name) ? [IPAddress.Loopback, IPAddress.IPv6Loopback]
            : await Dns.GetHostAddressesAsync(host, cancellationToken).ConfigureAwait(false);
        if (permitted != AddressSpaces.All)
        {
            foreach (var address in addresses)
            {
                Ensure(host, address, permitted);
            }
        }

        return addresses;
    }

    /// <summary>
    /// Refuses a URL by what its host means here, for requests whose connection somebody else opens (a proxy, a caller's own handler).
    /// A name that does not resolve here is left to them.
    /// </summary>
    public static async ValueTask CheckAsync(Uri uri, AddressSpaces permitted, CancellationToken cancellationToken)
    {
        if (permitted == AddressSpaces.All)
        {
            return;
        }

        using var lookup = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        lookup.CancelAfter(LookupTimeout);
        try
        {
            await ResolveAsync(uri.IdnHost, permitted, lookup.Token).ConfigureAwait(false);
        }
        catch (SocketException)
        {
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
        }
    }

    /// <summary>The non-public spaces that a host is in; none when it is public or does not resolve.</summary>
    public static async ValueTask<AddressSpaces> SpacesOfAsync(string host, CancellationToken cancellationToken)
    {
        try
        {
            var addresses = await ResolveAsync(host, AddressSpaces.All, cancellationToken).ConfigureAwait(false);
            return addresses.Aggregate(AddressSpaces.None, (spaces, address) => spaces | AddressSpace.Of(address));
        }
        catch (SocketException)
        {
            return AddressSpaces.None;
        }
    }

    // Where a proxy connects, it is the proxy that knows these names, and whoever resolves names here need not (RFC 6761 §6.3).
    private static bool IsLoopback(string name) =>
        LoopbackNames.Contains(name) || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);

    private static void Ensure(string host, IPAddress address, AddressSpaces permitted)
    {
        var space = AddressSpace.Of(address);
        if ((space & ~permitted) != AddressSpaces.None)
        {
            throw new RefusedRequestException(
                Refusal.Address,
                $"The URL leads to {(host.Trim('[', ']') == address.ToString() ? host : $"{host} ({address})")}, a {NameOf(space)} address, and "
                    + $"was not asked for by the vendor's base URL. " +
                "Allow private addresses (--allow-private-addresses) if this vendor really keeps its files there.");
        }
    }

    private static string NameOf(AddressSpaces space) => space == AddressSpaces.LinkLocal ? "link-local" : space.ToString().ToLowerInvariant();
}
