using Assessment.Api.Auditing;
using Assessment.Api.Features.Attempts;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.FollowUps;

/// <summary>A checklist of the calling rater's own, so that it can be corrected. Others' are not found, whoever entered them.</summary>
internal static class ShowOwnFollowUp
{
    /// <param name="FollowUp">What is recorded.</param>
    /// <param name="FormId">The checklist's form.</param>
    /// <param name="Indicators">shown, not-shown or no-opportunity by item; blank ones are left out.</param>
    internal sealed record Answer(OwnFollowUp FollowUp, Guid FormId, IReadOnlyDictionary<string, string> Indicators);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/follow-ups/{followUpId:guid}", Handle)
        .RequireStaff(Role.Supervisor, Role.Evaluator).WithTags("Follow-up")
        .WithSummary("Shows a follow-up checklist that the calling rater recorded and that stands.");

    [Audited("show.follow-up")]
    internal static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Guid followUpId, Staff staff, Database database, FormVersions forms, TimeProvider clock, CancellationToken stop)
    {
        var read = await database.WriteAsync(async session =>
        {
            var store = new FollowUpStore(session);
            if (await new RaterStore(session).FindByKey(staff.AgencyId, staff.KeyNo) is not { } rater
                || (await store.OfRater(staff.AgencyId, rater.RaterNo)).FirstOrDefault(row => row.FollowUpId == followUpId) is not { } own)
            {
                return Refusals.NotFound.Because("There is no checklist of yours with this id that stands.");
            }

            await Audit.RecordAsync(session, staff, "show.follow-up", followUpId, clock.GetUtcNow());
            var form = await new FormStore(session).FindVersion(own.FormVersionNo);
            return (Result<(OwnFollowUp FollowUp, FormVersionRow Form, IReadOnlyList<IndicatorRow> Indicators)>)(
                OwnFollowUp.Of(own, await new Acquaintance(session, staff).WithAsync(own)), form!, await store.Indicators(staff.AgencyId, own.FollowUpNo));
        }, stop);
        if (read.IsRefused)
        {
            return read.Refusal!.ToProblem();
        }

        var items = (await forms.FindAsync(read.Value.Form.FormVersionNo, stop)).Form.Items;
        return TypedResults.Ok(new Answer(
            read.Value.FollowUp, read.Value.Form.FormId, read.Value.Indicators.ToDictionary(row => items[row.ItemNo - 1].Identifier, row => row.Value)));
    }
}
