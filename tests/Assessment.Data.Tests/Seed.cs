using System.Security.Cryptography;
using System.Text;

namespace Assessment.Data.Tests;

/// <summary>A small agency with a class of officers and an open pre-test, built through the stores.</summary>
internal sealed class Seed(Session session)
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 30, 0, TimeSpan.Zero);

    private static int ids;

    public int AgencyId { get; private set; }

    public int InstrumentNo { get; private set; }

    public int FormVersionNo { get; private set; }

    public int DeliveryNo { get; private set; }

    public int AdministrationNo { get; private set; }

    public List<int> Participants { get; } = [];

    public static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    /// <summary>Ids that differ within a run and are the same in every run.</summary>
    public static Guid Id() => new(Interlocked.Increment(ref ids), 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);

    public static AgencyRow Agency(string name, string? ori = null) => new()
    {
        AgencyUuid = Id(), Name = name, Kind = "law-enforcement", Ori = ori, StateCode = "NJ", CreatedAt = Now,
    };

    public static FormDraft Form(int instrumentNo, string edition, int items = 3) => new()
    {
        InstrumentNo = instrumentNo, FormId = Id(), Identifier = $"test-{edition}", Edition = edition, Language = "en", Title = $"Test {edition}",
        Content = "{}", ContentHash = new string('0', 64), MaxPoints = items * 12_600, SavedAt = Now,
        Items = [.. Enumerable.Range(1, items).Select(no => new ItemRow
        {
            ItemNo = no, Identifier = $"{edition}{no}", Type = "true-false", TopicCode = "DE_ALT", Ability = "knowledge", MaxPoints = 12_600, Tactics = ["calm"],
        })],
    };

    /// <summary>Everything up to an open pre-test with this many officers on the roster.</summary>
    public async Task<Seed> OpenPreTest(int officers)
    {
        AgencyId = await new AgencyStore(session).Add(Agency("Harbor Falls Police"));
        InstrumentNo = await new InstrumentStore(session).Add(new InstrumentRow
        {
            InstrumentId = Id(), OwnerAgencyId = AgencyId, Identifier = "test", Title = "Test", Kind = "knowledge-test", Plane = "research", CreatedAt = Now,
        });
        var forms = new FormStore(session);
        FormVersionNo = await forms.SaveDraft(Form(InstrumentNo, "A"));
        await forms.Publish(FormVersionNo, Now);
        await AddDelivery();
        for (var i = 0; i < officers; i++)
        {
            await Enroll();
        }

        AdministrationNo = await Open("pre");
        return this;
    }

    /// <summary>The same agency in another transaction.</summary>
    public Seed In(Session other)
    {
        var seed = new Seed(other)
        {
            AgencyId = AgencyId, InstrumentNo = InstrumentNo, FormVersionNo = FormVersionNo, DeliveryNo = DeliveryNo, AdministrationNo = AdministrationNo,
        };
        seed.Participants.AddRange(Participants);
        return seed;
    }

    public Task<int> Open(string wave, DateTimeOffset? endsAt = null) => new AdministrationStore(session).Open(
        new AdministrationRow
        {
            AgencyId = AgencyId, AdministrationId = Id(), DeliveryNo = DeliveryNo, InstrumentNo = InstrumentNo, Wave = wave, OpenedAt = Now, StartedAt = Now, EndsAt = endsAt,
        },
        [FormVersionNo]);

    public async Task<AttemptRow> Start(int participantNo, int? administrationNo = null) => (await new AttemptStore(session).Start(new AttemptRow
    {
        AgencyId = AgencyId, AttemptId = Id(), AdministrationNo = administrationNo ?? AdministrationNo, DeliveryNo = DeliveryNo,
        ParticipantNo = participantNo, FormVersionNo = FormVersionNo, StartedAt = Now,
    }))!;

    private async Task AddDelivery()
    {
        var courseNo = await new CourseStore(session).Add(
            new CourseRow { CourseId = Id(), OwnerAgencyId = AgencyId, Title = "Course", Provider = "Academy", Mode = "in-person", Minutes = 480, ScenarioMinutes = 120 },
            [new TopicMinutesRow { TopicCode = "DE_ALT", Minutes = 480 }]);
        DeliveryNo = await new DeliveryStore(session).Add(
            new DeliveryRow
            {
                AgencyId = AgencyId, DeliveryId = Id(), CourseNo = courseNo, Title = "Class 1", Mode = "in-person", CreatedAt = Now,
                StartsOn = new DateOnly(2026, 3, 2), EndsOn = new DateOnly(2026, 3, 4),
            },
            [new TopicMinutesRow { TopicCode = "DE_ALT", Minutes = 450 }]);
    }

    private async Task Enroll()
    {
        var id = Id();
        var participantNo = await new ParticipantStore(session).Add(new ParticipantRow
        {
            AgencyId = AgencyId, ParticipantId = id, StudyCode = $"S{id}", Kind = "officer", RosterTokenHash = Hash(id.ToString()), CreatedAt = Now,
        });
        await new EnrollmentStore(session).Add(new EnrollmentRow
        {
            AgencyId = AgencyId, DeliveryNo = DeliveryNo, ParticipantNo = participantNo, FundingSource = "grant",
        });
        Participants.Add(participantNo);
    }
}
