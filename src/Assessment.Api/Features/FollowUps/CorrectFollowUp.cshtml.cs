using Assessment.Api.Features.Attempts;
using Assessment.Api.Features.Layout;
using Assessment.Api.Features.Raters;
using Assessment.Api.Features.Ratings;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.Delivery;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Mvc;

namespace Assessment.Api.Features.FollowUps;

/// <summary>A checklist that the signed-in rater recorded, to be corrected with a reason while the time for it lasts.</summary>
[StaffPage(Role.Supervisor, Role.Evaluator)]
public sealed class CorrectFollowUpModel : UseCasePage
{
    private FormVersions Forms => Part<FormVersions>();

    /// <summary>What is recorded; null when it is not the rater's.</summary>
    internal ShowOwnFollowUp.Answer? Recorded { get; private set; }

    internal ChecklistView? View { get; private set; }

    public string Reason { get; private set; } = "";

    public string WaveTitle => Text[Wave.TitleOf(Recorded!.FollowUp.Wave)];

    public bool Late => DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime) > Recorded!.FollowUp.CorrectUntil;

    public static int Days => Correction.Days;

    public Task OnGetAsync(Guid followUpId, CancellationToken stop) => ShowAsync(followUpId, null, stop);

    public async Task<IActionResult> OnPostAsync(Guid followUpId, string? reason, CancellationToken stop)
    {
        Reason = reason?.Trim() ?? "";
        var chosen = ChecklistView.Read(Request.Form);
        await ShowAsync(followUpId, chosen, stop);
        if (Recorded is null) return Page();
        if (Reason.Length is < 2 or > 500 || chosen.Count == 0)
        {
            Refuse(Refusals.RequestContradicts.Because("Say why you correct it, in 2 to 500 characters, and judge one indicator or more."));
            return Page();
        }

        var (own, who) = (Recorded.FollowUp, Recorded.FollowUp.Who);
        var request = new RecordFollowUp.Request(who.ParticipantId, own.Wave, Recorded.FormId, ChecklistView.Indicated(chosen))
        {
            StudyCode = who.StudyCode, Source = own.Source, Replaces = followUpId, CorrectionReason = Reason,
        };
        return Keeps(request) && Took(await RecordFollowUp.Handle(own.DeliveryId, request, Staff, Database, Forms, Clock, stop))
            ? LocalRedirect(RatingListModel.Address + "?saved=true")
            : Page();
    }

    private async Task ShowAsync(Guid followUpId, IReadOnlyDictionary<string, string>? chosen, CancellationToken stop)
    {
        if (!Took(await ShowOwnFollowUp.Handle(followUpId, Staff, Database, Forms, Clock, stop), out ShowOwnFollowUp.Answer own)) return;
        Recorded = own;
        var version = (await Database.ReadAsync(session => new FormStore(session).FindUsable(Staff.AgencyId, own.FormId), stop))!;
        View = new ChecklistView((await Forms.FindAsync(version.FormVersionNo, stop)).Form, chosen ?? own.Indicators);
    }
}
