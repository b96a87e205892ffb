using Assessment.Api.Features.Administrations;
using Assessment.Api.Features.Agencies;
using Assessment.Api.Features.Classroom;
using Assessment.Api.Features.Layout;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.Delivery;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Mvc;

namespace Assessment.Api.Features.Deliveries;

/// <summary>A class: its plan from pre-test to the last follow-up, with what to give proposed, and the check of the room.</summary>
[StaffPage(Role.Trainer, Role.AgencyAdmin)]
public sealed class ClassModel : UseCasePage
{
    [BindProperty(SupportsGet = true)]
    public Guid DeliveryId { get; set; }

    [BindProperty]
    public string? Wave { get; set; }

    /// <summary>Key of the proposal that was chosen.</summary>
    [BindProperty]
    public string? Instrument { get; set; }

    /// <summary>Forms chosen, of this instrument and of others; those of others do not count.</summary>
    [BindProperty]
    public IReadOnlyList<Guid> Forms { get; set; } = [];

    [BindProperty]
    public int? LimitMinutes { get; set; }

    [BindProperty]
    public int? DoorMinutes { get; set; }

    /// <summary>Each person begins on joining; else people wait until the trainer starts the test in the room.</summary>
    [BindProperty]
    public bool AtOnce { get; set; }

    public ClassPlan Plan { get; private set; } = null!;

    public CheckedRoom Check { get; private set; } = null!;

    /// <summary>Numbers of people who have not handed a follow-up in, by wave, for waves that are due today.</summary>
    public IReadOnlyDictionary<string, string> Due { get; private set; } = new Dictionary<string, string>();

    public DateTimeOffset Now => Clock.GetUtcNow();

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await LoadAsync(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostOpenAsync(CancellationToken stop)
    {
        if (!await LoadAsync(stop)) return NotFound();
        var wave = Plan.Waves.FirstOrDefault(one => one.Wave.Code == Wave);
        if (wave?.Given.FirstOrDefault(given => Instrument?.StartsWith($"{given.Instrument.InstrumentId:N}.", StringComparison.Ordinal) == true) is { } open)
        {
            return LocalRedirect($"/rooms/{open.Administration.AdministrationId}");
        }

        var forms = wave?.Proposals.FirstOrDefault(one => one.Key == Instrument)?.Forms.Select(form => form.FormId).Intersect(Forms).ToList();
        if (forms is not { Count: > 0 and <= 8 } || LimitMinutes is < 1 or > 1440 || DoorMinutes is < 1 or > 1440 || !ModelState.IsValid)
        {
            Refuse(Refusals.RequestContradicts.Because("Choose an instrument with one of its forms; minutes are whole numbers from 1 to 1440, or left empty."));
            return Page();
        }

        var request = new OpenAdministration.Request(
            Wave!, forms, TimeLimitMinutes: LimitMinutes, DoorClosesAt: DoorMinutes is { } minutes ? Now.AddMinutes(minutes) : null,
            Held: !AtOnce && HeldStart.MayHold(wave!.Wave.FromMonth));
        return Took(await OpenAdministration.Handle(DeliveryId, request, Staff, Database, Clock, stop), out OpenAdministration.Answer opened)
            ? LocalRedirect($"/rooms/{opened.AdministrationId}")
            : Page();
    }

    private async Task<bool> LoadAsync(CancellationToken stop)
    {
        var plan = await Database.ReadAsync(
            async session => await new DeliveryStore(session).Find(Staff.AgencyId, DeliveryId) is { } delivery
                ? await ClassPlan.ReadAsync(session, delivery, AgencyDay.Of((await new AgencyStore(session).Find(Staff.AgencyId))!, Now))
                : null,
            stop);
        if (plan is null) return false;
        Plan = plan;
        Check = await Part<RoomCheck>().RunAsync(Request, Staff.AgencyId, stop);
        if (await ShowDue.Handle(null, Staff, Database, Clock, stop) is { Result: IValueHttpResult<ShowDue.Answer> { Value: { } due } })
        {
            Due = due.Classes.Where(one => one.DeliveryId == DeliveryId).ToDictionary(one => one.Wave, one => string.Join(", ", one.Due.Select(person => person.Number)));
        }

        return true;
    }
}
