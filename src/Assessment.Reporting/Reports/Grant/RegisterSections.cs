using Assessment.Domain.Curricula;
using Assessment.Reporting.Document;

namespace Assessment.Reporting.Reports.Grant;

/// <summary>What the agency wrote down: interactions (T7, T8), barriers (T9), money and plan (T10, T11), narrative (T12).</summary>
internal static class RegisterSections
{
    public static IEnumerable<Block> Of(GrantReportFacts facts, GrantCounts counts)
    {
        yield return new Heading(1, "Interactions");
        yield return Interactions(facts, "T7", "Tactics and force in interactions", ["Measure", "Count", "Contacts", "Rate per 1,000", "Last year", "95% CI"]);
        yield return Interactions(facts, "T8", "Injuries by person and severity", ["Person", "None", "Minor", "Serious", "Death"]);
        yield return new Heading(1, "Barriers");
        yield return Barriers(facts);
        yield return new Heading(1, "Money and plan");
        yield return Money(facts);
        if (facts.Money is { UnspentPlan: { Length: > 0 } plan }) yield return Paragraph.Of($"Plan for unspent money: {plan}");
        yield return Plan(facts, counts);
        if (facts.Plan.Count > 0) yield return Quarters(facts);
        yield return Continuing(facts, counts);
        yield return new Heading(1, "Narrative");
        yield return Narrative(facts);
    }

    private static Table Interactions(GrantReportFacts facts, string number, string title, string[] heads) => new(
        number,
        title,
        [.. heads.Select((head, i) => new Column(head, i > 0))],
        [],
        "Interaction records of the agency.",
        [$"Rules on such reports: {Citation.Of("interactions")}. Changes over time would be before and after, in one group: cause not shown."],
        facts.InteractionRecords == 0
            ? "No interaction records have been entered for this period."
            : $"{Words.Count(facts.InteractionRecords)} interaction records have been entered for this period. They are not analyzed in this report.");

    private static Table Barriers(GrantReportFacts facts) => new(
        "T9",
        "Barriers to training",
        [new("Barrier", false, 1.4), new("Topic", false, 1.6), new("Months affected", true, 0.8), new("What happened", false, 2.4), new("Action", false, 2)],
        [.. facts.Barriers.Select(barrier => (IReadOnlyList<Cell>)[new(barrier.Kind), new(TrainingSections.TopicTitle(barrier.Topic)), Words.CountCell(barrier.Months), new(barrier.Text), Text(barrier.Action)])],
        "Grant register of the agency.",
        [$"Duty to report barriers: {Citation.Of("barriers")}."],
        "No barriers have been entered for this period.");

    private static Table Money(GrantReportFacts facts) => new(
        "T10",
        "Money of the award",
        [new("Award", false, 1.6), new("Received", true), new("Spent", true), new("Spent on training", true), new("Unspent", true), new("Reporting cost % (cap 5)", true), new("FBI collection cost % (cap 5)", true)],
        facts.Money is not { } money ? [] :
        [
            [
                new(facts.Award.Number), Words.MoneyCell(money.Received), Words.MoneyCell(money.Spent), Words.MoneyCell(money.SpentOnTraining), Words.MoneyCell(money.Unspent),
                Share(money, money.Reporting), Share(money, money.UseOfForceCollection),
            ],
        ],
        "Grant register of the agency.",
        [$"Caps: {Citation.Of("caps")}. Both costs are percent of the award received. The grant manager decides what counts as a reporting cost."],
        "No money has been entered for this period.");

    private static Cell Share(Money money, decimal cost)
    {
        if (money.ShareOfAward(cost) is not { } share) return Words.NotApplicableCell;
        var cell = Words.Of(100 * share, 1);
        return share > Grant.Money.Cap ? cell with { Text = $"{cell.Text} (over the cap)" } : cell;
    }

