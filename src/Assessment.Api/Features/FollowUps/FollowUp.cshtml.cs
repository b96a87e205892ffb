using Assessment.Api.Features.Attempts;
using Assessment.Api.Features.Layout;
using Assessment.Api.Features.Ratings;
using Assessment.Api.Security;
using Assessment.Domain;
using Assessment.Domain.Delivery;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Mvc;

namespace Assessment.Api.Features.FollowUps;

/// <summary>
/// A rater's checklist about one person of a class at a follow-up wave. A checklist is recorded whole; until then the browser's
/// tab keeps what was chosen.
/// </summary>
[StaffPage(Role.Supervisor, Role.Evaluator)]
public sealed class FollowUpModel : UseCasePage
{
    private FormVersions Forms => Part<FormVersions>();

    internal ListFollowUpWork.Class? Class { get; private set; }

    internal ListFollowUpWork.Answer? Work { get; private set; }

    internal ListFollowUpWork.Checklist? Checklist { get; private set; }

    internal ChecklistView? View { get; private set; }

    /// <summary>Number on the roster, or study code for an evaluator.</summary>
    public string Person { get; private set; } = "";

    /// <summary>Id of the rater without an account for whom it is entered; empty for the own.</summary>
    public string Judge { get; private set; } = "";

    public string WaveTitle => Text[Wave.TitleOf(Class!.Wave)];

    /// <summary>Apart for each person and form too.</summary>
    public override string Draft => base.Draft + Request.QueryString;

    internal static string KeyOf(ListFollowUpWork.Person person) => person.Who.StudyCode ?? $"{person.Who.Number}";

    public Task OnGetAsync(Guid deliveryId, string wave, int? number, Guid? form, CancellationToken stop)
    {
        Person = $"{number}";
        return ShowAsync(deliveryId, wave, form, new Dictionary<string, string>(), stop);
    }

    public async Task<IActionResult> OnPostAsync(Guid deliveryId, string wave, Guid form, string? person, string? judge, CancellationToken stop)
    {
        (Person, Judge) = (person ?? "", judge ?? "");
        var chosen = ChecklistView.Read(Request.Form);
        await ShowAsync(deliveryId, wave, form, chosen, stop);
        return Class is not null && Read(form, chosen) is { } request
            && Took(await RecordFollowUp.Handle(deliveryId, request, Staff, Database, Forms, Clock, stop))
            ? LocalRedirect(RatingListModel.Address + "?saved=true")
            : Page();
    }

    private RecordFollowUp.Request? Read(Guid form, IReadOnlyDictionary<string, string> chosen)
    {
        var about = Class!.People.FirstOrDefault(one => KeyOf(one) == Person);
        var judge = Work!.Judges.FirstOrDefault(one => $"{one.RaterId}" == Judge);
        var fault =
            about is null ? Refusals.NotFound.Because("Choose a person of this class.")
            : judge is null ? Refusals.RoleMissing.Because("Choose who judged.")
            : judge.RaterId is null && about.RecordedAs is not null ? Refusals.AlreadyThere.Because("You recorded this person at this wave already; correct that one instead.")
            : chosen.Count == 0 ? Refusals.RequestContradicts.Because("Judge one indicator or more, then save.")
            : null;
        if (fault is not null)
        {
            Refuse(fault);
            return null;
        }

        var request = new RecordFollowUp.Request(about!.Who.ParticipantId, Class.Wave, form, ChecklistView.Indicated(chosen))
        {
            StudyCode = about.Who.StudyCode, Source = judge!.Source, RaterId = judge.RaterId,
        };
        return Keeps(request) ? request : null;
    }

    private async Task ShowAsync(Guid deliveryId, string wave, Guid? form, IReadOnlyDictionary<string, string> chosen, CancellationToken stop)
    {
        if (!Took(await ListFollowUpWork.Handle(Staff, Database, Clock, stop), out ListFollowUpWork.Answer work)) return;
        Work = work;
        Class = work.Classes.FirstOrDefault(one => one.DeliveryId == deliveryId && one.Wave == wave);
        if (Class is null)
        {
            Refuse(Refusals.NotFound.Because("No follow-up of this class is due now."));
            return;
        }

        Checklist = work.Checklists.FirstOrDefault(one => one.FormId == form) ?? (work.Checklists.Count > 0 ? work.Checklists[0] : null);
        if (Checklist is not null) View = new ChecklistView((await Forms.FindAsync(Checklist.FormVersionNo, stop)).Form, chosen);
    }
}
