using System.Globalization;
using System.Text.Json;
using Assessment.Data;
using Assessment.Domain.Curricula;
using Assessment.Reporting.Reports.Grant;
using GrantBarrier = Assessment.Reporting.Reports.Grant.Barrier;

namespace Assessment.Api.Features.Reports;

/// <summary>What the agency entered, in the words of the report. Pure.</summary>
internal static class RegisterFacts
{
    private static readonly string[] Questions =
    [
        "What were your accomplishments in this reporting period?",
        "Which goals of your application were accomplished?",
        "What problems or barriers did you meet?",
        "Is there help that the grantor can give?",
        "Are you on track, in money and in program?",
        "Which activities are planned for the next six months?",
        "Which innovative programs would you like to share?",
    ];

    /// <summary>The stream of money in words.</summary>
    public static string Stream(string code) => code switch
    {
        "jag-training" => "JAG-TP",
        "cops-deescalation" => "COPS de-escalation training",
        "state" => "State funds",
        _ => "Other",
    };

    /// <summary>Size by full-time equivalents, or by officers when these are unknown.</summary>
    public static string SizeBand(AgencyStrengthRow strength)
    {
        var (count, noun) = strength.EmployeesFte is { } employees ? (employees, "employees") : (strength.OfficersEmployed, "officers");
        return count switch
        {
            < 50 => $"fewer than 50 {noun}",
            < 100 => $"50 to 99 {noun}",
            < 250 => $"100 to 249 {noun}",
            < 500 => $"250 to 499 {noun}",
            < 1000 => $"500 to 999 {noun}",
            _ => $"1,000 or more {noun}",
        };
    }

    /// <summary>Money booked up to the last day of the fiscal year; null when nothing was.</summary>
    public static Money? Money(IEnumerable<MoneyLineRow> lines, GrantReportRow year)
    {
        var booked = lines.Where(line => line.BookedOn <= year.FiscalTo).ToList();
        if (booked.Count == 0)
        {
            return null;
        }

        var spent = booked.Where(line => line.Kind == "spent").ToList();
        return new(
            Dollars(booked.Where(line => line.Kind == "received")),
            Dollars(spent),
            Dollars(spent.Where(line => line.Category is not ("reporting" or "fbi-collection" or "unassigned"))),
            Dollars(spent.Where(line => line.Category == "reporting")),
            Dollars(spent.Where(line => line.Category == "fbi-collection")))
        {
            UnspentPlan = year.UnspentPlan ?? "",
            CostPerOfficer = year.CostPerOfficerCents / 100m,
        };
    }

    /// <summary>A barrier with the months of the fiscal year that it affected.</summary>
    public static GrantBarrier Barrier(BarrierRow barrier, GrantReportRow year)
    {
        var first = Math.Max(Month(barrier.FirstMonth), Month(year.FiscalFrom));
        var last = Math.Min(barrier.LastMonth is { } ended ? Month(ended) : int.MaxValue, Month(year.FiscalTo));
        return new(barrier.TopicCode, BarrierWords(barrier.Code), last - first + 1, barrier.Description, barrier.Action ?? "");
    }

    /// <summary>The plan by quarter; topics with the same number of places in a quarter are one line.</summary>
    public static IReadOnlyList<PlanQuarter> Plan(IEnumerable<TrainingPlanRow> plan) =>
    [
        .. from row in plan
           group row by (row.Quarter, row.OfficersPlanned) into line
           orderby line.Key.Quarter, line.Key.OfficersPlanned descending
           select new PlanQuarter(
               string.Create(CultureInfo.InvariantCulture, $"{line.Key.Quarter.Year}-Q{((line.Key.Quarter.Month - 1) / 3) + 1}"),
               [.. Topic.All.Select(topic => topic.Code).Where(code => line.Any(row => row.TopicCode == code))],
               line.Key.OfficersPlanned,
               line.Sum(row => row.CostCents) / 100m),
    ];

    /// <summary>All seven questions; empty where nothing was answered, and no question when there is no answer at all.</summary>
    public static IReadOnlyList<NarrativeAnswer> Narrative(IReadOnlyList<NarrativeAnswerRow> answers) => answers.Count == 0
        ? []
        : [.. Questions.Select((question, i) => new NarrativeAnswer(i + 1, question, answers.FirstOrDefault(row => row.QuestionNo == i + 1)?.Answer ?? ""))];

    /// <summary>Targets as set.</summary>
    public static IReadOnlyList<MeasureTarget> Targets(IEnumerable<MeasureTargetRow> targets) =>
        [.. targets.Select(row => new MeasureTarget(row.MeasureCode, row.Target, row.Unit, row.Source))];

    /// <summary>Statements as entered.</summary>
    public static IReadOnlyList<string> Statements(GrantReportRow year) => JsonSerializer.Deserialize<string[]>(year.Statements)!;

    private static decimal Dollars(IEnumerable<MoneyLineRow> lines) => lines.Sum(line => line.AmountCents) / 100m;

    private static int Month(DateOnly day) => (12 * day.Year) + day.Month;

    private static string BarrierWords(string code) => code switch
    {
        "staffing" => "Staffing or availability",
        "hiring" => "Hiring",
        "budget" => "Budget",
        "procurement" => "Procurement",
        "contracting" => "Contracting",
        "backfill-cost" => "Cost of backfill",
        "no-course-near" => "No course near enough",
        "no-certified-course" => "No certified course",
        "trainer-shortage" => "Too few trainers",
        "scheduling" => "Scheduling",
        "facilities" => "Facilities",
        "technology" => "Technology",
        "labor-agreement" => "Labor agreement",
        "mental-health-partner" => "Waiting for a mental health partner",
        "policy" => "Policy",
        _ => "Other",
    };
}
