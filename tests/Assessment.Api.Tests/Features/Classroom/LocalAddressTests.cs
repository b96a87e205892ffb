using System.Net;
using Assessment.Api.Features.Classroom;

namespace Assessment.Api.Tests.Features.Classroom;

/// <summary>Which address of a laptop the room is told.</summary>
public sealed class LocalAddressTests
{
    [Test]
    public void The_private_address_that_has_a_gateway_is_told_first()
    {
        var ranked = LocalAddress.Ranked(
        [
            Of("172.17.0.1", "docker0"), Of("8.8.4.4", "wwan0", gateway: true), Of("fd00::17", "wlan0", gateway: true),
            Of("192.168.137.1", "hotspot"), Of("192.168.17.4", "wlan0", gateway: true), Of("2001:db8::4", "wlan0", gateway: true),
        ]);
        ranked.Select(one => one.Address.ToString()).Should().Equal("192.168.17.4", "fd00::17", "172.17.0.1", "192.168.137.1", "8.8.4.4", "2001:db8::4");
    }

    // RFC 1918 and RFC 4193.
    [TestCase("10.0.0.1", true), TestCase("11.0.0.1", false), TestCase("172.15.0.1", false), TestCase("172.16.0.1", true), TestCase("172.31.9.9", true)]
    [TestCase("172.32.0.1", false), TestCase("192.168.0.1", true), TestCase("192.169.0.1", false), TestCase("fd12::1", true), TestCase("2001:db8::1", false)]
    public void Private_ranges_are_known(string address, bool isPrivate) => Of(address, "n").IsPrivate.Should().Be(isPrivate);

    [Test]
    public void This_machine_has_no_loopback_and_no_self_assigned_address_among_its_own() =>
        LocalAddress.OfMachine().Should().OnlyContain(one => !IPAddress.IsLoopback(one.Address) && !one.Address.IsIPv6LinkLocal && !one.Address.ToString().StartsWith("169.254."));

    private static LocalAddress Of(string address, string network, bool gateway = false) => new(IPAddress.Parse(address), network, gateway);
}
