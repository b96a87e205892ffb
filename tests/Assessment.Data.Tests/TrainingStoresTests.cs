using Assessment.Testing;

namespace Assessment.Data.Tests;

/// <summary>What a delivery gave, who taught it and with whom.</summary>
public sealed class TrainingStoresTests(string engine) : TestDatabaseFixture(engine)
{
    private static readonly DateOnly Day = new(2026, 1, 10);
    private Seed seed = null!;

    [SetUp]
    public async Task AddClass() => seed = await Write(session => new Seed(session).OpenPreTest(officers: 1));

    [Test]
    public async Task A_judgement_replaces_the_same_observers_and_reports_count_the_trainers()
    {
        var curriculumNo = await Write(session => new CurriculumStore(session).Add(
            new CurriculumRow { CurriculumId = Seed.Id(), Title = $"Standard {seed.AgencyId}", Version = "1", Status = "in-force" },
            [],
            [new() { ElementNo = 1, Kind = "content", TopicCode = "DE_ALT", Meaning = "Time" }, new() { ElementNo = 2, Kind = "method", Meaning = "Role play" }]));
        ElementJudgementRow Judge(int element, string delivered, string observer = "trainer") => new()
        {
            AgencyId = seed.AgencyId, DeliveryNo = seed.DeliveryNo, CurriculumNo = curriculumNo, ElementNo = element, Delivered = delivered, Observer = observer,
        };
        await Write(async session =>
        {
            var store = new AdherenceStore(session);
            await store.Put([Judge(1, "full"), Judge(2, "no"), Judge(1, "no", "independent")]);
            await store.Put([Judge(2, "partial") with { Note = "Too late" }]);
        });

        (await Read(session => new AdherenceStore(session).List(seed.AgencyId, seed.DeliveryNo)))
            .Should().Equal(Judge(1, "no", "independent"), Judge(1, "full"), Judge(2, "partial") with { Note = "Too late" });
        (await Read(session => new AdherenceStore(session).PerDelivery(seed.AgencyId)))
            .Should().Equal(new AdherenceRow { DeliveryNo = seed.DeliveryNo, Required = 2, Delivered = 1 });
    }

    [Test]
    public async Task Minutes_and_topics_are_replaced()
    {
        await Write(async session =>
        {
            var store = new DeliveryStore(session);
            await store.SetMinutes(seed.AgencyId, seed.DeliveryNo, 470, null);
            await store.SetTopics(seed.AgencyId, seed.DeliveryNo, [new() { TopicCode = "REFERRAL", Minutes = 60 }]);
        });

        var delivery = (await Read(session => new DeliveryStore(session).List(seed.AgencyId))).Single();
        (delivery.MinutesDelivered, delivery.ScenarioMinutes).Should().Be((470, null));
        (await Read(session => new DeliveryStore(session).Topics(seed.AgencyId, seed.DeliveryNo))).Should().Equal(new TopicMinutesRow { TopicCode = "REFERRAL", Minutes = 60 });
    }

    [Test]
    public async Task Trainers_partners_and_their_parts_come_back_to_their_agency_alone()
    {
        var trainer = new TrainerRow { AgencyId = seed.AgencyId, TrainerId = Seed.Id(), Name = "T", Background = "officer" };
        var partner = new PartnerRow { AgencyId = seed.AgencyId, PartnerId = Seed.Id(), Name = "P", Kind = "mental-health", Since = Day, Until = Day.AddYears(1) };
        var credential = new CredentialRow { AgencyId = seed.AgencyId, Kind = "training-of-trainers", Course = "C", Issuer = "I", CompletedOn = Day, Minutes = 60 };
        await Write(async session =>
        {
            trainer = trainer with { TrainerNo = await new TrainerStore(session).Add(trainer) };
            partner = partner with { PartnerNo = await new PartnerStore(session).Add(partner) };
            credential = credential with { TrainerNo = trainer.TrainerNo };
            credential = credential with { CredentialNo = await new TrainerStore(session).AddCredential(credential) };
        });
        var taught = new DeliveryTrainerRow { AgencyId = seed.AgencyId, DeliveryNo = seed.DeliveryNo, TrainerNo = trainer.TrainerNo, Part = "lead", Minutes = 470 };
        var session = new PartnerSessionRow { AgencyId = seed.AgencyId, DeliveryNo = seed.DeliveryNo, PartnerNo = partner.PartnerNo, Part = "Panel", Minutes = 60, LivedExperience = true };
        await Write(async one =>
        {
            await new TrainerStore(one).Assign(taught with { Minutes = 1 });
            await new TrainerStore(one).Assign(taught);
            await new PartnerStore(one).PutSession(session with { LivedExperience = false });
            await new PartnerStore(one).PutSession(session);
        });

        (await Read(one => new TrainerStore(one).Find(seed.AgencyId, trainer.TrainerId))).Should().Be(trainer);
        (await Read(one => new TrainerStore(one).Find(0, trainer.TrainerId))).Should().BeNull();
        (await Read(one => new TrainerStore(one).Credentials(seed.AgencyId))).Should().Equal(credential);
        (await Read(one => new TrainerStore(one).OfDelivery(seed.AgencyId, seed.DeliveryNo))).Should().Equal(taught);
        (await Read(one => new PartnerStore(one).Find(seed.AgencyId, partner.PartnerId))).Should().Be(partner);
        (await Read(one => new PartnerStore(one).Find(0, partner.PartnerId))).Should().BeNull();
        (await Read(one => new PartnerStore(one).OfDelivery(seed.AgencyId, seed.DeliveryNo))).Should().Equal(session);
    }
}
