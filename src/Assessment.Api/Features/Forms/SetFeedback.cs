using System.ComponentModel.DataAnnotations;
using Assessment.Api.Auditing;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Forms;

/// <summary>Sets what participants are told of their own result after the last form of a wave.</summary>
internal static class SetFeedback
{
    /// <param name="Feedback">none, or objectives.</param>
    internal sealed record Request([property: Required, AllowedValues("none", "objectives")] string Feedback);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPut("/api/forms/{formId:guid}/feedback", Handle)
        .RequireStaff(Role.AgencyAdmin, Role.Operator).WithTags("Forms")
        .WithSummary("Sets the feedback policy of the form's instrument; only its owner may.");

    [Audited("set.feedback")]
    internal static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid formId, Request request, Staff staff, Database database, TimeProvider clock, CancellationToken stop)
    {
        var set = await database.WriteAsync(async session =>
        {
            if (await new FormStore(session).FindVisible(staff.AgencyId, formId) is not { } form
                || !await new InstrumentStore(session).SetFeedback(staff.AgencyId, form.InstrumentNo, request.Feedback))
            {
                return Refusals.NotFound.Because("There is no form with this id whose instrument this agency owns.");
            }

            await Audit.RecordAsync(session, staff, "set.feedback", formId, clock.GetUtcNow());
            return (Result<bool>)true;
        }, stop);
        return set.IsRefused ? set.Refusal!.ToProblem() : TypedResults.NoContent();
    }
}
