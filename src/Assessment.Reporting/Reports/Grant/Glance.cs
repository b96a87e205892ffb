using Assessment.Reporting.Document;
using Assessment.Statistics;

namespace Assessment.Reporting.Reports.Grant;

/// <summary>"At a glance": short sentences for everybody, and T1 with all measures.</summary>
internal static class Glance
{
    public static IEnumerable<Block> Of(GrantReportFacts facts, GrantFindings findings, GrantCounts counts)
    {
        var measures = new GrantMeasures(facts, findings, counts);
        yield return new Heading(1, "At a glance");
        yield return new ListBlock(false, [.. Sentences(facts, findings, counts).Select(Paragraph.Of)]);
        yield return new Table(
            "T1",
            "Measures of the year",
            [new("Measure", false, 2.6), new("This year", false, 2), new("Last year", false, 1.3), new("Target", false, 1.6), new("Data verdict", false, 2)],
            [.. MeasureCard.All.Select(card => Row(facts, measures, card))],
            "Training, test, follow-up and grant records of the agency.",
            [
                "Each measure is defined in table T14. 0 means none. N/A means that the measure does not apply. Missing means that nothing was entered. Suppressed means 1 to 10 people, or a number that would give such a count away.",
                "C marks a result from before and after in one group: cause not shown.",
                "The data verdict is for the purpose of describing the agency's own year.",
            ],
            "No measures.");
    }

    private static IReadOnlyList<Cell> Row(GrantReportFacts facts, GrantMeasures measures, MeasureCard card)
    {
        var target = facts.Targets.FirstOrDefault(line => line.Measure == card.Id);
        return
        [
            new($"{card.Id} {measures.Name(card)}"),
            measures.ThisYear(card.Id),
            LastYear(facts, card.Id),
            target is null ? new("none set") : new($"{Words.Plain(target.Value)} {target.Unit} ({target.Source})", target.Value),
            new(measures.Verdict(card.Id)),
        ];
    }

    private static Cell LastYear(GrantReportFacts facts, string id) => facts.LastYear.FirstOrDefault(line => line.Measure == id) is { } value
        ? new(value.Printed)
        : facts.Award.ReportYear == 1 ? new("N/A (first year)") : Words.MissingCell;

    private static IEnumerable<string> Sentences(GrantReportFacts facts, GrantFindings findings, GrantCounts counts)
    {
        yield return Trained(facts, counts);
        yield return Taught(facts.Courses);
        yield return facts.Courses.Any(course => course.Certification == CertificationStatus.Certified)
            ? $"{facts.Courses.Count(course => course.Certification == CertificationStatus.Certified)} of {facts.Courses.Count} classes had a certified course on their dates."
            : "No class in this report had a certified course on its dates.";
        yield return Tests(findings, counts);
        yield return FollowUp(findings, counts);
        yield return facts.Money is { } money
            ? $"The agency received {Words.Money(money.Received)} and spent {Words.Money(money.Spent)}, of which {Words.Money(money.SpentOnTraining)} went to training."
            : "No money was entered for this year.";
        yield return "This report does not show why a number changed. There was no group without training to compare with.";
    }

    private static string Trained(GrantReportFacts facts, GrantCounts counts)
    {
        var employed = facts.Grantee.OfficersEmployed;
        return counts.Shows("any:total")
            ? $"{Words.Count(facts.Training.AnyTopic.Total)} of {Words.Count(employed)} officers ({Words.Percent((double)facts.Training.AnyTopic.Total / employed)} percent) have finished a course on the topics of the Act."
            : $"The agency has {Words.Count(employed)} officers. The number who finished a course is suppressed, so that no one can be picked out.";
    }

    private static string Taught(IReadOnlyList<CourseDelivered> courses) => courses.Count switch
    {
        0 => "No class was held this year.",
        1 => $"One class was held, with {Words.Plain(courses[0].Hours)} hours of teaching.",
        _ => $"{courses.Count} classes were held, with {Words.Plain(courses.Sum(course => course.Hours))} hours of teaching.",
    };

    private static string Tests(GrantFindings findings, GrantCounts counts) => findings.Total switch
    {
        null => "No test results were entered for this year.",
        { Gain: NotEstimable none } when none.N == 0 => "Nobody took both the test before and the test after.",
        { } gain when !counts.Shows(gain) => "The test results are suppressed. So few people took the tests, or missed one, that someone could be picked out.",
        { Gain: NotEstimable none } => $"A change of the test score is not estimable: {none.Reason}.",
        { } gain => $"The mean test score of the {Words.Count(gain.NPairs)} people who took both tests changed from {Words.Fixed(gain.MeanEarlier!.Value, 1)} to {Words.Fixed(gain.MeanLater!.Value, 1)} percent; cause not shown. The gain was {Words.Value(gain.Gain, 1).Text} points{Words.Parenthesis(gain.Gain, 1)}.",
    };

    private static string FollowUp(GrantFindings findings, GrantCounts counts)
    {
        for (var i = 0; i < findings.FollowUps.Count; i++)
        {
            var (instrument, followUp) = findings.FollowUps[i];
            if (instrument.Source != "self" || followUp.Due == 0) continue;
            return counts.Shows($"follow-up:{i}:due") && counts.Shows($"follow-up:{i}:done")
                ? $"{Words.Count(followUp.Response.Count)} of {Words.Count(followUp.Due)} people whose follow-up was due have done it."
                : "Follow-ups were due this year. Their numbers are suppressed, so that no one can be picked out.";
        }

        return "No follow-up by self-report was due yet.";
    }
}
