using Assessment.Api.Features.Agencies;
using Assessment.Api.Features.Layout;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain.Delivery;
using Assessment.Domain.People;

namespace Assessment.Api.Features.Deliveries;

/// <summary>The agency's classes: what runs now, which follow-ups are due, what comes and what was.</summary>
[StaffPage(Role.Trainer, Role.AgencyAdmin)]
public sealed class ClassesModel : UseCasePage
{
    /// <summary>A test that has not ended.</summary>
    public sealed record RunningTest(Guid AdministrationId, string Class, string Wave, DateOnly OpenedOn);

    public IReadOnlyList<RunningTest> Running { get; private set; } = [];

    internal IReadOnlyList<ShowDue.Class> Due { get; private set; } = [];

    public IReadOnlyList<DeliveryRow> Coming { get; private set; } = [];

    public IReadOnlyList<DeliveryRow> Past { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        if (Took(await ShowDue.Handle(null, Staff, Database, Clock, stop), out ShowDue.Answer due)) Due = due.Classes;
        var today = due.On;
        var (classes, running) = await Database.ReadAsync(
            async session => (await new DeliveryStore(session).List(Staff.AgencyId), await new AdministrationStore(session).Running(Staff.AgencyId, Clock.GetUtcNow())),
            stop);
        var titles = classes.ToDictionary(one => one.DeliveryNo, one => one.Title);
        Running = [.. running.Select(one => new RunningTest(
            one.AdministrationId, titles[one.DeliveryNo], Text[Wave.TitleOf(one.Wave)], DateOnly.FromDateTime(one.OpenedAt.UtcDateTime)))];
        Coming = [.. classes.Where(one => one.EndsOn >= today)];
        Past = [.. classes.Where(one => one.EndsOn < today).Reverse()];
    }
}
