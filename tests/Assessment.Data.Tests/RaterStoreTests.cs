using Assessment.Testing;

namespace Assessment.Data.Tests;

/// <summary>Raters, and how many they have judged.</summary>
public sealed class RaterStoreTests(string engine) : TestDatabaseFixture(engine)
{
    private static readonly DateOnly Day = new(2026, 9, 2);
    private Seed seed = null!;

    [SetUp]
    public async Task AddClass() => seed = await Write(session => new Seed(session).OpenPreTest(officers: 3));

    [Test]
    public async Task A_rater_is_found_by_id_and_by_key()
    {
        var rater = new RaterRow { AgencyId = seed.AgencyId, RaterId = Seed.Id(), Kind = "coder", Label = "Coder" };
        await Write(async session =>
        {
            var keyNo = await new KeyStore(session).Add(new KeyRow { AgencyId = seed.AgencyId, SecretHash = Seed.Hash("k"), Role = "evaluator", Label = "E", CreatedAt = Seed.Now });
            rater = rater with { KeyNo = keyNo };
            rater = rater with { RaterNo = await new RaterStore(session).Add(rater) };
        });

        (await Read(session => new RaterStore(session).Find(seed.AgencyId, rater.RaterId))).Should().Be(rater);
        (await Read(session => new RaterStore(session).FindByKey(seed.AgencyId, rater.KeyNo!.Value))).Should().Be(rater);
        (await Read(session => new RaterStore(session).Find(0, rater.RaterId))).Should().BeNull();
        var again = () => Write(session => new RaterStore(session).Add(rater with { RaterId = Seed.Id() }));
        (await again.Should().ThrowAsync<System.Data.Common.DbException>()).Which.Should().Match(exception => Dialect.IsUniqueViolation((Exception)exception));
    }

    [Test]
    public async Task Follow_ups_count_enrolled_people_once_and_no_corrected_rows()
    {
        FollowUpRow Of(int person, string source = "supervisor") => new()
        {
            AgencyId = seed.AgencyId, FollowUpId = Seed.Id(), DeliveryNo = seed.DeliveryNo, ParticipantNo = seed.Participants[person], Wave = "follow-up-6m",
            Source = source, FormVersionNo = seed.FormVersionNo, DueOn = Day, DoneOn = Day, EnteredAt = Seed.Now,
        };
        await Write(async session =>
        {
            var store = new FollowUpStore(session);
            var first = await store.Add(Of(0), []);
            await store.Add(Of(0) with { ReplacesNo = first, CorrectionReason = "wrong" }, []);
            await store.Add(Of(1), []);
            await store.Add(Of(2), []);
            await store.Add(Of(2, "records"), []);
            await new EnrollmentStore(session).Withdraw(seed.AgencyId, seed.DeliveryNo, seed.Participants[2], Day);
        });

        (await Read(session => new FollowUpStore(session).Counts(seed.AgencyId, seed.DeliveryNo))).Should().Equal(
            new FollowUpCountRow { Wave = "follow-up-6m", Source = "records", Done = 0 },
            new FollowUpCountRow { Wave = "follow-up-6m", Source = "supervisor", Done = 2 });
        (await Read(session => new EnrollmentStore(session).Count(seed.AgencyId, seed.DeliveryNo))).Should().Be(2);
    }

    [Test]
    public async Task A_rater_finds_the_own_follow_ups_that_stand_and_nobody_elses()
    {
        var own = await Write(async session =>
        {
            var store = new FollowUpStore(session);
            var raters = new RaterStore(session);
            var (one, other) = (await raters.Add(Rater()), await raters.Add(Rater()));
            var first = await store.Add(Of(0, one), []);
            await store.Add(Of(0, one) with { ReplacesNo = first, CorrectionReason = "wrong" }, []);
            await store.Add(Of(1, one), []);
            await store.Add(Of(2, other), []);
            return one;
        });

        var found = await Read(session => new FollowUpStore(session).OfRater(seed.AgencyId, own));
        found.Select(row => (row.ParticipantNo, row.Position, row.Title, row.Wave, row.EnteredAt)).Should().Equal(
            (seed.Participants[1], 1, "Class 1", "follow-up-6m", Seed.Now), (seed.Participants[0], 0, "Class 1", "follow-up-6m", Seed.Now));
        (await Read(session => new FollowUpStore(session).OfRater(seed.AgencyId + 1, own))).Should().BeEmpty();

        RaterRow Rater() => new() { AgencyId = seed.AgencyId, RaterId = Seed.Id(), Kind = "supervisor", Label = "S" };

        FollowUpRow Of(int person, int rater) => new()
        {
            AgencyId = seed.AgencyId, FollowUpId = Seed.Id(), DeliveryNo = seed.DeliveryNo, ParticipantNo = seed.Participants[person], Wave = "follow-up-6m",
            Source = "supervisor", RaterNo = rater, FormVersionNo = seed.FormVersionNo, DueOn = Day, DoneOn = Day, EnteredAt = Seed.Now,
        };
    }
}
