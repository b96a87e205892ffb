using System.Globalization;
using Assessment.Reporting.Document;

namespace Assessment.Reporting.Reports.Grant;

/// <summary>Cover with the certification of data.</summary>
internal static class CoverPage
{
    public static IReadOnlyList<Block> Of(GrantReportFacts facts)
    {
        var (grantee, award) = (facts.Grantee, facts.Award);
        return
        [
            new Heading(1, "Agency grant performance report"),
            Paragraph.Of($"{grantee.Name}, {grantee.State}"),
            new ListBlock(false,
            [
                Line("ORI", grantee.Ori),
                Line("Size", grantee.SizeBand),
                Line("Award", award.Number),
                Line("Funding stream", award.Stream),
                Line("Fiscal year", string.Create(CultureInfo.InvariantCulture, $"{award.FiscalYear} ({Words.Date(award.From)} to {Words.Date(award.To)})")),
                Line("Report year", string.Create(CultureInfo.InvariantCulture, $"{award.ReportYear} of {award.ReportYears}")),
                Line("Due", Words.Date(award.DueOn)),
                Line("Submitted", award.SubmittedOn is { } date ? Words.Date(date) : "not yet submitted"),
                Line("Contact", award.ContactRole),
                Line("Report id", facts.ReportId),
                Line("Data as of", Words.Date(facts.AsOf)),
            ]),
            new Callout("Certification of data", [.. Certification(facts)]),
            .. facts.Statements.Select(Paragraph.Of),
            Paragraph.Of($"Prepared by {grantee.Name} under {Citation.Of("annual-report")}. This is the agency's own report. No Federal agency wrote it, reviewed it or vouches for it."),
        ];
    }

    private static IEnumerable<Paragraph> Certification(GrantReportFacts facts)
    {
        yield return Paragraph.Of("I have looked at the data in this report. To the best of my knowledge they are complete and correct for the fiscal year named above, apart from the limits that the report states.");
        yield return Paragraph.Of(facts.Award.SignedByRole is { } role ? $"Signed for the agency by: {role}." : "Role, signature and date: to be signed by the agency before submission.");
    }

    private static Paragraph Line(string label, string value) => new([new Run($"{label}: ", RunStyle.Strong), new Run(value)]);
}
