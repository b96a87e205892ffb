using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Assessment.Api.Features.Classroom;

/// <summary>An address of this machine that other devices may reach.</summary>
/// <param name="Address">IPv4, or IPv6 that is not link-local.</param>
/// <param name="Network">Name of the network interface.</param>
/// <param name="HasGateway">The interface knows a way out of its network.</param>
internal sealed record LocalAddress(IPAddress Address, string Network, bool HasGateway)
{
    /// <summary>In a private range: 10/8, 172.16/12, 192.168/16 (RFC 1918), fc00::/7 (RFC 4193).</summary>
    public bool IsPrivate => Address.AddressFamily == AddressFamily.InterNetworkV6
        ? Address.IsIPv6UniqueLocal
        : Address.GetAddressBytes() is [10, ..] or [172, >= 16 and <= 31, ..] or [192, 168, ..];

    /// <summary>
    /// The addresses in the order in which a room will reach this machine by them: private before public, with a gateway before
    /// without (a hotspot of this machine has none), IPv4 before IPv6, which phones cannot always take from a hotspot.
    /// </summary>
    public static IReadOnlyList<LocalAddress> Ranked(IEnumerable<LocalAddress> addresses) =>
    [
        .. addresses.OrderByDescending(one => one.IsPrivate)
            .ThenByDescending(one => one.HasGateway)
            .ThenBy(one => one.Address.AddressFamily == AddressFamily.InterNetworkV6)
            .ThenBy(one => one.Network, StringComparer.Ordinal)
            .ThenBy(one => one.Address.ToString(), StringComparer.Ordinal),
    ];

    /// <summary>Those of this machine now, the best one first.</summary>
    public static IReadOnlyList<LocalAddress> OfMachine() => Ranked(
        from network in NetworkInterface.GetAllNetworkInterfaces()
        where network.OperationalStatus == OperationalStatus.Up && network.NetworkInterfaceType != NetworkInterfaceType.Loopback
        let properties = network.GetIPProperties()
        let gateways = properties.GatewayAddresses.Select(gateway => gateway.Address).ToList()
        from unicast in properties.UnicastAddresses
        where !IPAddress.IsLoopback(unicast.Address) && !unicast.Address.IsIPv6LinkLocal && !IsSelfAssigned(unicast.Address)
        select new LocalAddress(
            unicast.Address, network.Name,
            gateways.Any(gateway => gateway.AddressFamily == unicast.Address.AddressFamily && !gateway.Equals(IPAddress.Any) && !gateway.Equals(IPAddress.IPv6Any))));

    /// <summary>169.254/16 (RFC 3927): the machine found no network.</summary>
    private static bool IsSelfAssigned(IPAddress address) => address.AddressFamily == AddressFamily.InterNetwork && address.GetAddressBytes() is [169, 254, ..];
}
