using Assessment.Testing;

namespace Assessment.Data.Tests;

/// <summary>Studies, analyses, grants, reports and releases: what goes in comes out, and only for its own agency.</summary>
public sealed class RegisterStoresTests(string engine) : TestDatabaseFixture(engine)
{
    private static readonly DateOnly Day = new(2026, 10, 1);
    private int agencyId;

    [SetUp]
    public async Task AddAgency() => agencyId = await Write(session => new AgencyStore(session).Add(Seed.Agency("One")));

    private Task<int> AddStudy(Session session) => new StudyStore(session).Add(new StudyRow
    {
        AgencyId = agencyId, StudyId = Seed.Id(), Title = "Study", DesignClass = "C", Outcomes = "[]", Plan = "{}", CreatedAt = Seed.Now,
    });

    [Test]
    public async Task A_study_is_frozen_once()
    {
        var studyNo = await Write(AddStudy);
        Task<bool> Freeze() => Write(session => new StudyStore(session).Freeze(agencyId, studyNo, Seed.Now));

        (await Freeze()).Should().BeTrue();
        (await Freeze()).Should().BeFalse();
        (await Read(session => new StudyStore(session).List(agencyId))).Single().FrozenAt.Should().Be(Seed.Now);
    }

    [Test]
    public async Task Runs_reports_and_releases_come_back_to_their_agency_alone()
    {
        var run = new AnalysisRunRow { AgencyId = agencyId, AnalysisId = Seed.Id(), Options = "{}", InputHash = "a", ProgramVersion = "0.1.0", Findings = "[1]", CreatedAt = Seed.Now };
        var report = new ReportRow { AgencyId = agencyId, ReportId = Seed.Id(), Kind = "grant-performance", Parameters = "{}", Facts = "{}", ProgramVersion = "0.1.0", AsOf = Day, CreatedAt = Seed.Now };
        var release = new ReleaseRow
        {
            AgencyId = agencyId, ReleaseId = Seed.Id(), Product = "public", Profile = "{}", Counts = "{}", SnapshotHash = "a", PackageHash = "b",
            State = "built", RequestedBy = "key 1.1", ProgramVersion = "0.1.0", CreatedAt = Seed.Now,
        };
        await Write(async session =>
        {
            var studyNo = await AddStudy(session);
            run = run with { StudyNo = studyNo, AnalysisNo = await new AnalysisRunStore(session).Add(run with { StudyNo = studyNo }) };
            report = report with { AnalysisNo = run.AnalysisNo, ReportNo = await new ReportStore(session).Add(report with { AnalysisNo = run.AnalysisNo }) };
            release = release with { StudyNo = studyNo, ReleaseNo = await new ReleaseStore(session).Add(release with { StudyNo = studyNo }) };
        });

        (await Read(session => new AnalysisRunStore(session).Find(agencyId, run.AnalysisId))).Should().Be(run);
        (await Read(session => new ReportStore(session).Find(agencyId, report.ReportId))).Should().Be(report);
        (await Read(session => new ReleaseStore(session).Find(agencyId, release.ReleaseId))).Should().Be(release);
        (await Read(session => new AnalysisRunStore(session).Find(0, run.AnalysisId))).Should().BeNull();
        (await Read(session => new ReportStore(session).Find(0, report.ReportId))).Should().BeNull();
        (await Read(session => new ReleaseStore(session).Find(0, release.ReleaseId))).Should().BeNull();
    }

    [Test]
    public async Task A_release_is_not_approved_by_who_asked_for_it()
    {
        var approve = () => Write(async session => await new ReleaseStore(session).Add(new ReleaseRow
        {
            AgencyId = agencyId, ReleaseId = Seed.Id(), StudyNo = await AddStudy(session), Product = "public", Profile = "{}", Counts = "{}", SnapshotHash = "a",
            PackageHash = "b", State = "approved", RequestedBy = "key 1.1", ApprovedBy = "key 1.1", ProgramVersion = "0.1.0", CreatedAt = Seed.Now,
        }));

        await approve.Should().ThrowAsync<System.Data.Common.DbException>();
    }

    [Test]
    public async Task A_grant_keeps_what_is_owed_answered_aimed_at_and_spent()
    {
        var grant = new GrantRow
        {
            AgencyId = agencyId, GrantId = Seed.Id(), AwardNumber = "15PBJA-26", Stream = "jag-training", Title = "Training", PeriodFrom = Day, PeriodTo = Day.AddYears(3),
            AmountCents = 25_000_000_000, FirstFiscalYear = 2027,
        };
        await Write(async session =>
        {
            var store = new GrantStore(session);
            grant = grant with { GrantNo = await store.Add(grant) };
            await store.PutReport(new GrantReportRow { AgencyId = agencyId, GrantNo = grant.GrantNo, FiscalYear = 2027, ReportYear = 1, DueOn = Day.AddYears(1) });
            await store.PutAnswer(new NarrativeAnswerRow { AgencyId = agencyId, GrantNo = grant.GrantNo, FiscalYear = 2027, QuestionNo = 1, Answer = "old" });
            await store.PutAnswer(new NarrativeAnswerRow { AgencyId = agencyId, GrantNo = grant.GrantNo, FiscalYear = 2027, QuestionNo = 1, Answer = "new" });
            await store.PutTarget(new MeasureTargetRow { AgencyId = agencyId, GrantNo = grant.GrantNo, FiscalYear = 2027, MeasureCode = "M1", Target = 0.8, Source = "application" });
            await store.AddMoney(new MoneyLineRow { AgencyId = agencyId, GrantNo = grant.GrantNo, Kind = "spent", Category = "overtime", AmountCents = 120, BookedOn = Day });
            await store.AddMoney(new MoneyLineRow { AgencyId = agencyId, GrantNo = grant.GrantNo, Kind = "spent", Category = "overtime", AmountCents = -20, BookedOn = Day, Note = "correction" });
        });

        (await Read(session => new GrantStore(session).Find(agencyId, grant.GrantId))).Should().Be(grant);
        (await Read(session => new GrantStore(session).Reports(agencyId, grant.GrantNo))).Single().DueOn.Should().Be(Day.AddYears(1));
        (await Read(session => new GrantStore(session).Answers(agencyId, grant.GrantNo, 2027))).Single().Answer.Should().Be("new");
        (await Read(session => new GrantStore(session).Targets(agencyId, grant.GrantNo, 2027))).Single().Target.Should().Be(0.8);
        (await Read(session => new GrantStore(session).Money(agencyId, grant.GrantNo))).Select(line => (line.LineNo, line.AmountCents)).Should().Equal((1, 120), (2, -20));
    }

    [Test]
    public async Task Barriers_are_found_by_the_time_they_lasted()
    {
        Task<int> Add(int from, int? to) => Write(session => new RegisterStore(session).AddBarrier(new BarrierRow
        {
            AgencyId = agencyId, Code = "staffing", FirstMonth = Day.AddMonths(from), LastMonth = to is { } last ? Day.AddMonths(last) : null, Description = "few",
        }));
        await Add(-6, -4);
        var spanning = await Add(-2, 1);
        var lasting = await Add(2, null);
        await Add(4, null);

        (await Read(session => new RegisterStore(session).Barriers(agencyId, Day, Day.AddMonths(3))))
            .Select(barrier => barrier.BarrierNo).Should().Equal(spanning, lasting);
    }
}
