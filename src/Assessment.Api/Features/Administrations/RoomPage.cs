using Assessment.Api.Features.Attempts;
using Assessment.Api.Features.Layout;
using Assessment.Data;
using Assessment.Domain.Delivery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Assessment.Api.Features.Administrations;

/// <summary>A page about one room: an administration, its class and its seats. Another agency's room is not found.</summary>
public abstract class RoomPage : UseCasePage
{
    [BindProperty(SupportsGet = true)]
    public Guid AdministrationId { get; set; }

    public AdministrationRow Administration { get; private set; } = null!;

    public DeliveryRow Delivery { get; private set; } = null!;

    public InstrumentRow Instrument { get; private set; } = null!;

    internal IReadOnlyList<Seat> Seats { get; private set; } = [];

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public bool Ended => Administration.HasEnded(Clock.GetUtcNow());

    public string WaveTitle => Text[Wave.TitleOf(Administration.Wave)];

    internal string Summary => Tile.Summary(Seats, Text);

    /// <summary>Numbers of those who have begun and not handed in.</summary>
    public IReadOnlyList<int> Working => [.. Seats.Where(seat => seat.State == Seat.Working).Select(seat => seat.Number)];

    internal IEnumerable<Tile> Tiles => Seats.Select(seat => Tile.Of(seat, Zone, Text));

    /// <summary>False when this agency has no such room.</summary>
    private protected Task<bool> LoadAsync(CancellationToken stop)
    {
        var silentBefore = Part<IOptions<AttemptOptions>>().Value.SilentBefore(Clock.GetUtcNow());
        return Database.ReadAsync(
            async session =>
            {
                if (await new AdministrationStore(session).Find(Staff.AgencyId, AdministrationId) is not { } administration) return false;
                Administration = administration;
                Delivery = await new DeliveryStore(session).Find(Staff.AgencyId, administration.DeliveryNo);
                Instrument = (await new InstrumentStore(session).Find(administration.InstrumentNo))!;
                Seats = await ShowSeats.ListAsync(session, administration, silentBefore, Part<Presence>());
                Zone = TimeZoneInfo.FindSystemTimeZoneById((await new AgencyStore(session).Find(Staff.AgencyId))!.TimeZone);
                return true;
            },
            stop);
    }
}
