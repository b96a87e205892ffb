using Assessment.Api.Features.Agencies;
using Assessment.Api.Features.Courses;
using Assessment.Api.Features.Layout;
using Assessment.Api.Hosting;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.People;
using Assessment.Interchange.Rosters;
using Microsoft.AspNetCore.Mvc;

namespace Assessment.Api.Features.Deliveries;

/// <summary>A new class with its course and people on one page; after saving, the slips to print.</summary>
[StaffPage(Role.Trainer, Role.AgencyAdmin), Upload]
public sealed class NewClassModel : UseCasePage
{
    /// <summary>Id of the class to be, made with the page: a form that is sent twice makes one class.</summary>
    [BindProperty]
    public Guid DeliveryId { get; set; }

    /// <summary>The course; null for a new one.</summary>
    [BindProperty]
    public Guid? Course { get; set; }

    [BindProperty]
    public string? CourseTitle { get; set; }

    [BindProperty]
    public string? Provider { get; set; }

    [BindProperty]
    public decimal? Hours { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public DateOnly? StartsOn { get; set; }

    [BindProperty]
    public DateOnly? EndsOn { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    public RosterForm Roster { get; set; } = new();

    public IReadOnlyList<CourseRow> Courses { get; private set; } = [];

    /// <summary>Slips of the class that was saved; null before.</summary>
    public IReadOnlyList<Slip>? Slips { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        DeliveryId = Secret.NewId();
        var agency = await LoadAsync(stop);
        Provider = agency.Name;
        Course = Courses is [var first, ..] ? first.CourseId : null;
        StartsOn = EndsOn = AgencyDay.Of(agency, Clock.GetUtcNow());
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var roster = await Roster.ReadAsync(stop);
        if (roster.IsRefused) Refuse(roster.Refusal!);
        if (Course is null && CourseFault() is { } fault) Refuse(fault);
        var request = new AddDelivery.Request(Course ?? Guid.Empty, Title?.Trim() ?? "", StartsOn ?? default, EndsOn ?? default, Place?.Trim(), null, null, null);
        if (StartsOn is null) ModelState.AddModelError(nameof(StartsOn), Text["The first day is missing."]);
        if (EndsOn is null || EndsOn < StartsOn) ModelState.AddModelError(nameof(EndsOn), Text["The last day is the first or later."]);
        if (Keeps(request) && Problem is null) return await SaveAsync(request, roster.Value, stop);
        await LoadAsync(stop);
        return Page();
    }

    private async Task<IActionResult> SaveAsync(AddDelivery.Request request, IReadOnlyList<RosterLine> roster, CancellationToken stop)
    {
        var saved = await AddClass.SaveAsync(new AddClass.Request(DeliveryId, Course is null ? NewCourse : null, request, roster), Staff, Database, Clock.GetUtcNow(), stop);
        if (saved.Refusal?.Code == Refusals.AlreadyThere) return LocalRedirect($"/classes/{DeliveryId}");
        if (saved.IsRefused)
        {
            Refuse(saved.Refusal!);
            await LoadAsync(stop);
        }
        else
        {
            Slips = saved.Value;
        }

        return Page();
    }

    private AddCourse.Request NewCourse => new(CourseTitle?.Trim() ?? "", Provider?.Trim() ?? "", (int)Math.Clamp(Math.Round((Hours ?? 0) * 60), 0, 1_000_000));

    /// <summary>What is wrong with the new course stands beside its fields; a refusal when it contradicts itself.</summary>
    private Refusal? CourseFault()
    {
        foreach (var (field, faults) in BodyRules.Faults(NewCourse) ?? new Dictionary<string, string[]>())
        {
            ModelState.AddModelError(field switch { "title" => nameof(CourseTitle), "minutes" => nameof(Hours), _ => nameof(Provider) }, field == "minutes" ? Text["How long the course is, in hours."] : FaultOf(NewCourse, field, faults[0]));
        }

        return AddCourse.Fault(NewCourse);
    }

    /// <summary>The agency's own courses, then those of others that follow a curriculum.</summary>
    private async Task<AgencyRow> LoadAsync(CancellationToken stop)
    {
        var (agency, courses) = await Database.ReadAsync(
            async session => ((await new AgencyStore(session).Find(Staff.AgencyId))!, await new CourseStore(session).List()), stop);
        Courses =
        [
            .. courses.Where(course => course.OwnerAgencyId == Staff.AgencyId || course.CurriculumNo is not null)
                .OrderByDescending(course => course.OwnerAgencyId == Staff.AgencyId).ThenBy(course => course.Title, StringComparer.Ordinal),
        ];
        return agency;
    }
}
