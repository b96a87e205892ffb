using Assessment.Api.Security;
using Assessment.Data;

namespace Assessment.Api.Features.Bundles;

/// <summary>Reads a class as it is carried.</summary>
internal sealed class ClassReader(Session session, DeliveryRow delivery)
{
    /// <summary>
    /// What a box needs to let the class in: no name, no rank or age, no answer of an earlier test. Who left the class or the study
    /// stays out. Study codes are new ones, so that the box says nothing about those at home.
    /// </summary>
    public async Task<CarriedClass> OutAsync()
    {
        var whole = await ReadAsync();
        var people = whole.People.Where(person => person.WithdrawnAt is null)
            .Where(person => whole.Enrollments.Any(place => place.ParticipantNo == person.ParticipantNo && place.WithdrawnOn is null))
            .ToDictionary(person => person.ParticipantNo);
        List<ConsentRow> waived = [.. whole.Consents.Where(row => row.Decision == "waived" && people.ContainsKey(row.ParticipantNo))];
        return whole with
        {
            People =
            [
                .. people.Values.Select(person => new ParticipantRow
                {
                    ParticipantNo = person.ParticipantNo, ParticipantId = person.ParticipantId, Kind = person.Kind,
                    RosterTokenHash = person.RosterTokenHash, StudyCode = Secret.NewRosterToken(), CreatedAt = person.CreatedAt,
                }),
            ],
            Enrollments = [.. whole.Enrollments.Where(place => people.ContainsKey(place.ParticipantNo))],
            Accommodations = [.. whole.Accommodations.Where(row => people.ContainsKey(row.ParticipantNo))],
            Consents = waived,
            Notices = [.. whole.Notices.Where(notice => waived.Any(row => row.TextVersion == notice.Version))],
        };
    }

    /// <summary>All that happened.</summary>
    public async Task<CarriedClass> HomeAsync()
    {
        var (store, ratings) = (new CarriedClassStore(session), new CarriedRatingStore(session));
        var (agencyId, deliveryNo) = (delivery.AgencyId, delivery.DeliveryNo);
        return await ReadAsync() with
        {
            Names = await new IdentityStore(session).Roster(agencyId, deliveryNo),
            Attempts = await store.Attempts(agencyId, deliveryNo),
            Answers = await store.Answers(agencyId, deliveryNo),
            Events = await store.Events(agencyId, deliveryNo),
            Sheets = await store.Sheets(agencyId, deliveryNo),
            Raters = await ratings.Raters(agencyId, deliveryNo),
            Assignments = await ratings.Assignments(agencyId, deliveryNo),
            Ratings = await ratings.Ratings(agencyId, deliveryNo),
            Levels = await ratings.Levels(agencyId, deliveryNo),
            FollowUpsLeft = await store.FollowUps(agencyId, deliveryNo),
        };
    }

    private async Task<CarriedClass> ReadAsync()
    {
        var (store, agencyId, deliveryNo) = (new CarriedClassStore(session), delivery.AgencyId, delivery.DeliveryNo);
        var places = await new EnrollmentStore(session).List(agencyId, deliveryNo);
        var people = new List<ParticipantRow>();
        foreach (var place in places)
        {
            people.Add((await new ParticipantStore(session).Find(agencyId, place.ParticipantNo))!);
        }

        var administrations = new List<CarriedAdministration>();
        foreach (var row in await new AdministrationStore(session).List(agencyId, deliveryNo))
        {
            administrations.Add(new CarriedAdministration(row, await new AdministrationStore(session).Forms(agencyId, row.AdministrationNo)));
        }

        return new CarriedClass(
            delivery,
            await new DeliveryStore(session).Topics(agencyId, deliveryNo),
            await new AdherenceStore(session).List(agencyId, deliveryNo),
            people,
            [],
            places,
            await new AccommodationStore(session).List(agencyId, deliveryNo),
            administrations,
            await store.Consents(agencyId, deliveryNo),
            await store.Notices(agencyId, deliveryNo));
    }
}
