using Assessment.Api.Features.Courses;
using Assessment.Api.Security;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Interchange.Rosters;

namespace Assessment.Api.Features.Deliveries;

/// <summary>
/// A class with its course and its people in one step, whole or not at all; it carries out the use cases of the three and records
/// them as those do. The page makes the class's id, so a form that is sent twice makes one class.
/// </summary>
internal static class AddClass
{
    private static readonly Refusal Repeated = Refusals.AlreadyThere.Because("This class is saved already.");

    /// <param name="DeliveryId">Random id of the class to be.</param>
    /// <param name="NewCourse">A course to enter with it; null for one that is there.</param>
    /// <param name="Class">The class; its course counts without a new one.</param>
    /// <param name="Roster">Its people.</param>
    internal sealed record Request(Guid DeliveryId, AddCourse.Request? NewCourse, AddDelivery.Request Class, IReadOnlyList<RosterLine> Roster);

    internal static async Task<Result<IReadOnlyList<Slip>>> SaveAsync(Request request, Staff staff, Database database, DateTimeOffset now, CancellationToken stop)
    {
        try
        {
            return await database.WriteAsync(session => SaveAsync(session, request, staff, now), stop);
        }
        catch (Exception exception) when (Dialect.IsUniqueViolation(exception))
        {
            return Repeated;
        }
    }

    /// <summary>Enrolls more people; asked a second time, it finds more people than the page had shown and refuses.</summary>
    /// <param name="deliveryId">The class.</param>
    /// <param name="onRoster">How many people the page showed.</param>
    /// <param name="roster">Who comes to them.</param>
    /// <param name="staff">Who asks.</param>
    /// <param name="now">When.</param>
    /// <param name="session">The transaction.</param>
    internal static async Task<Result<IReadOnlyList<Slip>>> AddPeopleAsync(
        Session session, Guid deliveryId, int onRoster, IReadOnlyList<RosterLine> roster, Staff staff, DateTimeOffset now)
    {
        if (await new DeliveryStore(session).Find(staff.AgencyId, deliveryId) is not { } delivery)
        {
            return Refusals.NotFound.Because("There is no class with this id.");
        }

        return (await new EnrollmentStore(session).List(staff.AgencyId, delivery.DeliveryNo)).Count == onRoster
            ? Slips(await EnrollRoster.EnrollAsync(session, delivery, roster, staff, now), roster)
            : Refusals.AlreadyThere.Because("Somebody was enrolled since this page was shown; look at the list below first.");
    }

    private static async Task<Result<IReadOnlyList<Slip>>> SaveAsync(Session session, Request request, Staff staff, DateTimeOffset now)
    {
        if (await new DeliveryStore(session).Find(staff.AgencyId, request.DeliveryId) is not null)
        {
            return Repeated;
        }

        var course = request.NewCourse is { } entered ? await CourseAsync(session, entered, staff, now) : request.Class.CourseId;
        var added = await AddDelivery.AddAsync(session, request.Class with { CourseId = course }, request.DeliveryId, staff, now);
        return added.IsRefused
            ? added.Refusal!
            : Slips(await EnrollRoster.EnrollAsync(session, added.Value, request.Roster, staff, now), request.Roster);
    }

    /// <summary>A course of the own agency with this title is the one that is meant.</summary>
    private static async Task<Guid> CourseAsync(Session session, AddCourse.Request entered, Staff staff, DateTimeOffset now) =>
        (await new CourseStore(session).List()).FirstOrDefault(course => course.OwnerAgencyId == staff.AgencyId && course.Title == entered.Title)?.CourseId
        ?? await AddCourse.AddAsync(session, entered, staff, now);

    private static Result<IReadOnlyList<Slip>> Slips(Result<EnrollRoster.Answer> enrolled, IReadOnlyList<RosterLine> roster) =>
        enrolled.Then<IReadOnlyList<Slip>>(answer =>
        {
            var names = roster.ToDictionary(line => line.Line, line => line.Name);
            return answer.Participants.Select(one => new Slip(one.Number, names[one.Line], one.Token)).ToList();
        });
}

/// <summary>What is handed to a person.</summary>
/// <param name="Number">Place on the roster, from 1.</param>
/// <param name="Name">For the list by which slips are handed out, never on the slip; null when not known.</param>
/// <param name="Token">Roster token, shown this once; null for people who brought theirs.</param>
public sealed record Slip(int Number, string? Name, string? Token);
