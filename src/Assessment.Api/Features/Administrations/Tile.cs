using System.Globalization;

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
    public static Tile Of(Seat seat, TimeZoneInfo zone)
    {
        var answered = $"{seat.Answered} of {seat.Items} answered";
        var until = seat.EndsAt is { } end ? $", until {Time(end, zone)}" : "";
        var ends = seat.EndsAt?.ToString("O", CultureInfo.InvariantCulture) ?? "";
        return seat switch
        {
            { State: Seat.NotJoined } => new(seat.Number, Seat.NotJoined, "–", "Not joined", "", ""),
            { Waits: true } => new(seat.Number, Seat.Working, "○", "Joined", "", ""),
            { SilentSince: { } since } => new(seat.Number, "silent", "!", $"{(seat.SaysHere ? "Away or offline" : "Offline or idle")} since {Time(since, zone)}", answered + until, ends),
            { State: Seat.Working } => new(seat.Number, Seat.Working, "▸", "Working", answered + until, ends),
            { State: Seat.TimeUp } => new(seat.Number, Seat.TimeUp, "■", "Time was up", answered, ends),
            _ => new(seat.Number, Seat.Submitted, "✓", "Done", "", ends),
        };
    }

    /// <summary>"12 of 30 joined, 4 done."</summary>
    public static string Summary(IReadOnlyList<Seat> seats) =>
        $"{seats.Count(seat => seat.State != Seat.NotJoined)} of {seats.Count} joined, {seats.Count(IsIn)} done.";

    /// <summary>Whether the seat's attempt is handed in.</summary>
    public static bool IsIn(Seat seat) => seat.State is Seat.Submitted or Seat.TimeUp;

    /// <summary>Hours and minutes in a zone.</summary>
    public static string Time(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).ToString("HH:mm", CultureInfo.InvariantCulture);
}
