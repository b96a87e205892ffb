using Assessment.Api.Auditing;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.FollowUps;

/// <summary>Response rates of a class's follow-ups: counts per wave and method, never a person's row.</summary>
internal static class ShowFollowUps
{
    private static readonly string[] Sources = ["self", "supervisor", "recording", "records"];

    /// <param name="Wave">The wave.</param>
    /// <param name="Source">self, supervisor, recording or records.</param>
    /// <param name="Begun">The method was used at this wave: its door was opened, or somebody was judged.</param>
    /// <param name="Due">Participants to be followed up: everybody enrolled once the wave's window is open, nobody before.</param>
    /// <param name="Done">Of these, followed up; the same person counts once.</param>
    /// <param name="Rate">Done of due, 0 to 1; null when nobody is due or the method was not begun.</param>
    internal sealed record Response(string Wave, string Source, bool Begun, int Due, int Done, double? Rate);

    internal sealed record Answer(int Enrolled, IReadOnlyList<Response> Responses);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/deliveries/{deliveryId:guid}/follow-ups", Handle)
        .RequireStaff(Role.AgencyAdmin, Role.Trainer, Role.Evaluator).WithTags("Follow-up")
        .WithSummary("Shows how many participants of a delivery are due and done, per follow-up wave and method.");

    [NotAudited("Counts of the own agency's class; no person's row is read.")]
    internal static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Guid deliveryId, Staff staff, Database database, TimeProvider clock, CancellationToken stop)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var shown = await database.ReadAsync(async session =>
        {
            if (await new DeliveryStore(session).Find(staff.AgencyId, deliveryId) is not { } delivery)
            {
                return Refusals.NotFound.Because("There is no class with this id.");
            }

            var waves = await new WaveStore(session).List(staff.AgencyId);
            var enrolled = await new EnrollmentStore(session).Count(staff.AgencyId, delivery.DeliveryNo);
            var done = (await new FollowUpStore(session).Counts(staff.AgencyId, delivery.DeliveryNo)).ToDictionary(row => (row.Wave, row.Source), row => row.Done);
            return (Result<Answer>)new Answer(enrolled,
            [
                .. from wave in waves
                   where wave.WindowFromMonths is not null
                   let due = today >= delivery.EndsOn.AddMonths(wave.WindowFromMonths!.Value) ? enrolled : 0
                   from source in Sources
                   select Of(wave.Code, source, due, done.TryGetValue((wave.Code, source), out var count) ? count : null),
            ]);
        }, stop);
        return shown.ToOk();
    }

    private static Response Of(string wave, string source, int due, int? done) =>
        new(wave, source, done is not null, due, done ?? 0, due > 0 ? (double?)done / due : null);
}
