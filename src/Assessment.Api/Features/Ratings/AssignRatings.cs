using System.ComponentModel.DataAnnotations;
using Assessment.Api.Auditing;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Ratings;

/// <summary>
/// Gives the attempts of an administration to raters, a random share of them to a second rater who judges blindly. Answers of
/// a research instrument are read by coders alone; an observed scenario has no text, so trainers may rate it too.
/// </summary>
internal static class AssignRatings
{
    /// <param name="Raters">Who takes turns.</param>
    /// <param name="Share">Share of attempts to be rated twice, such as 0.2.</param>
    /// <param name="Seed">Seed of the draw; the audit keeps it, so that the sample can be drawn again.</param>
    internal sealed record Request(
        [property: Required, MinLength(1), MaxLength(100)] IReadOnlyList<Guid> Raters,
        [property: Range(0.0, 1.0)] double Share,
        long Seed);

    /// <param name="Assigned">Attempts given to a first rater now.</param>
    /// <param name="DoubleRated">Attempts given to a second rater now.</param>
    internal sealed record Answer(int Assigned, int DoubleRated);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/administrations/{administrationId:guid}/rating-assignments", Handle)
        .RequireStaff(Role.AgencyAdmin, Role.Evaluator).WithTags("Ratings")
        .WithSummary("Gives the attempts of an administration to raters, a seeded random share of them to a second, blind rater.");

    [Audited("assign.ratings")]
    internal static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Guid administrationId, Request request, Staff staff, Database database, TimeProvider clock, CancellationToken stop)
    {
        if (request.Raters.Distinct().Count() != request.Raters.Count || (request.Share > 0 && request.Raters.Count < 2))
        {
            return Refusals.RequestContradicts.Because("Raters are different ones, and two at least when attempts are rated twice.").ToProblem();
        }

        var assigned = await database.WriteAsync(session => AssignAsync(session, administrationId, request, staff, clock.GetUtcNow()), stop);
        return assigned.ToOk();
    }

    private static async Task<Result<Answer>> AssignAsync(Session session, Guid administrationId, Request request, Staff staff, DateTimeOffset now)
    {
        var raters = (await new RaterStore(session).List(staff.AgencyId)).ToDictionary(rater => rater.RaterId);
        if (await new AdministrationStore(session).Find(staff.AgencyId, administrationId) is not { } administration
            || request.Raters.Any(rater => !raters.ContainsKey(rater)))
        {
            return Refusals.NotFound.Because("There is no administration, or no rater, with this id.");
        }

        var chosen = request.Raters.Select(rater => raters[rater]).ToList();
        var store = new AssignmentStore(session);
        var attempts = await store.Rateable(staff.AgencyId, administration.AdministrationNo, ObserveScenario.Observed);
        var instrument = (await new InstrumentStore(session).Find(administration.InstrumentNo))!;
        if (instrument.Plane == "research" && attempts.Any(attempt => attempt.Written > 0) && chosen.Any(rater => rater.Kind != "coder"))
        {
            return Refusals.RequestContradicts.Because("Answers of a research instrument are read by raters of kind coder alone.");
        }

        var plan = RatingPlan.Draw(attempts, [.. chosen.Select(rater => rater.RaterNo)], request.Share, request.Seed);
        if (plan.Count > 0)
        {
            await store.Add(plan.Select(one => new AssignmentRow
            {
                AgencyId = staff.AgencyId, AttemptNo = one.AttemptNo, RaterNo = one.RaterNo, Second = one.Second, AssignedAt = now,
            }));
            var draw = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"share {request.Share}, seed {request.Seed}");
            await Audit.RecordAsync(session, staff, "assign.ratings", administrationId, now, draw);
        }

        return new Answer(plan.Count(one => !one.Second), plan.Count(one => one.Second));
    }
}
