using Assessment.Evaluation.Findings;
using Assessment.Reporting.Document;
using Assessment.Statistics;

namespace Assessment.Reporting.Reports.Grant;

/// <summary>The value and data verdict of each measure, worded and protected.</summary>
internal sealed class GrantMeasures(GrantReportFacts facts, GrantFindings findings, GrantCounts counts)
{
    private const string NoInteractions = "no interaction records entered", NotStated = "Not stated: suppressed";

    /// <summary>The card's name; officers' courses are called certified only if all of them were.</summary>
    public string Name(MeasureCard card) => card.Id != "M1" ? card.Name
        : facts.Courses.Count > 0 && facts.Courses.All(course => course.Certification == CertificationStatus.Certified)
            ? "Officers trained in a certified course"
            : facts.Courses.Any(course => course.Certification == CertificationStatus.Certified) ? "Officers trained (not all courses certified: table T4)"
            : "Officers trained (courses not certified: table T4)";

    public Cell ThisYear(string id) => id switch
    {
        "M1" => Unit(counts.Cell("any:total"), "officers"),
        "M2" => Coverage(),
        "M3" => Unit(counts.Cell("cmhp:trained"), "professionals"),
        "M4" => Hours(),
        "M5" => Gain(),
        "M6" => PassRate(),
        "M7" => Application(),
        "M8" => Response(),
        "M9" => Adherence(),
        "M10" or "M11" or "M12" => new(facts.InteractionRecords == 0 ? NoInteractions : "records entered, not analyzed in this report"),
        "M13" => UnmetNeed(),
        _ => facts.Money is { } money ? new($"{Words.Money(money.Spent)} of {Words.Money(money.Received)} spent", (double)money.Spent) : Words.MissingCell,
    };

    public string Verdict(string id) => id switch
    {
        "M5" or "M6" when TestSection.AllSuppressed(findings, counts) => NotStated,
        "M7" or "M8" when SelfReport() is { FollowUp: { } followUp } && (CellProtection.IsSmall(followUp.Score.N) || CellProtection.IsSmall(followUp.Due)) => NotStated,
        "M5" => Worded(findings.Total?.Verdict),
        "M6" => Worded(findings.Pass?.Verdict),
        "M7" or "M8" => Worded(SelfReport()?.FollowUp.Verdict),
        "M10" or "M11" or "M12" => facts.InteractionRecords == 0 ? "Undetermined: no records" : "Undetermined: not analyzed",
        "M13" or "M14" when facts.Money is null => "Undetermined: nothing entered",
        _ => Register(),
    };

    private string Register() => facts.Checks.Count == 0 ? "Undetermined: no checks recorded"
        : facts.Checks.Any(check => check.Failed > 0) ? "Undetermined: some checks failed (table T13)"
        : "Sufficiently reliable: all records, checks passed";

    private static string Worded(DataVerdict? verdict) => verdict is null ? "Undetermined: no data" : $"{Outcome(verdict.Outcome)}: {verdict.Reason}";

    private static string Outcome(VerdictOutcome outcome) => outcome switch
    {
        VerdictOutcome.Sufficient => "Sufficiently reliable",
        VerdictOutcome.NotSufficient => "Not sufficiently reliable",
        _ => "Undetermined",
    };

    private static Cell Unit(Cell cell, string unit) => cell.Number is null ? cell : cell with { Text = $"{cell.Text} {unit}" };

    private Cell Coverage()
    {
        if (!counts.Shows("any:total")) return Words.SuppressedCell;
        var share = 100.0 * facts.Training.AnyTopic.Total / facts.Grantee.OfficersEmployed;
        return new($"{Words.Fixed(share, 1)} percent of {Words.Count(facts.Grantee.OfficersEmployed)}", share);
    }

    private Cell Hours()
    {
        if (facts.Courses.Count == 0) return new("0 hours", 0);
        double hours = facts.Courses.Sum(course => course.Hours), minutes = facts.Courses.Sum(course => course.ScenarioMinutes);
        return new($"{Words.Plain(hours)} hours in {Words.Count(facts.Courses.Count)} {(facts.Courses.Count == 1 ? "class" : "classes")}; {Words.Percent(minutes / (60 * hours))} percent scenario time", hours);
    }

    private Cell Gain() => findings.Total switch
    {
        null => Words.MissingCell,
        { NPairs: > 0 } gain when !counts.Shows(gain) => Words.SuppressedCell,
        { Gain: NotEstimable } gain => Words.Value(gain.Gain, 1),
        { } gain => Words.Value(gain.Gain, 1) with { Text = $"{Words.Value(gain.Gain, 1).Text} points{Words.Parenthesis(gain.Gain, 1)}, n = {Words.Count(gain.NPairs)}; class C" },
    };

    private Cell PassRate() => findings.Pass switch
    {
        null => Words.MissingCell,
        { PassedLater.N: 0 } => new("not estimable: n = 0"),
        _ when findings.Total is { } total && !counts.Shows(total) => Words.SuppressedCell,
        { } pass => TestSection.ShareCell(pass.PassedLater, zeroTells: true) is { Number: not null } cell ? cell with { Text = $"{cell.Text} at post-test" } : Words.SuppressedCell,
    };

    private (int Place, FollowUpFinding FollowUp)? SelfReport()
    {
        for (var i = findings.FollowUps.Count - 1; i >= 0; i--)
        {
            if (findings.FollowUps[i] is { Instrument.Source: "self", FollowUp: { } followUp } && (followUp.Due > 0 || followUp.Score.N > 0)) return (i, followUp);
        }

        return null;
    }

    private Cell Application()
    {
        if (SelfReport() is not { FollowUp.Score: { } score }) return Words.MissingCell;
        if (score.N is > 0 and < CellProtection.Threshold) return Words.SuppressedCell;
        return score is Estimate
            ? Words.Value(score, 1) with { Text = $"{Words.Value(score, 1).Text} percent{Words.Parenthesis(score, 1)}, self-report, n = {Words.Count(score.N)}; class D" }
            : Words.Value(score, 1);
    }

    private Cell Response()
    {
        if (SelfReport() is not { } self) return Words.MissingCell;
        if (self.FollowUp.Due == 0) return new("0 due", 0);
        if (!counts.Shows($"follow-up:{self.Place}:due") || !counts.Shows($"follow-up:{self.Place}:done")) return Words.SuppressedCell;
        var share = (double)self.FollowUp.Response.Count / self.FollowUp.Due;
        return new($"{Words.Count(self.FollowUp.Response.Count)} of {Words.Count(self.FollowUp.Due)} ({Words.Percent(share)} percent), self-report", 100 * share);
    }

    private Cell Adherence()
    {
        int done = facts.Courses.Sum(course => course.ElementsDelivered), required = facts.Courses.Sum(course => course.ElementsRequired);
        return required == 0 ? Words.NotApplicableCell : new($"{Words.Count(done)} of {Words.Count(required)} elements ({Words.Percent((double)done / required)} percent)", 100.0 * done / required);
    }

    private Cell UnmetNeed()
    {
        if (facts.Money?.CostPerOfficer is not { } cost) return Words.MissingCell;
        var untrained = facts.Grantee.OfficersEmployed - facts.Training.AnyTopic.Total;
        if (!counts.Shows("any:untrained")) return Words.SuppressedCell;
        return new($"{Words.Count(untrained)} officers, {Words.Money(untrained * cost)}", (double)(untrained * cost));
    }
}
