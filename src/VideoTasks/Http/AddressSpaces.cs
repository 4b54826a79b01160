using System.Net;
using System.Net.Sockets;

namespace VideoTasks.Http;

/// <summary>The kinds of address that are not the public internet.</summary>
[Flags]
internal enum AddressSpaces
{
    /// <summary>Public addresses only.</summary>
    None = 0,

    /// <summary>127.0.0.0/8 and ::1.</summary>
    Loopback = 1,

    /// <summary>RFC 1918, carrier-grade NAT, unique and site local.</summary>
    Private = 2,

    /// <summary>169.254.0.0/16 and fe80::/10, where clouds keep their metadata services.</summary>
    LinkLocal = 4,

    /// <summary>Multicast, unspecified, documentation and other reserved ranges.</summary>
    Reserved = 8,

    /// <summary>Any address.</summary>
    All = Loopback | Private | LinkLocal | Reserved,
}

internal static class AddressSpace
{
    private static readonly (IPNetwork Network, AddressSpaces Space)[] Ranges =
    [
        (IPNetwork.Parse("127.0.0.0/8"), AddressSpaces.Loopback),
        (IPNetwork.Parse("::1/128"), AddressSpaces.Loopback),
        (IPNetwork.Parse("10.0.0.0/8"), AddressSpaces.Private),
        (IPNetwork.Parse("172.16.0.0/12"), AddressSpaces.Private),
        (IPNetwork.Parse("192.168.0.0/16"), AddressSpaces.Private),
        (IPNetwork.Parse("100.64.0.0/10"), AddressSpaces.Private),
        (IPNetwork.Parse("fc00::/7"), AddressSpaces.Private),
        (IPNetwork.Parse("fec0::/10"), AddressSpaces.Private),
        (IPNetwork.Parse("169.254.0.0/16"), AddressSpaces.LinkLocal),
        (IPNetwork.Parse("fe80::/10"), AddressSpaces.LinkLocal),
        (IPNetwork.Parse("0.0.0.0/8"), AddressSpaces.Reserved),
        (IPNetwork.Parse("192.0.0.0/24"), AddressSpaces.Reserved),
        (IPNetwork.Parse("192.0.2.0/24"), AddressSpaces.Reserved),
        (IPNetwork.Parse("192.88.99.0/24"), AddressSpaces.Reserved),
        (IPNetwork.Parse("198.18.0.0/15"), AddressSpaces.Reserved),
        (IPNetwork.Parse("198.51.100.0/24"), AddressSpaces.Reserved),
        (IPNetwork.Parse("203.0.113.0/24"), AddressSpaces.Reserved),
        (IPNetwork.Parse("224.0.0.0/3"), AddressSpaces.Reserved),
        (IPNetwork.Parse("::/96"), AddressSpaces.Reserved),
        (IPNetwork.Parse("100::/64"), AddressSpaces.Reserved),
        (IPNetwork.Parse("64:ff9b:1::/48"), AddressSpaces.Private),
        (IPNetwork.Parse("2001:db8::/32"), AddressSpaces.Reserved),
        (IPNetwork.Parse("3fff::/20"), AddressSpaces.Reserved),
        (IPNetwork.Parse("ff00::/8"), AddressSpaces.Reserved),
    ];

    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork Translated = IPNetwork.Parse("::ffff:0:0:0/96");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");
    private static readonly IPNetwork Compatible = IPNetwork.Parse("::/96");
    private static readonly IPNetwork Teredo = IPNetwork.Parse("2001::/32");

    /// <summary>The space of an address; <see cref="AddressSpaces.None"/> when it is public. IPv4 inside IPv6 counts as that IPv4.</summary>
    public static AddressSpaces Of(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            // The scope id is no part of the address, and networks don't contain scoped addresses.
            address = new IPAddress(address.GetAddressBytes());
            if (EmbeddedIPv4(address) is { } embedded)
            {
                return Of(embedded);
            }
        }

        foreach (var (network, space) in Ranges)
        {
            if (network.Contains(address))
            {
                return space;
            }
        }

        return AddressSpaces.None;
    }

    private static IPAddress? EmbeddedIPv4(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        var bytes = address.GetAddressBytes();
        if (SixToFour.Contains(address))
        {
            return new IPAddress(bytes.AsSpan(2, 4));
        }

        if (Teredo.Contains(address))
        {
            return new IPAddress([(byte)~bytes[12], (byte)~bytes[13], (byte)~bytes[14], (byte)~bytes[15]]);
        }

        var isUnspecifiedOrLoopback = address.Equals(IPAddress.IPv6Any) || address.Equals(IPAddress.IPv6Loopback);
        return Nat64.Contains(address)
            || Translated.Contains(address)
            || (Compatible.Contains(address) && !isUnspecifiedOrLoopback) ? new IPAddress(bytes.AsSpan(12, 4)) : null;
    }
}
