using System.ComponentModel.DataAnnotations;
using Assessment.Api.Auditing;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Raters;

/// <summary>Enters somebody who rates. With a key the rater signs in; without one, others enter the ratings for the rater.</summary>
internal static class AddRater
{
    /// <param name="Kind">From which place the rater looks: supervisor, trainer, coder (of recordings) or records.</param>
    /// <param name="Label">Whose number it is, for the agency's own list.</param>
    /// <param name="KeyNumber">The number in the middle of the rater's staff key; null when ratings are entered for the rater.</param>
    internal sealed record Request(
        [property: Required, AllowedValues("supervisor", "trainer", "coder", "records")] string Kind,
        [property: Required, StringLength(100, MinimumLength = 2)] string Label,
        int? KeyNumber);

    internal sealed record Answer(Guid RaterId);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/raters", Handle)
        .RequireStaff(Role.AgencyAdmin).WithTags("Raters")
        .WithSummary("Adds a rater, with the staff key the rater signs in with.");

    [Audited("add.rater")]
    internal static async Task<Results<Created<Answer>, ProblemHttpResult>> Handle(
        Request request, Staff staff, Database database, TimeProvider clock, CancellationToken stop)
    {
        var row = new RaterRow { AgencyId = staff.AgencyId, RaterId = Secret.NewId(), Kind = request.Kind, KeyNo = request.KeyNumber, Label = request.Label };
        try
        {
            var added = await database.WriteAsync(async session =>
            {
                if (row.KeyNo is { } keyNo && await new KeyStore(session).Find(staff.AgencyId, keyNo) is not { RevokedAt: null })
                {
                    return Refusals.NotFound.Because("This agency has no working key of this number.");
                }

                await new RaterStore(session).Add(row);
                await Audit.RecordAsync(session, staff, "add.rater", row.RaterId, clock.GetUtcNow());
                return (Result<Answer>)new Answer(row.RaterId);
            }, stop);
            return added.ToCreated(answer => $"/api/raters/{answer.RaterId}");
        }
        catch (Exception exception) when (Dialect.IsUniqueViolation(exception))
        {
            return Refusals.AlreadyThere.Because("This key is another rater's already.").ToProblem();
        }
    }
}
