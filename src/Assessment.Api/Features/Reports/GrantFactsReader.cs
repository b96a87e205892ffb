using Assessment.Api.Features.Attempts;
using Assessment.Api.Features.Studies;
using Assessment.Data;
using Assessment.Domain;
using Assessment.Evaluation.Findings;
using Assessment.Evaluation.Gains;
using Assessment.Reporting.Reports.Grant;

namespace Assessment.Api.Features.Reports;

/// <summary>
/// Gathers the facts of an agency's grant report from one snapshot of the database. The classes of the report are those that
/// ended in its fiscal year.
/// </summary>
internal sealed class GrantFactsReader(Session session, FormVersions forms, GrantRow grant, GrantReportRow year)
{
    private readonly int agencyId = grant.AgencyId;
    private readonly ReportQueries queries = new(session, grant.AgencyId, year.FiscalFrom, year.FiscalTo);

    /// <summary>Reads.</summary>
    /// <param name="asked">What was asked for.</param>
    /// <param name="rescored">The agency's submitted attempts, scored again.</param>
    /// <param name="fromAnswers">Computes the findings from the scores that the answers give instead of the stored ones.</param>
    /// <param name="stop">Stops reading.</param>
    /// <returns>The facts, or that the number of officers is not known.</returns>
    public async Task<Result<GrantReportFacts>> ReadAsync(
        GrantReportRequest asked, IReadOnlyList<Rescored> rescored, bool fromAnswers, CancellationToken stop)
    {
        var agency = (await new AgencyStore(session).Find(agencyId))!;
        if (await new AgencyStore(session).Strength(agencyId, year.FiscalTo) is not { OfficersEmployed: > 0 } strength)
        {
            return Refusals.StrengthMissing.Because($"Enter how many officers the agency employed on a day up to {year.FiscalTo:yyyy-MM-dd}.");
        }

        var trained = await queries.Trained();
        var courses = await CoursesAsync(trained);
        return await WithRegistersAsync(new GrantReportFacts
        {
            ReportId = asked.ReportId.ToString("D"),
            ProgramVersion = asked.ProgramVersion,
            AsOf = asked.AsOf,
            Date = asked.Date,
            Grantee = Grantee(agency, strength, await queries.StateName()),
            Award = Award(),
            Training = TrainingFacts.Count(trained, await queries.Taught(), year.OtherFundsElected),
            Courses = courses,
            Findings = await FindingsAsync(asked, fromAnswers ? rescored : null, stop),
            InteractionRecords = (await queries.InteractionDays()).Count,
            Checks = await ChecksAsync(trained, courses, rescored, strength.AsOf == year.FiscalTo),
        });
    }

    private async Task<GrantReportFacts> WithRegistersAsync(GrantReportFacts facts)
    {
        var (grants, registers) = (new GrantStore(session), new RegisterStore(session));
        return facts with
        {
            Targets = RegisterFacts.Targets(await grants.Targets(agencyId, grant.GrantNo, year.FiscalYear)),
            Barriers = [.. (await registers.Barriers(agencyId, year.FiscalFrom, year.FiscalTo)).Select(barrier => RegisterFacts.Barrier(barrier, year))],
            Money = RegisterFacts.Money(await grants.Money(agencyId, grant.GrantNo), year),
            Plan = RegisterFacts.Plan(await registers.Plan(agencyId)),
            Narrative = RegisterFacts.Narrative(await grants.Answers(agencyId, grant.GrantNo, year.FiscalYear)),
            Statements = RegisterFacts.Statements(year),
        };
    }

    private static Grantee Grantee(AgencyRow agency, AgencyStrengthRow strength, string? state) =>
        new(agency.Name, agency.Ori ?? "none", state ?? "no State", RegisterFacts.SizeBand(strength), strength.OfficersEmployed)
        {
            CountedOn = strength.AsOf,
            ProfessionalsWorking = strength.CmhpEmployed + strength.CmhpAgreement,
        };

    private Award Award() => new(grant.AwardNumber, RegisterFacts.Stream(grant.Stream), year.FiscalYear, year.ReportYear)
    {
        From = year.FiscalFrom,
        To = year.FiscalTo,
        DueOn = year.DueOn,
        SubmittedOn = year.SubmittedOn,
        ContactRole = year.ContactRole,
    };

    private async Task<IReadOnlyList<CourseDelivered>> CoursesAsync(IReadOnlyList<TrainedRow> trained)
    {
        var store = new CourseStore(session);
        var courses = (await store.List()).ToDictionary(course => course.CourseNo);
        var adherence = (await new AdherenceStore(session).PerDelivery(agencyId)).ToDictionary(row => row.DeliveryNo);
        var rosters = trained.ToLookup(row => row.DeliveryNo);
        var histories = new Dictionary<int, IReadOnlyList<CertificationRow>>();
        var classes = new List<CourseDelivered>();
        foreach (var delivery in (await new DeliveryStore(session).List(agencyId)).Where(OfYear))
        {
            if (!histories.TryGetValue(delivery.CourseNo, out var history))
            {
                histories[delivery.CourseNo] = history = await store.Certifications(delivery.CourseNo);
            }

            classes.Add(CourseFacts.Of(delivery, courses[delivery.CourseNo], history, adherence.GetValueOrDefault(delivery.DeliveryNo), rosters[delivery.DeliveryNo]));
        }

        return classes;
    }

    /// <summary>Everybody counts, whatever was decided about research: the report is the agency's own duty. Null without a test.</summary>
    private async Task<StudyFindings?> FindingsAsync(GrantReportRequest asked, IReadOnlyList<Rescored>? rescored, CancellationToken stop)
    {
        var sheets = rescored?.ToDictionary(row => row.Key(agencyId), row => row.Scores);
        var reader = new StudyScoresReader(session, forms, [agencyId])
        {
            Classes = OfYear,
            Rescored = sheets is null ? null : key => sheets.GetValueOrDefault(key),
        };
        var input = await reader.ReadAsync(null, stop);
        return input.Forms.Count == 0 || input.TrainingEnds.Count == 0 ? null : GainAnalysis.Run(input.Scores, new GainOptions
        {
            Study = $"{grant.AwardNumber}, fiscal year {year.FiscalYear}",
            AsOf = asked.AsOf,
            ProgramVersion = asked.ProgramVersion,
            TrainingEnds = input.TrainingEnds,
        });
    }

    private async Task<IReadOnlyList<DataCheck>> ChecksAsync(
        IReadOnlyList<TrainedRow> trained, IReadOnlyList<CourseDelivered> courses, IReadOnlyList<Rescored> rescored, bool strengthOnLastDay)
    {
        var interactions = (await queries.InteractionDays()).Concat(await queries.ZeroMonths());
        return DataChecks.Run(new(
            trained,
            await queries.Attempts(),
            courses,
            rescored.ToLookup(row => row.Stored.DeliveryNo, row => row.Agrees),
            strengthOnLastDay,
            DataChecks.Months(year.FiscalFrom, year.FiscalTo, await queries.MonthsWithContacts(), interactions)));
    }

    private bool OfYear(DeliveryRow delivery) => delivery.EndsOn >= year.FiscalFrom && delivery.EndsOn <= year.FiscalTo;
}
