using Assessment.Api.Features.Attempts;
using Assessment.Api.Features.FollowUps;
using Assessment.Api.Features.Layout;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;

namespace Assessment.Api.Features.Ratings;

/// <summary>
/// What the signed-in person is to judge: responses, scenarios to observe, follow-ups. Roles that judge nothing are told what
/// they can do instead, since signing in leads here.
/// </summary>
[StaffPage(Role.Trainer, Role.Supervisor, Role.Evaluator, Role.PrivacyOfficer)]
public sealed class RatingListModel : UseCasePage
{
    public const string Address = "/ratings";

    /// <summary>Responses given to the rater; null when the account is no rater's.</summary>
    internal IReadOnlyList<ListRatingWork.Work>? Work { get; private set; }

    internal IReadOnlyList<ScenarioRow> Scenarios { get; private set; } = [];

    /// <summary>Follow-ups; null for accounts that record none.</summary>
    internal ListFollowUpWork.Answer? FollowUps { get; private set; }

    public bool Saved { get; private set; }

    public string As => Staff.Role;

    internal IEnumerable<ListRatingWork.Work> Open => (Work ?? []).Where(one => !one.Complete);

    internal IEnumerable<ListRatingWork.Work> Done => (Work ?? []).Where(one => one.Complete);

    internal static string StateOf(ListRatingWork.Work work, IStringLocalizer texts) =>
        work.Complete ? texts["rated"] : work.Own is { } own ? texts["begun, {0} of {1} criteria", own.Levels.Count, work.Criteria.Count] : texts["to do"];

    public async Task OnGetAsync(bool saved, CancellationToken stop)
    {
        Saved = saved;
        if (As is Role.Trainer or Role.Supervisor or Role.Evaluator)
        {
            var listed = await ListRatingWork.Handle(Staff, Database, Part<FormVersions>(), Clock, stop);
            Work = (listed.Result as Ok<ListRatingWork.Answer>)?.Value!.Items;
        }

        if (As is Role.Supervisor or Role.Evaluator)
        {
            FollowUps = ((await ListFollowUpWork.Handle(Staff, Database, Clock, stop)).Result as Ok<ListFollowUpWork.Answer>)?.Value;
        }

        if (As == Role.Trainer)
        {
            Scenarios = await Database.ReadAsync(session => new AdministrationStore(session).Scenarios(Staff.AgencyId, Clock.GetUtcNow()), stop);
        }
    }
}
