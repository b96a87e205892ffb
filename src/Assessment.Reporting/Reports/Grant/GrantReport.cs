using System.Globalization;
using Assessment.Reporting.Document;

namespace Assessment.Reporting.Reports.Grant;

/// <summary>
/// The annual performance report of a grantee, 34 U.S.C. 10159(d)(1): who was trained, in what, what the tests and follow-ups
/// showed, what stood in the way, the money and the plan. Pure; every number comes from the facts or the stored findings.
/// </summary>
public static class GrantReport
{
    /// <summary>Composes the report. A table without data says so in a sentence; counts of 1 to 10 people are suppressed.</summary>
    /// <param name="facts">What the report says.</param>
    /// <exception cref="ArgumentException">The findings are not those of one agency.</exception>
    public static ReportDocument Compose(GrantReportFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var findings = new GrantFindings(facts.Findings);
        if (findings.Agencies > 1) throw new ArgumentException("The findings are of more than one agency.", nameof(facts));
        var counts = new GrantCounts(facts, findings);
        var award = facts.Award;
        return new(
            facts.ReportId,
            string.Create(CultureInfo.InvariantCulture, $"Agency grant performance report, fiscal year {award.FiscalYear}"),
            "en-US",
            facts.Grantee.Name,
            $"Annual report of {facts.Grantee.Name} on award {award.Number}, report year {award.ReportYear} of {award.ReportYears}.",
            facts.Date,
            $"Data as of {facts.AsOf:yyyy-MM-dd} · Version {facts.ProgramVersion} · Counts of 1 to 10 people suppressed",
            CoverPage.Of(facts),
            [
                .. Glance.Of(facts, findings, counts),
                .. TrainingSections.Of(facts, counts),
                .. TestSection.Of(findings, counts),
                .. FollowUpSection.Of(findings, counts),
                .. RegisterSections.Of(facts, counts),
                .. ClosingSections.Of(facts, findings, counts),
            ]);
    }

    /// <summary>What a machine needs to know how the report was made.</summary>
    /// <param name="facts">The same facts.</param>
    public static IReadOnlyList<KeyValuePair<string, string>> Parameters(GrantReportFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return
        [
            new("report", "agency-grant-performance"),
            new("reportId", facts.ReportId),
            new("ori", facts.Grantee.Ori),
            new("award", facts.Award.Number),
            new("fiscalYear", facts.Award.FiscalYear.ToString(CultureInfo.InvariantCulture)),
            new("asOf", facts.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            new("date", facts.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            new("programVersion", facts.ProgramVersion),
            new("suppressionThreshold", CellProtection.Threshold.ToString(CultureInfo.InvariantCulture)),
            new("analysisInputSha256", facts.Findings?.InputSha256 ?? Words.NotApplicable),
            new("analysisProgramVersion", facts.Findings?.ProgramVersion ?? Words.NotApplicable),
        ];
    }
}
