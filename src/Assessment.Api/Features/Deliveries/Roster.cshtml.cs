using Assessment.Api.Features.Layout;
using Assessment.Api.Hosting;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Mvc;

namespace Assessment.Api.Features.Deliveries;

/// <summary>The people of a class: who has which number, people who come late, new slips for lost ones and for follow-ups.</summary>
[StaffPage(Role.Trainer, Role.AgencyAdmin), Upload]
public sealed class RosterModel : UseCasePage
{
    [BindProperty(SupportsGet = true)]
    public Guid DeliveryId { get; set; }

    [BindProperty]
    public RosterForm Roster { get; set; } = new();

    /// <summary>Numbers whose slips are made anew; empty for all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Numbers { get; set; }

    /// <summary>How many people the page showed.</summary>
    [BindProperty]
    public int OnRoster { get; set; }

    public string Title { get; private set; } = "";

    internal IReadOnlyList<ShowRoster.Person> People { get; private set; } = [];

    public IReadOnlyList<Slip>? Slips { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken stop) => ShowAsync(stop);

    public async Task<IActionResult> OnPostAddAsync(CancellationToken stop)
    {
        var lines = await Roster.ReadAsync(stop);
        var added = lines.IsRefused
            ? lines.Refusal!
            : await Database.WriteAsync(session => AddClass.AddPeopleAsync(session, DeliveryId, OnRoster, lines.Value, Staff, Clock.GetUtcNow()), stop);
        if (added.IsRefused) Refuse(added.Refusal!);
        else Slips = added.Value;
        return await ShowAsync(stop);
    }

    public async Task<IActionResult> OnPostSlipsAsync(CancellationToken stop)
    {
        if (!Took(await ShowRoster.Handle(DeliveryId, Staff, Database, Clock, stop), out ShowRoster.Answer roster)) return NotFound();
        var present = roster.People.Where(person => !person.Left).ToDictionary(person => person.Number);
        if (SeatNumbers.Read(Numbers, roster.People.Count) is not { } numbers || numbers.Where(present.ContainsKey).ToList() is not { Count: > 0 and <= 500 } chosen)
        {
            Refuse(Refusals.RequestContradicts.Because("Write numbers of this class, up to 500 at once, such as 3, 7-9; or leave the field empty for everybody."));
            return await ShowAsync(stop);
        }

        var request = new ReissueSlips.Request([.. chosen.Select(number => present[number].ParticipantId)]);
        if (Took(await ReissueSlips.Handle(DeliveryId, request, Staff, Database, Clock, stop), out ReissueSlips.Answer made))
        {
            Slips = [.. made.Slips.Select(slip => new Slip(slip.Number, present[slip.Number].Name, slip.Token))];
        }

        return await ShowAsync(stop);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken stop)
    {
        if (await Database.ReadAsync(session => new DeliveryStore(session).Find(Staff.AgencyId, DeliveryId), stop) is not { } delivery) return NotFound();
        Title = delivery.Title;
        if (Slips is null && await ShowRoster.Handle(DeliveryId, Staff, Database, Clock, stop) is { Result: IValueHttpResult<ShowRoster.Answer> { Value: { } roster } })
        {
            People = roster.People;
            ModelState.Remove(nameof(OnRoster));
            OnRoster = People.Count;
        }

        return Page();
    }
}
