using System.Globalization;
using Assessment.Api.Features.Attempts;
using Assessment.Api.Features.Classroom;
using Assessment.Api.Hosting;
using Assessment.Api.Security;
using Assessment.Domain;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Assessment.Api.Features.Administrations;

/// <summary>The room while a test runs: a live tile for each seat, and what a trainer does with one tap.</summary>
[StaffPage(Role.Trainer, Role.AgencyAdmin), Upload]
public sealed class RoomModel : RoomPage
{
    /// <summary>Minutes that one tap gives.</summary>
    public const int ExtraMinutes = 10, ReopenMinutes = 15;

    /// <summary>Number of the seat that a tap is about.</summary>
    [BindProperty]
    public int Number { get; set; }

    /// <summary>When the seat's time was up as the tile showed it.</summary>
    [BindProperty]
    public string? Ends { get; set; }

    /// <summary>What a tap has done.</summary>
    public string? Done { get; private set; }

    /// <summary>A code that carries the seat's attempt to another device, shown this once.</summary>
    public string? MoveCode { get; private set; }

    public CheckedRoom Check { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await LoadAsync(stop) ? await ShowAsync(stop) : NotFound();

    public async Task<IActionResult> OnGetFeedAsync(CancellationToken stop) =>
        await LoadAsync(stop) ? RoomNews.Stream(Part<SeatFeed>(), Administration, Zone, Text, stop) : NotFound();

    public async Task<IActionResult> OnPostStartAsync(CancellationToken stop)
    {
        if (!await LoadAsync(stop)) return NotFound();
        return Took(await StartAdministration.Handle(AdministrationId, Staff, Database, Clock, stop)) ? LocalRedirect($"/rooms/{AdministrationId}") : await ShowAsync(stop);
    }

    public Task<IActionResult> OnPostExtraAsync(CancellationToken stop) => TapAsync(GiveExtraAsync, stop);

    public Task<IActionResult> OnPostReopenAsync(CancellationToken stop) => TapAsync(ReopenAsync, stop);

    public Task<IActionResult> OnPostMoveAsync(CancellationToken stop) => TapAsync(MoveAsync, stop);

    public async Task<IActionResult> OnPostHandoverAsync(IFormFile? file, CancellationToken stop)
    {
        if (!await LoadAsync(stop)) return NotFound();
        var bytes = file is null ? [] : await Upload.ReadAsync(file, stop);
        var taken = await Part<Handovers>().TakeAsync(Staff, AdministrationId, bytes, stop);
        if (taken.IsRefused)
        {
            Refuse(taken.Refusal!);
        }
        else
        {
            await LoadAsync(stop);
            Done = Taken(taken.Value);
        }

        return await ShowAsync(stop);
    }

    public async Task<IActionResult> OnPostOpenAgainAsync(CancellationToken stop)
    {
        if (!await LoadAsync(stop)) return NotFound();
        if (Ended) Took(await SetTimes.Handle(AdministrationId, new SetTimes.Request(null, null), Staff, Database, Clock, stop));
        return Problem is null ? LocalRedirect($"/rooms/{AdministrationId}") : await ShowAsync(stop);
    }

    private async Task<IActionResult> TapAsync(Func<Seat, CancellationToken, Task> tap, CancellationToken stop)
    {
        if (!await LoadAsync(stop)) return NotFound();
        if (Seats.FirstOrDefault(one => one.Number == Number) is not { AttemptId: not null } seat)
        {
            Refuse(Refusals.NotFound.Because("Nobody has joined at this number yet."));
        }
        else
        {
            await tap(seat, stop);
            await LoadAsync(stop);
        }

        ModelState.Clear();
        return await ShowAsync(stop);
    }

    /// <summary>A tap that was repeated finds another end than the tile showed, and gives nothing more.</summary>
    private async Task GiveExtraAsync(Seat seat, CancellationToken stop)
    {
        if (seat.EndsAt is { } end && end.ToString("O", CultureInfo.InvariantCulture) != Ends)
        {
            Done = Text["Number {0} has until {1}. Nothing was added now.", Number, Tile.Time(end, Zone)];
        }
        else if (Took(await GiveExtraTime.Handle(seat.AttemptId!.Value, new GiveExtraTime.Request(ExtraMinutes), Staff, Database, Clock, stop), out GiveExtraTime.Answer given))
        {
            Done = Text["Number {0} has until {1}.", Number, Tile.Time(given.EndsAt, Zone)];
        }
    }

    private async Task ReopenAsync(Seat seat, CancellationToken stop)
    {
        if (!Tile.IsIn(seat))
        {
            Done = Text["Number {0} is open.", Number];
        }
        else if (Took(await ReopenAttempt.Handle(seat.AttemptId!.Value, new ReopenAttempt.Request(ReopenMinutes), Staff, Database, Clock, stop), out ReopenAttempt.Answer reopened))
        {
            Done = Text["Number {0} is open again until {1}, on the same device.", Number, Tile.Time(reopened.EndsAt, Zone)];
        }
    }

    private async Task MoveAsync(Seat seat, CancellationToken stop)
    {
        var options = Part<IOptions<AttemptOptions>>();
        if (Took(await MoveAttempt.Handle(seat.AttemptId!.Value, Staff, Database, Clock, options, stop), out MoveAttempt.Answer moved))
        {
            MoveCode = moved.MoveCode;
            Done = Text["Number {0} goes on with this code and the code of the slip on any other device, until {1}:", Number, Tile.Time(moved.ExpiresAt, Zone)];
        }
    }

    private string Taken(TakeHandover.Answer taken)
    {
        var number = Seats.FirstOrDefault(seat => seat.AttemptId == taken.AttemptId)?.Number;
        var refused = string.Join(" ", taken.Refused.Select(one => Text["{0} not taken: {1}.", one.Answers, Text[one.Title]]));
        return $"{Text["Number {0}: {1} answers of the file are on the server.", number!, taken.Saved + taken.Superseded]} {refused}".TrimEnd();
    }

    private async Task<IActionResult> ShowAsync(CancellationToken stop)
    {
        Check = await Part<RoomCheck>().RunAsync(Request, Staff.AgencyId, stop);
        return Page();
    }
}
