using Assessment.Domain.Delivery;
using Assessment.Evaluation.Findings;
using Assessment.Reporting.Document;
using Assessment.Statistics;

namespace Assessment.Reporting.Reports.Grant;

/// <summary>What a methodologist asks next: spread and intervals (T5b), who is in the pairs (T5c), how well the forms measure (T5d).</summary>
internal static class TestDetailTables
{
    private const string Source = "Stored findings of the agency's knowledge test.";

    public static IEnumerable<Block> Of(GrantFindings findings, GrantCounts counts)
    {
        yield return new Heading(2, "Details of the gains");
        yield return Details(findings, counts);
        var caveats = findings.Gains.Where(counts.Shows).SelectMany(gain => gain.Caveats).Distinct().ToArray();
        if (caveats.Length > 0)
        {
            yield return Paragraph.Of("Read the gains with these limits:");
            yield return new ListBlock(false, [.. caveats.Select(Paragraph.Of)]);
        }

        if (PassSentence(findings) is { } sentence) yield return Paragraph.Of(sentence);
        yield return new Heading(2, "Who is in the pairs");
        yield return Flow(findings, counts);
        if (Attrition(findings) is { } attrition) yield return Paragraph.Of(attrition);
        yield return new Heading(2, "How well the forms measure");
        yield return Forms(findings, counts);
    }

    private static Table Details(GrantFindings findings, GrantCounts counts) => new(
        "T5b",
        "Spread, intervals and further effect sizes",
        [
            new("Course and topic", false, 2.4), new("n paired", true, 0.8), new("SD pre", true, 0.7), new("SD post", true, 0.7), new($"Gain {Words.Level(findings.Level)}, simple", true, 1.2) { IsInterval = true },
            new($"Gain {Words.Level(findings.Level)}, by class", true, 1.2) { IsInterval = true }, new("Classes", true, 0.8), new("ICC", true, 0.7), new("Design effect", true, 0.8), new("d_z", true, 0.7),
            new($"d_z {Words.Level(findings.Level)}", true, 1.2) { IsInterval = true }, new("Hake gain", true, 0.7), new("Highest score, post", true, 1.2),
        ],
        TestSection.AllSuppressed(findings, counts) ? [] : [.. findings.Gains.Select(gain => DetailRow(TestSection.Title(gain.Scale), gain, counts.Shows(gain))), .. findings.Orders.Select(order => DetailRow(order.Group.Title, order, ShowsOrder(order, counts)))],
        Source,
        [
            "Simple: paired t. By class: cluster-robust (CR1) with t on classes minus 1 degrees of freedom, for people of one class resemble each other. ICC: intraclass correlation of the gain; design effect: how many times the variance of a simple random sample.",
            "d_z: gain divided by the standard deviation of the gain. Hake gain: gain divided by the room there was to gain. Highest score: people at 100 percent. All class C: before and after, one group; cause not shown.",
            "The rows by form show the gain of those who took form A first and of those who took form B first apart, so that a harder form cannot pass for gain unseen.",
        ],
        TestSection.EmptyText(findings));

    private static bool ShowsOrder(GainFinding order, GrantCounts counts) => counts.Shows(order) && counts.Shows($"order:{order.Group.Code}");

    private static IReadOnlyList<Cell> DetailRow(string title, GainFinding gain, bool shown)
    {
        if (gain.NPairs > 0 && !shown) return [new(title), .. Enumerable.Repeat(Words.SuppressedCell, 12)];
        return
        [
            new(title),
            Words.CountCell(gain.NPairs),
            Words.Of(gain.SdEarlier, 1),
            Words.Of(gain.SdLater, 1),
            Words.Limits(gain.Gain, 1),
            Words.Limits(gain.ClusteredGain, 1),
            Words.CountCell(gain.Classes),
            NotEstimableIfNull(gain.Icc),
            NotEstimableIfNull(gain.DesignEffect),
            Words.Value(gain.CohensDz, 2),
            Words.Limits(gain.CohensDz, 2),
            Words.Value(gain.HakeClassGain, 2),
            TestSection.ShareCell(gain.CeilingLater, zeroTells: false),
        ];
    }

    private static Cell NotEstimableIfNull(double? value) => value is null ? new("not estimable") : Words.Of(value, 2);

