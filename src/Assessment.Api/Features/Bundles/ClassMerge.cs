using Assessment.Api.Security;
using Assessment.Data;

namespace Assessment.Api.Features.Bundles;

/// <summary>Where a class and what belongs to it are here, by their numbers there.</summary>
internal sealed record ClassNumbers(DeliveryRow Delivery)
{
    public Dictionary<int, ParticipantRow> People { get; } = [];

    public Dictionary<int, CarriedAdministration> Administrations { get; } = [];
}

/// <summary>
/// Puts a class, its people and its administrations where they are not yet; what is known here stays, and what is not known here
/// yet (minutes, completion) is filled.
/// </summary>
internal sealed class ClassMerge(Session session, MaterialNumbers material, AgencyRow agency, MergeTally tally)
{
    public async Task<ClassNumbers?> RunAsync(CarriedClass carried)
    {
        if (await DeliveryAsync(carried) is not { } delivery)
        {
            return null;
        }

        var numbers = new ClassNumbers(delivery);
        await JudgementsAsync(carried, delivery);
        await PeopleAsync(carried, numbers);
        await EnrollAsync(carried, numbers);
        await AccommodateAsync(carried, numbers);
        foreach (var administration in carried.Administrations)
        {
            await OpenAsync(administration, numbers);
        }

        await ConsentsAsync(carried, numbers);
        return numbers;
    }

    private async Task<DeliveryRow?> DeliveryAsync(CarriedClass carried)
    {
        var (row, store) = (carried.Delivery, new DeliveryStore(session));
        if (await store.Find(agency.AgencyId, row.DeliveryId) is not { } known)
        {
            if (tally.Find(material.Courses, row.CourseNo, $"class {row.DeliveryId}", "a course") is not { } course)
            {
                return null;
            }

            var mapped = row with { AgencyId = agency.AgencyId, CourseNo = course.CourseNo };
            tally.Added("class");
            return mapped with { DeliveryNo = await store.Add(mapped, carried.Topics) };
        }

        if (known.MinutesDelivered is null && row.MinutesDelivered is not null)
        {
            await store.SetMinutes(agency.AgencyId, known.DeliveryNo, row.MinutesDelivered, row.ScenarioMinutes);
            await store.SetTopics(agency.AgencyId, known.DeliveryNo, carried.Topics);
            tally.Changed("class");
        }
        else
        {
            tally.There("class");
        }

        return known;
    }

    private async Task JudgementsAsync(CarriedClass carried, DeliveryRow delivery)
    {
        var store = new AdherenceStore(session);
        var known = (await store.List(agency.AgencyId, delivery.DeliveryNo)).Select(row => (row.Observer, row.ElementNo)).ToHashSet();
        foreach (var row in carried.Judgements.Where(row => !known.Contains((row.Observer, row.ElementNo))))
        {
            if (tally.Find(material.Curricula, row.CurriculumNo, $"class {delivery.DeliveryId}, element {row.ElementNo}", "a curriculum") is { } curriculum)
            {
                await store.Put([row with { AgencyId = agency.AgencyId, DeliveryNo = delivery.DeliveryNo, CurriculumNo = curriculum.CurriculumNo }]);
            }
        }
    }

    private async Task PeopleAsync(CarriedClass carried, ClassNumbers numbers)
    {
        var store = new ParticipantStore(session);
        var names = carried.Names.ToLookup(name => name.ParticipantNo);
        foreach (var person in carried.People)
        {
            if (await store.FindById(agency.AgencyId, person.ParticipantId) is { } known)
            {
                numbers.People[person.ParticipantNo] = known;
                tally.There("person");
                if (!known.RosterTokenHash.AsSpan().SequenceEqual(person.RosterTokenHash))
                {
                    tally.Remark($"participant {person.ParticipantId}", "The slip is another one there; the one given here stands. Give a new one if the person needs it.");
                }

                continue;
            }

            var row = person with { AgencyId = agency.AgencyId };
            row = row with { ParticipantNo = await store.Add(row) };
            foreach (var name in names[person.ParticipantNo])
            {
                await new IdentityStore(session).Put(name with { AgencyId = agency.AgencyId, ParticipantNo = row.ParticipantNo });
            }

            numbers.People[person.ParticipantNo] = row;
            tally.Added("person");
        }
    }

    private async Task EnrollAsync(CarriedClass carried, ClassNumbers numbers)
    {
        var store = new CarriedClassStore(session);
        foreach (var row in carried.Enrollments)
        {
            if (tally.Find(numbers.People, row.ParticipantNo, $"class {numbers.Delivery.DeliveryId}, place {row.Position}", "a participant") is not { } person)
            {
                continue;
            }

            var mapped = row with { AgencyId = agency.AgencyId, DeliveryNo = numbers.Delivery.DeliveryNo, ParticipantNo = person.ParticipantNo };
            if (await new EnrollmentStore(session).Find(mapped.AgencyId, mapped.DeliveryNo, mapped.ParticipantNo) is not { } known)
            {
                await store.Enroll(mapped);
                continue;
            }

            var filled = known with
            {
                MinutesAttended = known.MinutesAttended ?? row.MinutesAttended,
                CompletedOn = known.CompletedOn ?? row.CompletedOn,
                WithdrawnOn = known.WithdrawnOn ?? row.WithdrawnOn,
            };
            if (filled != known)
            {
                await store.SetEnrollment(filled);
                tally.Changed("person");
            }
        }
    }

