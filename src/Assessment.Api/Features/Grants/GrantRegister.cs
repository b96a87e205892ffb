using System.Globalization;
using System.Text.Json;
using Assessment.Data;

namespace Assessment.Api.Features.Grants;

/// <summary>Puts a grantee's entry into the registers.</summary>
internal sealed class GrantRegister(Session session, int agencyId)
{
    private readonly GrantStore grants = new(session);
    private readonly RegisterStore registers = new(session);

    public async Task AddAsync(Guid grantId, GrantEntry.Request request)
    {
        var grantNo = await grants.Add(new GrantRow
        {
            AgencyId = agencyId,
            GrantId = grantId,
            AwardNumber = request.AwardNumber,
            Stream = request.Stream,
            Title = request.Title,
            PeriodFrom = request.PeriodFrom,
            PeriodTo = request.PeriodTo,
            AmountCents = request.AmountCents,
            FirstFiscalYear = request.Year.FiscalYear - request.Year.ReportYear + 1,
        });
        await AddYearAsync(grantNo, request.Year);
        foreach (var line in request.Year.Money)
        {
            await grants.AddMoney(new MoneyLineRow
            {
                AgencyId = agencyId, GrantNo = grantNo, Kind = line.Kind, Category = line.Category,
                AmountCents = line.Cents, BookedOn = line.BookedOn, Note = line.Note,
            });
        }

        await AddTargetsAsync(grantNo, request.Year);
        await AddAgencyRegistersAsync(request.Year);
    }

    private Task AddYearAsync(int grantNo, GrantEntry.ReportedYear year) => grants.PutReport(new GrantReportRow
    {
        AgencyId = agencyId,
        GrantNo = grantNo,
        FiscalYear = year.FiscalYear,
        ReportYear = year.ReportYear,
        FiscalFrom = year.From,
        FiscalTo = year.To,
        DueOn = year.DueOn,
        ContactRole = year.ContactRole,
        OtherFundsElected = year.OtherFundsElected,
        UnspentPlan = year.UnspentPlan,
        CostPerOfficerCents = year.CostPerOfficerCents,
        Statements = JsonSerializer.Serialize(year.Statements),
    });

    private async Task AddTargetsAsync(int grantNo, GrantEntry.ReportedYear year)
    {
        foreach (var target in year.Targets)
        {
            await grants.PutTarget(new MeasureTargetRow
            {
                AgencyId = agencyId, GrantNo = grantNo, FiscalYear = year.FiscalYear, MeasureCode = target.Measure,
                Target = target.Value, Unit = target.Unit, Source = target.Source,
            });
        }

        foreach (var answer in year.Narrative)
        {
            await grants.PutAnswer(new NarrativeAnswerRow
            {
                AgencyId = agencyId, GrantNo = grantNo, FiscalYear = year.FiscalYear, QuestionNo = answer.Question, Answer = answer.Answer,
            });
        }
    }

    private async Task AddAgencyRegistersAsync(GrantEntry.ReportedYear year)
    {
        foreach (var barrier in year.Barriers)
        {
            await registers.AddBarrier(new BarrierRow
            {
                AgencyId = agencyId, TopicCode = barrier.Topic, Code = barrier.Code, FirstMonth = FirstDay(barrier.FirstMonth),
                LastMonth = barrier.LastMonth is { } last ? FirstDay(last) : null, Description = barrier.Text, Action = barrier.Action,
            });
        }

        foreach (var (quarter, topic, cents) in year.Plan.SelectMany(quarter => Shares(quarter)))
        {
            await registers.AddPlan(new TrainingPlanRow
            {
                AgencyId = agencyId, TopicCode = topic, Quarter = Quarter(quarter.Quarter), OfficersPlanned = quarter.Officers, CostCents = cents,
            });
        }
    }

    /// <summary>The cost in equal shares per topic; cents that do not divide go to the first topics, so the sum is kept.</summary>
    internal static IEnumerable<(GrantEntry.PlanQuarter Quarter, string Topic, long Cents)> Shares(GrantEntry.PlanQuarter quarter)
    {
        var (share, rest) = Math.DivRem(quarter.Cents, quarter.Topics.Count);
        return quarter.Topics.Select((topic, i) => (quarter, topic, share + (i < rest ? 1 : 0)));
    }

    private static DateOnly Quarter(string text) =>
        new(int.Parse(text[..4], CultureInfo.InvariantCulture), (3 * (text[^1] - '1')) + 1, 1);

    private static DateOnly FirstDay(DateOnly day) => new(day.Year, day.Month, 1);
}
