using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Assessment.Api.Features.Layout;
using Assessment.Data;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Localization;

namespace Assessment.Api.Features.Classroom;

/// <summary>A line of the system check.</summary>
/// <param name="State">ok, warn or bad.</param>
/// <param name="Text">One sentence or two.</param>
public sealed record CheckLine(string State, string Text);

/// <summary>What the system check found.</summary>
/// <param name="Lines">Storage, disk and address.</param>
/// <param name="ServerTime">The server's clock, to hold beside the browser's.</param>
/// <param name="Address">Where devices reach the service.</param>
public sealed record CheckedRoom(IReadOnlyList<CheckLine> Lines, DateTimeOffset ServerTime, RoomAddress Address);

/// <summary>Before a class: does the database keep what it is given, is there room, does the room reach the service?</summary>
internal sealed class RoomCheck(Database database, TimeProvider clock, IServer server, ClassroomBox box, IStringLocalizer<StaffTexts> texts)
{
    private const long Mebibyte = 1024 * 1024, Little = 500 * Mebibyte, TooLittle = 50 * Mebibyte;

    /// <summary>Writes a number to the database as an answer is written, and looks at disk and network.</summary>
    public async Task<CheckedRoom> RunAsync(HttpRequest request, int agencyId, CancellationToken stop)
    {
        var address = AddressOf(request);
        var storage = StorageLine(await TroubleAsync(agencyId, stop), texts);
        return new CheckedRoom(
            [storage, .. database.Folder is { } folder ? [DiskLine(new DriveInfo(folder).AvailableFreeSpace, texts)] : Array.Empty<CheckLine>(), AddressLine(address, texts)],
            clock.GetUtcNow(),
            address);
    }

    /// <summary>Where devices in the room reach the service; a classroom box was told at its start.</summary>
    public RoomAddress AddressOf(HttpRequest request) => box.Address is { } told
        ? new RoomAddress(told.GetLeftPart(UriPartial.Authority), [], false)
        : RoomAddress.Of(request.Scheme, request.Host.Value!, server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [], OwnAddresses());

    private static List<IPAddress> OwnAddresses() =>
        [.. LocalAddress.OfMachine().Select(one => one.Address).Where(address => address.AddressFamily == AddressFamily.InterNetwork)];

    internal static CheckLine StorageLine(StorageTrouble trouble, IStringLocalizer texts) => trouble switch
    {
        StorageTrouble.None => new("ok", texts["Answers can be saved: the database kept a trial entry."]),
        StorageTrouble.Full => new("bad", texts["The server's disk is full; answers would not be kept. Make room first."]),
        _ => new("bad", texts["Another program holds the database; answers would have to wait. Close that program."]),
    };

    internal static CheckLine DiskLine(long free, IStringLocalizer texts) => free switch
    {
        < TooLittle => new("bad", texts["Only {0} free on the server's disk. Make room first.", Amount(free)]),
        < Little => new("warn", texts["{0} free on the server's disk: enough for this class, little for the next ones.", Amount(free)]),
        _ => new("ok", texts["{0} free on the server's disk.", Amount(free)]),
    };

    internal static CheckLine AddressLine(RoomAddress address, IStringLocalizer texts) => address.OnlyThisComputer
        ? new("bad", texts["Only this computer reaches the service, no phone in the room. Start it on an address of the network (option --urls of serve, docs/operating.md)."])
        : new("ok", texts["Devices reach the service at {0}. Try it with your own phone: it must be in the same network.", address.Join]);

    private static string Amount(long bytes) => bytes >= 1024 * Mebibyte
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024 * Mebibyte)} GiB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / Mebibyte} MiB");

    private async Task<StorageTrouble> TroubleAsync(int agencyId, CancellationToken stop)
    {
        try
        {
            await database.WriteAsync(session => session.NextNumber(agencyId, "room_check"), stop);
            return StorageTrouble.None;
        }
        catch (Exception exception) when (Dialect.TroubleOf(exception) != StorageTrouble.None)
        {
            return Dialect.TroubleOf(exception);
        }
    }
}
