using System.Net;
using Assessment.Api.Features.Classroom;
using Assessment.Api.Tests.Features.Layout;

namespace Assessment.Api.Tests.Features.Classroom;

/// <summary>Which address is projected, and what the check of a room says of it.</summary>
public class RoomAddressTests
{
    private static readonly IPAddress[] Own = [IPAddress.Parse("192.168.17.4"), IPAddress.Parse("10.0.0.9")];

    [Test]
    public void The_address_that_led_here_over_a_network_is_projected_the_others_are_listed()
    {
        var address = RoomAddress.Of("https", "box.example", ["http://0.0.0.0:8080"], Own);
        address.Join.Should().Be("https://box.example");
        address.Others.Should().Equal("http://192.168.17.4:8080", "http://10.0.0.9:8080");
        address.OnlyThisComputer.Should().BeFalse();
    }

    [TestCase("http://0.0.0.0:8080"), TestCase("http://[::]:8080"), TestCase("http://*:8080"), TestCase("http://+:8080")]
    public void Asked_on_this_computer_the_first_network_address_is_projected(string listening)
    {
        var address = RoomAddress.Of("http", "localhost:8080", [listening], Own);
        address.Join.Should().Be("http://192.168.17.4:8080");
        address.Others.Should().Equal("http://10.0.0.9:8080");
    }

    [Test]
    public void An_address_named_at_the_start_is_projected() =>
        RoomAddress.Of("http", "127.0.0.1:5080", ["http://127.0.0.1:5080", "http://10.0.0.9:5080"], Own).Join.Should().Be("http://10.0.0.9:5080");

    [TestCase("http://127.0.0.1:5080"), TestCase("http://localhost:5080"), TestCase("http://[::1]:5080")]
    public void Listening_on_this_computer_alone_is_a_fault(string listening)
    {
        var address = RoomAddress.Of("http", "127.0.0.1:5080", [listening], Own);
        address.OnlyThisComputer.Should().BeTrue();
        RoomCheck.AddressLine(address, Words.Texts).State.Should().Be("bad");
        RoomCheck.AddressLine(address with { OnlyThisComputer = false }, Words.Texts).State.Should().Be("ok");
    }

    [Test]
    public void A_machine_without_a_network_reaches_itself_alone() =>
        RoomAddress.Of("http", "127.0.0.1:5080", ["http://0.0.0.0:5080"], []).OnlyThisComputer.Should().BeTrue();

    [TestCase(40L << 20, "bad", "40 MiB"), TestCase(100L << 20, "warn", "100 MiB"), TestCase(3L << 30, "ok", "3 GiB")]
    public void The_disk_is_enough_little_or_too_little(long free, string state, string amount)
    {
        var line = RoomCheck.DiskLine(free, Words.Texts);
        (line.State, line.Text.Contains(amount, StringComparison.Ordinal)).Should().Be((state, true));
    }

    [TestCase(Data.StorageTrouble.None, "ok"), TestCase(Data.StorageTrouble.Full, "bad"), TestCase(Data.StorageTrouble.Busy, "bad")]
    public void A_database_that_does_not_keep_an_entry_is_a_fault(Data.StorageTrouble trouble, string state) =>
        RoomCheck.StorageLine(trouble, Words.Texts).State.Should().Be(state);
}