    private static Table Plan(GrantReportFacts facts, GrantCounts counts) => new(
        "T11",
        "Officers still to be trained, by topic",
        [new("Topic", false, 3), new("Untrained", true), new("Planned, by quarter", false, 2.4), new("Cost to train them", true)],
        [.. facts.Training.Topics.Select(topic => PlanRow(topic, facts, counts))],
        "Training and grant records of the agency.",
        [$"A tentative plan to train all officers is part of the report: {Citation.Of("money-and-plan")}. Cost: untrained officers times the cost of training one. One class can cover several topics, so costs by topic do not add up."],
        "No topics.");

    private static IReadOnlyList<Cell> PlanRow(TopicTraining topic, GrantReportFacts facts, GrantCounts counts)
    {
        var quarters = facts.Plan.Where(quarter => quarter.Topics.Contains(topic.Topic)).ToArray();
        var untrained = facts.Grantee.OfficersEmployed - topic.Total;
        return
        [
            new(TrainingSections.TopicTitle(topic.Topic)),
            counts.Cell($"{topic.Topic}:untrained"),
            quarters.Length == 0 ? new("none entered") : new(string.Join("; ", quarters.Select(quarter => $"{quarter.Quarter}: {Words.Count(quarter.Officers)}"))),
            !counts.Shows($"{topic.Topic}:untrained") ? Words.SuppressedCell : Words.MoneyCell(facts.Money?.CostPerOfficer * untrained),
        ];
    }

    private static Table Quarters(GrantReportFacts facts) => new(
        "T11b",
        "Plan by quarter",
        [new("Quarter", false), new("Topics", false, 2), new("Officers planned", true), new("Cost", true)],
        [.. facts.Plan.Select(quarter => (IReadOnlyList<Cell>)[new(quarter.Quarter), new(string.Join(", ", quarter.Topics.Select(Numeral))), Words.CountCell(quarter.Officers), Words.MoneyCell(quarter.Cost)])],
        "Grant register of the agency.",
        ["Places planned, not people: no suppression applies."],
        "No plan has been entered.");

    private static string Numeral(string code) => Topic.Find(code)?.Numeral ?? code;

    // Topics i, ii and iv; the tenure test needs dates of hire, which no register here holds, so the answer may only be "no" or "not shown".
    private static Paragraph Continuing(GrantReportFacts facts, GrantCounts counts)
    {
        var covered = facts.Training.Topics.Where(topic => topic.Topic != Topic.CrisisTeam.Code).ToArray();
        var all = covered.Length > 0 && covered.All(topic => topic.Total >= facts.Grantee.OfficersEmployed);
        var text = covered.Any(topic => !counts.Shows($"{topic.Topic}:untrained")) ? "Whether that is so is suppressed, for it rests on 1 to 10 officers."
            : all ? "All officers employed have completed these topics."
            : "Not all officers employed have completed these topics. Who has been employed for two years is not recorded here, so eligibility is not shown.";
        return new([new Run("Continuing education may be paid from the award once all officers employed for two years have completed topics i, ii and iv.", Footnote: Citation.Of("continuing-education") + "."), new Run(" " + text)]);
    }

    private static Table Narrative(GrantReportFacts facts) => new(
        "T12",
        "Answers to the seven questions",
        [new("Question", false, 2), new("Answer", false, 3)],
        facts.Narrative.Count == 0 ? [] : [.. NarrativeAnswer.Questions.Select((question, i) => NarrativeRow(i + 1, question, facts))],
        "Written by the agency.",
        [],
        "No narrative answers have been entered for this period.");

    private static IReadOnlyList<Cell> NarrativeRow(int number, string question, GrantReportFacts facts)
    {
        var entered = facts.Narrative.FirstOrDefault(answer => answer.Number == number);
        return [new($"{number}. {entered?.Question ?? question}"), Text(entered?.Answer ?? "")];
    }

    private static Cell Text(string text) => string.IsNullOrWhiteSpace(text) ? Words.MissingCell : new(text);
}
