using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Assessment.Api.Features.Administrations;

/// <summary>A seat in words, as the room's page and its script show it. Pure.</summary>
/// <param name="Number">The number on the slip.</param>
/// <param name="State">not-joined, working, silent, time-up or submitted; decides colour and edge.</param>
/// <param name="Mark">A sign beside the colour.</param>
/// <param name="Word">The state in words.</param>
/// <param name="Detail">How far the person is; empty when there is nothing to say.</param>
/// <param name="Ends">When its time is up, ISO 8601; empty without a limit. A form sends it back, so that extra time is not given twice.</param>
internal sealed record Tile(int Number, string State, string Mark, string Word, string Detail, string Ends)
{
    public static Tile Of(Seat seat, TimeZoneInfo zone, IStringLocalizer texts)
    {
        string answered = texts["{0} of {1} answered", seat.Answered, seat.Items];
        string until = seat.EndsAt is { } end ? texts["{0}, until {1}", answered, Time(end, zone)] : answered;
        var ends = seat.EndsAt?.ToString("O", CultureInfo.InvariantCulture) ?? "";
        return seat switch
        {
            { State: Seat.NotJoined } => new(seat.Number, Seat.NotJoined, "–", texts["Not joined"], "", ""),
            { Waits: true } => new(seat.Number, Seat.Working, "○", texts["Joined"], "", ""),
            { SilentSince: { } since } => new(seat.Number, "silent", "!", texts[seat.SaysHere ? "Away or offline since {0}" : "Offline or idle since {0}", Time(since, zone)], until, ends),
            { State: Seat.Working } => new(seat.Number, Seat.Working, "▸", texts["Working"], until, ends),
            { State: Seat.TimeUp } => new(seat.Number, Seat.TimeUp, "■", texts["Time was up"], answered, ends),
            _ => new(seat.Number, Seat.Submitted, "✓", texts["Done"], "", ends),
        };
    }

    /// <summary>"12 of 30 joined, 4 done."</summary>
    public static string Summary(IReadOnlyList<Seat> seats, IStringLocalizer texts) =>
        texts["{0} of {1} joined, {2} done.", seats.Count(seat => seat.State != Seat.NotJoined), seats.Count, seats.Count(IsIn)];

    /// <summary>Whether the seat's attempt is handed in.</summary>
    public static bool IsIn(Seat seat) => seat.State is Seat.Submitted or Seat.TimeUp;

    /// <summary>Hours and minutes in a zone.</summary>
    public static string Time(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).ToString("HH:mm", CultureInfo.InvariantCulture);
}