    private async Task AccommodateAsync(CarriedClass carried, ClassNumbers numbers)
    {
        var store = new AccommodationStore(session);
        var known = (await store.List(agency.AgencyId, numbers.Delivery.DeliveryNo)).Select(row => (row.ParticipantNo, row.Kind)).ToHashSet();
        foreach (var row in carried.Accommodations)
        {
            if (tally.Find(numbers.People, row.ParticipantNo, $"class {numbers.Delivery.DeliveryId}, accommodation", "a participant") is { } person
                && !known.Contains((person.ParticipantNo, row.Kind)))
            {
                await store.Record(row with { AgencyId = agency.AgencyId, DeliveryNo = numbers.Delivery.DeliveryNo, ParticipantNo = person.ParticipantNo });
            }
        }
    }

    /// <summary>The same instrument opened at the same wave on both sides is one administration: that of here.</summary>
    private async Task OpenAsync(CarriedAdministration carried, ClassNumbers numbers)
    {
        var (row, store, where) = (carried.Row, new AdministrationStore(session), $"administration {carried.Row.AdministrationId}");
        if (tally.Find(material.Instruments, row.InstrumentNo, where, "an instrument") is not { } instrument
            || carried.Forms.Select(no => tally.Find(material.Forms, no, where, "a form")).ToList() is var forms && forms.Contains(null))
        {
            return;
        }

        var known = await store.Find(agency.AgencyId, row.AdministrationId)
            ?? (await store.List(agency.AgencyId, numbers.Delivery.DeliveryNo)).FirstOrDefault(one => one.InstrumentNo == instrument.InstrumentNo && one.Wave == row.Wave);
        if (known is not null)
        {
            await FillTimesAsync(known, row);
            numbers.Administrations[row.AdministrationNo] = new(known, await store.Forms(agency.AgencyId, known.AdministrationNo));
            return;
        }

        var mapped = row with { AgencyId = agency.AgencyId, DeliveryNo = numbers.Delivery.DeliveryNo, InstrumentNo = instrument.InstrumentNo };
        List<int> versions = [.. forms.Select(form => form!.FormVersionNo)];
        var administrationNo = await store.Open(mapped, versions);
        var code = row.JoinCode ?? Secret.NewJoinCode();
        while (!await store.TryGiveJoinCode(agency.AgencyId, administrationNo, code))
        {
            code = Secret.NewJoinCode();
        }

        numbers.Administrations[row.AdministrationNo] = new((await store.Find(agency.AgencyId, administrationNo))!, versions);
        tally.Added("administration");
    }

    private async Task FillTimesAsync(AdministrationRow known, AdministrationRow there)
    {
        var (door, end) = (known.DoorClosesAt ?? there.DoorClosesAt, known.EndsAt ?? there.EndsAt);
        var store = new AdministrationStore(session);
        var started = there.StartedAt is { } start && await store.Start(known.AgencyId, known.AdministrationNo, start);
        if (!started && (door, end) == (known.DoorClosesAt, known.EndsAt))
        {
            tally.There("administration");
            return;
        }

        await store.SetTimes(known.AgencyId, known.AdministrationNo, door, end);
        tally.Changed("administration");
    }

    private async Task ConsentsAsync(CarriedClass carried, ClassNumbers numbers)
    {
        var store = new CarriedClassStore(session);
        foreach (var notice in carried.Notices)
        {
            await new ConsentStore(session).KeepNotice(notice.Version, notice.Text, notice.FirstShownAt);
        }

        var known = (await store.Consents(agency.AgencyId, numbers.Delivery.DeliveryNo)).ToLookup(row => row.ParticipantNo);
        foreach (var decisions in carried.Consents.GroupBy(row => row.ParticipantNo))
        {
            if (tally.Find(numbers.People, decisions.Key, $"class {numbers.Delivery.DeliveryId}, consent", "a participant") is not { WithdrawnAt: null } person)
            {
                continue;
            }

            List<ConsentRow> here = [.. known[person.ParticipantNo]];
            var merged = ConsentMerge.Merge(here, decisions.Select(row => row with { AgencyId = agency.AgencyId, ParticipantNo = person.ParticipantNo }));
            tally.Added("consent", merged.Count - here.Count);
            tally.There("consent", here.Count);
            if (!merged.SequenceEqual(here))
            {
                await store.PutConsents(agency.AgencyId, person.ParticipantNo, merged);
            }
        }
    }
}
