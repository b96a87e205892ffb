using System.Globalization;
using Assessment.Api.Auditing;
using Assessment.Api.Problems;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assessment.Api.Features.Agencies;

/// <summary>
/// The agency's own list of follow-ups to ask for. It holds no address and sends nothing: the agency hands out slips itself.
/// Everything follows from the day and from what was handed in.
/// </summary>
internal static class ShowDue
{
    /// <param name="Number">Place on the roster, from 1: the number on the slip.</param>
    /// <param name="ParticipantId">The participant.</param>
    internal sealed record Person(int Number, Guid ParticipantId);

    /// <param name="DeliveryId">The class.</param>
    /// <param name="Title">What staff call it.</param>
    /// <param name="Wave">The follow-up wave.</param>
    /// <param name="OpensOn">First day that counts.</param>
    /// <param name="ClosesOn">Last day that counts.</param>
    /// <param name="Reminder">first, second or last.</param>
    /// <param name="Opened">Whether an administration has been opened for the wave.</param>
    /// <param name="Enrolled">People of the class, without those who left or withdrew.</param>
    /// <param name="Done">Of these, who have handed everything in.</param>
    /// <param name="Due">Those who have not.</param>
    internal sealed record Class(
        Guid DeliveryId, string Title, string Wave, DateOnly OpensOn, DateOnly ClosesOn, string Reminder, bool Opened, int Enrolled, int Done,
        IReadOnlyList<Person> Due);

    internal sealed record Answer(DateOnly On, IReadOnlyList<Class> Classes);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/due", Handle)
        .RequireStaff(Role.AgencyAdmin, Role.Trainer).WithTags("Agencies")
        .WithSummary("Lists the follow-ups that are due on a day (\"on\", today in the agency's time zone when left out).");

    [NotAudited("Who is due is the agency's own roster against its own calendar; no answer and no score is read.")]
    internal static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        string? on, Staff staff, Database database, TimeProvider clock, CancellationToken stop)
    {
        if (on is not null && !DateOnly.TryParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            return Refusals.RequestContradicts.Because("A day is written year-month-day, such as 2026-03-02.").ToProblem();
        }

        return TypedResults.Ok(await database.ReadAsync(async session =>
        {
            var day = on is null
                ? AgencyDay.Of((await new AgencyStore(session).Find(staff.AgencyId))!, clock.GetUtcNow())
                : DateOnly.ParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            return new Answer(day, [.. (await FollowUpClass.ListAsync(session, staff.AgencyId, day)).Select(Of).Where(one => one.Due.Count > 0)]);
        }, stop));
    }

    private static Class Of(FollowUpClass asked)
    {
        var rows = asked.People;
        var due = rows.Where(row => row.Administrations == 0 || row.Submitted < row.Administrations).ToList();
        return new Class(
            rows[0].DeliveryId, rows[0].Title, asked.Wave, asked.Window.OpensOn, asked.Window.ClosesOn, asked.Reminder, rows[0].Administrations > 0,
            rows.Count, rows.Count - due.Count, due.Select(row => new Person(row.Position + 1, row.ParticipantId)).ToList());
    }
}
