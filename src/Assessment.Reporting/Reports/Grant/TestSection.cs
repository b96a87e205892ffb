using Assessment.Evaluation.Findings;
using Assessment.Evaluation.Scores;
using Assessment.Reporting.Charts;
using Assessment.Reporting.Document;
using Assessment.Statistics;

namespace Assessment.Reporting.Reports.Grant;

/// <summary>Test information: T5 with its figure; its details are in <see cref="TestDetailTables"/>.</summary>
internal static class TestSection
{
    private const string Source = "Stored findings of the agency's knowledge test; people with both tests.";

    public static IEnumerable<Block> Of(GrantFindings findings, GrantCounts counts)
    {
        yield return new Heading(1, "Test information");
        yield return new Paragraph(
        [
            new Run("The same people were tested before and after the class.", Footnote: $"Pre-training and post-training tests: {Citation.Of("tests")}; reporting on them: {Citation.Of("test-information")}."),
            new Run(" All results in table T5 rest on people who took both tests; the others are counted in table T5c and in no mean. Design class C: before and after, one group; cause not shown."),
        ]);
        if (Headline(findings, counts) is { } sentence) yield return Paragraph.Of(sentence);
        yield return Gains(findings, counts);
        if (Dumbbell(findings, counts) is { } figure) yield return figure;
        foreach (var block in TestDetailTables.Of(findings, counts)) yield return block;
    }

    /// <summary>"25 of 44 (56.8 percent)", or suppressed with its percentage.</summary>
    public static Cell ShareCell(Share share, bool zeroTells) => share.N == 0 ? new("not estimable: n = 0")
        : GrantCounts.CanShow(share, zeroTells)
            ? new($"{Words.Count(share.Count)} of {Words.Count(share.N)} ({Words.Percent((double)share.Count / share.N)}%)", 100.0 * share.Count / share.N)
            : Words.SuppressedCell;

    private static string? Headline(GrantFindings findings, GrantCounts counts)
    {
        if (findings.Total is not { } gain || !counts.Shows(gain) || gain.Gain is not Estimate) return null;
        var change = $"The mean score of {Words.Count(gain.NPairs)} people changed from {Words.Fixed(gain.MeanEarlier!.Value, 1)} to {Words.Fixed(gain.MeanLater!.Value, 1)} percent, by {Words.Value(gain.Gain, 1).Text} points{Words.Parenthesis(gain.Gain, 1)}; cause not shown.";
        var size = gain.HedgesGav is Estimate ? $" In standard deviations the change is {Words.Value(gain.HedgesGav, 2).Text}{Words.Parenthesis(gain.HedgesGav, 2)}." : "";
        var unclear = gain.Gain is Estimate { Interval: { Lower: < 0, Upper: > 0 } } ? " The interval holds both losses and gains: the data do not show which." : "";
        return change + size + unclear;
    }

    private static Table Gains(GrantFindings findings, GrantCounts counts) => new(
        "T5",
        "Test results of people with both tests",
        [
            new("Course and topic", false, 2.6), new("n pre", true, 0.9), new("n post", true, 0.9), new("n paired", true, 0.9), new("Pre %", true, 0.8), new("Post %", true, 0.8), new("Gain", true, 0.8),
            new(Words.Level(findings.Level), true, 1.2) { IsInterval = true }, new("d", true, 0.7), new($"d {Words.Level(findings.Level)}", true, 1.2) { IsInterval = true },
            new("Pass pre", true, 1.2), new("Pass post", true, 1.2), new("Class", false, 0.7),
        ],
        AllSuppressed(findings, counts) ? [] : [.. findings.Gains.Select(gain => Row(gain, findings, counts))],
        Source,
        [
            "Gain is post minus pre in points of 100, with the paired t interval; the interval by class is in table T5b. d is the gain divided by the average standard deviation of the two tests, with Hedges' correction; its interval is by the noncentral t distribution.",
            "A blank item earns nothing. N/A: only the whole test has a pass mark. Pass: reached the pass mark, of those with both tests.",
            "n pre and n post are suppressed when 1 to 10 people had only one of the tests, for they could be found by subtraction. Class C: before and after, one group; cause not shown.",
        ],
        EmptyText(findings));

    /// <summary>Whether not even the whole test has enough people, so that a table would hold one word only.</summary>
    public static bool AllSuppressed(GrantFindings findings, GrantCounts counts) => findings.Total is { NPairs: > 0 } total && !counts.Shows(total);

    /// <summary>Why a table of test results has no rows.</summary>
    public static string EmptyText(GrantFindings findings) => findings.Total is { NPairs: > 0 }
        ? "The whole table is suppressed. It rests on so few people that someone could be picked out."
        : "No test results have been entered for this period.";

    private static IReadOnlyList<Cell> Row(GainFinding gain, GrantFindings findings, GrantCounts counts)
    {
        Cell title = new(Title(gain.Scale)), design = new(gain.Design.ToString());
        if (gain.NPairs > 0 && !counts.Shows(gain)) return [title, .. Enumerable.Repeat(Words.SuppressedCell, 11), design];
        var isTotal = gain.Scale.Group == ScaleGroup.Total;
        return
        [
            title,
            counts.Cell("flow:pre"),
            counts.Cell("flow:post"),
            Words.CountCell(gain.NPairs),
            Words.Of(gain.MeanEarlier, 1),
            Words.Of(gain.MeanLater, 1),
            Words.Value(gain.Gain, 1),
            Words.Limits(gain.Gain, 1),
            Words.Value(gain.HedgesGav, 2),
            Words.Limits(gain.HedgesGav, 2),
            isTotal && findings.Pass is { } before ? ShareCell(before.PassedEarlier, zeroTells: true) : Words.NotApplicableCell,
            isTotal && findings.Pass is { } after ? ShareCell(after.PassedLater, zeroTells: true) : Words.NotApplicableCell,
            design,
        ];
    }

    public static string Title(Scale scale) => scale.Group == ScaleGroup.Topic ? TrainingSections.TopicTitle(scale.Code) : scale.Title;

    // Draws what T5 prints and nothing else: rows that T5 suppresses are no rows here.
    private static Figure? Dumbbell(GrantFindings findings, GrantCounts counts)
    {
        var topics = findings.Gains.Where(gain => gain.Scale.Group == ScaleGroup.Topic && counts.Shows(gain)).ToArray();
        if (topics.Length == 0) return null;
        var rows = topics.Select(gain => new DumbbellRow(
            Title(gain.Scale), gain.MeanEarlier!.Value, gain.MeanLater!.Value, Words.Fixed(gain.MeanEarlier.Value, 1), Words.Fixed(gain.MeanLater.Value, 1))).ToArray();
        DumbbellRow least = rows.MinBy(row => row.To - row.From)!, most = rows.MaxBy(row => row.To - row.From)!;
        var alt = rows.Length == 1
            ? $"Mean score on one topic, pre-test {most.FromText} and post-test {most.ToText} percent."
            : $"Mean scores by topic before and after the class. The change is largest for topic {most.Label} ({most.FromText} to {most.ToText} percent) and smallest for topic {least.Label} ({least.FromText} to {least.ToText} percent).";
        return new("F1", "Mean score before and after, by topic (class C: cause not shown)", alt, new DumbbellChart("Mean score, percent", 0, 100, "Pre-test", "Post-test", rows), "T5", Source);
    }
}
