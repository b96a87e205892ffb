using System.Globalization;
using Assessment.Domain.Instruments;
using Assessment.Domain.Scoring;
using Assessment.Interchange.Forms;

namespace Assessment.Api.Features.Forms;

/// <summary>Something that can be answered, and the points that it adds.</summary>
internal sealed record ImportedOption(string Identifier, string Text, double Weight);

/// <summary>An item as the verb <c>import-form</c> tells it.</summary>
internal sealed record ImportedItem(
    int Position, string Identifier, string Type, string Status, string Stem, IReadOnlyList<ImportedOption> Options, object? Key,
    double MaxScore, bool Feedback, IReadOnlyList<string> Tags, IReadOnlyList<string> Reasons)
{
    public static ImportedItem Of(Item item, int position) => new(
        position,
        item.Identifier,
        item.Type,
        "imported",
        item.Stem,
        [.. OptionsOf(item)],
        KeyOf(item),
        item.MaxPoints.Value,
        item.Tags.Rationale is not null,
        [.. new[] { item.Tags.Topic, item.Tags.Objective }.OfType<string>(), FormWords.Of(item.Tags.Ability), .. item.Tags.Tactics],
        []);

    /// <summary>What is right, spelled as responses are; of numbers and texts all that are accepted, of a scenario the best path.</summary>
    private static object? KeyOf(Item item) => item switch
    {
        SingleChoice single => single.Key,
        MultipleChoice multiple => multiple.Key,
        TrueFalse statement => statement.Key,
        Ordering ordering => ordering.Key,
        Matching matching => matching.Key.Select(pair => $"{pair.Source}:{pair.Target}").ToList(),
        InlineChoice inline => inline.Gaps.Select(gap => $"{gap.Identifier}:{gap.Key}").ToList(),
        Numeric numeric => numeric.Keys.Select(key => key.Value).ToList(),
        ShortText text => text.Keys.Select(key => key.Text).ToList(),
        SituationalJudgement judgement => BestResponse(judgement).ToList(),
        Scenario scenario => ScenarioGraph.BestPath(scenario).Select(turn => $"{turn.Node}:{turn.Choice}").ToList(),
        _ => null,
    };

    /// <summary>
    /// Points that choosing an option adds; a false choice of several takes as much as a hit gives. Parts that give points
    /// only together with others, as those of orderings and matchings, have the weight 0.
    /// </summary>
    private static IEnumerable<ImportedOption> OptionsOf(Item item) => item switch
    {
        SingleChoice single => Choices(single.Options, option => ItemScoring.Score(single, option)!.Value.Value),
        MultipleChoice multiple => Choices(multiple.Options, option => (multiple.Key.Contains(option) ? 1 : -1) * multiple.MaxPoints.Value / multiple.Key.Count),
        TrueFalse statement => Words(statement, "true", "false"),
        Likert likert => likert.Labels.Select((label, i) => new ImportedOption($"{i + 1}", label, likert.Reversed ? likert.Steps - i : i + 1)),
        Indicator => Words(item, Indicator.Shown, Indicator.NotShown, Indicator.NoOpportunity),
        Ordering ordering => Choices(ordering.Options, _ => 0),
        Matching matching => Choices([.. matching.Sources, .. matching.Targets], _ => 0),
        InlineChoice inline => inline.Gaps.SelectMany(gap => gap.Options.Select(option => new ImportedOption(
            $"{gap.Identifier}:{option.Identifier}", option.Text, option.Identifier == gap.Key ? inline.MaxPoints.Value / inline.Gaps.Count : 0))),
        Numeric numeric => numeric.Keys.Select((key, i) => new ImportedOption($"{i + 1}", Accepted(key), numeric.MaxPoints.Weighted(key.Weight).Value)),
        ShortText text => text.Keys.Select((key, i) => new ImportedOption($"{i + 1}", key.Text, text.MaxPoints.Weighted(key.Weight).Value)),
        SituationalJudgement judgement => Judged(judgement),
        _ => [],
    };

    /// <summary>What earns all points: the options of most weight, with those of least where the worst is picked too, or the steps nearest to the key.</summary>
    private static IEnumerable<string> BestResponse(SituationalJudgement item)
    {
        var weights = item.Key.Weights;
        return item.Mode switch
        {
            JudgementMode.BestAndWorst => [.. Of(weights.Values.Max()).Select(Best), .. Of(weights.Values.Min()).Select(Worst)],
            JudgementMode.RateEach => item.Options.Select(option => Nearest(item, option.Identifier)),
            _ => Of(1),
        };

        IEnumerable<string> Of(decimal weight) => weights.Where(option => option.Value == weight).Select(option => option.Key);
    }

    /// <summary>Each pick or option with what it adds at best.</summary>
    private static IEnumerable<ImportedOption> Judged(SituationalJudgement item) => item.Mode switch
    {
        JudgementMode.BestAndWorst => [.. Picks(item, Best), .. Picks(item, Worst)],
        JudgementMode.RateEach => Choices(item.Options, option => ItemScoring.Score(item, Nearest(item, option))!.Value.Value),
        _ => Choices(item.Options, option => ItemScoring.Score(item, option)!.Value.Value),
    };

    private static IEnumerable<ImportedOption> Picks(SituationalJudgement item, Func<string, string> pick) => item.Options.Select(
        option => new ImportedOption(pick(option.Identifier), option.Text, ItemScoring.Score(item, pick(option.Identifier))!.Value.Value));

    private static string Best(string option) => $"{JudgementScoring.BestWord}:{option}";

    private static string Worst(string option) => $"{JudgementScoring.WorstWord}:{option}";

    private static string Nearest(SituationalJudgement item, string option) =>
        $"{option}:{Math.Round(item.Key.Weights[option] * (item.Labels.Count - 1), MidpointRounding.AwayFromZero) + 1:0}";

    private static IEnumerable<ImportedOption> Choices(IEnumerable<Option> options, Func<string, double> points) =>
        options.Select(option => new ImportedOption(option.Identifier, option.Text, points(option.Identifier)));

    private static IEnumerable<ImportedOption> Words(Item item, params IEnumerable<string> words) =>
        words.Select(word => new ImportedOption(word, word, ItemScoring.Score(item, word)?.Value ?? 0));

    private static string Accepted(NumericKey key) => key.Tolerance == 0
        ? NumberText.Write(key.Value)
        : string.Create(CultureInfo.InvariantCulture, $"{NumberText.Write(key.Value)} ± {NumberText.Write(key.Relative ? 100 * key.Tolerance : key.Tolerance)}{(key.Relative ? " %" : "")}");
}