    // With both rates known, the p-value and the interval give away how many changed each way, so they need those counts to be printable.
    private static string? PassSentence(GrantFindings findings)
    {
        if (findings.Pass is not { } pass || !GrantCounts.CanShow(pass.PassedEarlier, true) || !GrantCounts.CanShow(pass.PassedLater, true)) return null;
        var rates = $"Of {Words.Count(pass.PassedLater.N)} people with both tests, {Words.Percent((double)pass.PassedEarlier.Count / pass.PassedEarlier.N)} percent passed the pre-test and {Words.Percent((double)pass.PassedLater.Count / pass.PassedLater.N)} percent the post-test; cause not shown.";
        if (CellProtection.IsSmall(pass.FailPass) || CellProtection.IsSmall(pass.PassFail)) return $"{rates} The interval of this change is suppressed, for it would tell of 1 to 10 people.";
        return $"{rates} The pass rate changed by {Words.Value(pass.Difference, 1, 100).Text} percentage points{Words.Parenthesis(pass.Difference, 1, 100)}; exact McNemar {PValue(pass.PExact)}.";
    }

    private static string PValue(double p) => p < 0.001 ? "p < 0.001" : $"p = {Words.Fixed(p, 3)}";

    private static Table Flow(GrantFindings findings, GrantCounts counts) => new(
        "T5c",
        "From enrolled to paired",
        [new("Step", false, 3), new("People", true)],
        findings.Test?.Pairing is null || TestSection.AllSuppressed(findings, counts)
            ? []
            :
            [
                Line("Enrolled in the classes", "flow:enrolled", counts),
                Line("Without consent to the use of their data", "flow:no-consent", counts),
                Line("With a pre-test", "flow:pre", counts),
                Line("With a post-test", "flow:post", counts),
                Line("With both: the pairs", "flow:pairs", counts),
                Line("Pre-test only", "flow:pre-only", counts),
                Line("Post-test only", "flow:post-only", counts),
                Line("Neither", "flow:neither", counts),
                Line("No pre-test: not begun", "lost:pre:absent", counts),
                Line("No pre-test: begun, not submitted", "lost:pre:unsubmitted", counts),
                Line("No pre-test: submitted without answers", "lost:pre:no-answers", counts),
                Line("No post-test: not begun", "lost:post:absent", counts),
                Line("No post-test: begun, not submitted", "lost:post:unsubmitted", counts),
                Line("No post-test: submitted without answers", "lost:post:no-answers", counts),
            ],
        Source,
        ["Nobody's missing score is filled in. Suppressed stands for 1 to 10 people, or for a count from which such a count could be worked out; so where only a few people are lost, their number is at most 10 on each line. 0 means none."],
        TestSection.EmptyText(findings));

    private static string? Attrition(GrantFindings findings)
    {
        if (findings.Attrition is not { } lost || lost.NKept + lost.NLost == 0) return null;
        if (lost.NLost == 0) return "Everybody with a pre-test also has a post-test, so no one was lost between the two.";
        if (lost.NLost < CellProtection.Threshold || lost.NKept < CellProtection.Threshold) return "Between 1 and 10 people are on one side of the comparison of those lost with those kept, so their mean pre-test scores are suppressed.";
        return $"People without a post-test had a mean pre-test score of {Words.Value(lost.Lost, 1).Text} percent{Words.Parenthesis(lost.Lost, 1)}, n = {Words.Count(lost.NLost)}; people with one had {Words.Value(lost.Kept, 1).Text} percent{Words.Parenthesis(lost.Kept, 1)}, n = {Words.Count(lost.NKept)}.";
    }

    private static Table Forms(GrantFindings findings, GrantCounts counts) => new(
        "T5d",
        "Reliability of the forms",
        [new("Form", false, 1.6), new("Wave", false, 1.6), new("Items", true), new("n", true), new("Alpha", true), new(Words.Level(findings.Level), true, 1.4) { IsInterval = true }, new("SEM, points of 100", true, 1.2)],
        TestSection.AllSuppressed(findings, counts) ? [] : [.. findings.Test?.Reliabilities.Select(form => FormRow(form, counts)) ?? []],
        Source,
        ["Alpha: Cronbach's alpha with Feldt's interval. SEM: standard error of measurement of one person's score. Below an alpha of 0.70 a form compares groups better than persons."],
        TestSection.EmptyText(findings));

    private static IReadOnlyList<Cell> FormRow(ReliabilityFinding form, GrantCounts counts)
    {
        IReadOnlyList<Cell> head = [new(form.Form), new(Wave.Find(form.Wave)?.Title ?? form.Wave), Words.CountCell(form.Items)];
        if (form.N < CellProtection.Threshold) return [.. head, .. Enumerable.Repeat(Words.SuppressedCell, 4)];
        return [.. head, counts.Cell($"form:{form.Form}:{form.Wave}"), Words.Value(form.Alpha, 2), Words.Limits(form.Alpha, 2), Sem(form)];
    }

    private static Cell Sem(ReliabilityFinding form) => form.Alpha is Estimate ? Words.Of(form.StandardErrorOfMeasurement, 1) : new("not estimable");

    private static IReadOnlyList<Cell> Line(string step, string key, GrantCounts counts) => [new(step), counts.Cell(key)];
}
