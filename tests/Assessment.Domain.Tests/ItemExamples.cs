using Assessment.Domain.Instruments;

namespace Assessment.Domain.Tests;

/// <summary>One item of each type, small enough to score by hand.</summary>
internal static class ItemExamples
{
    public static readonly ItemTags NoTags = new(null, null, Ability.Knowledge, [], null);

    public static readonly SingleChoice Weighted = new("w", "stem", NoTags, Points.Of(2), [
        new Option("a", "A"), new Option("b", "B") { Weight = 0.25m }, new Option("c", "C"), new Option("none", "None of these") { Fixed = true }], "a");

    public static readonly Ordering Order = new("o", "stem", NoTags, Points.One, Options("abcd"), ["b", "a", "d", "c"]);

    public static readonly Matching Match = new(
        "m", "stem", NoTags, Points.One, Options("abc"), Options("xyz"), [new("a", "x"), new("b", "y"), new("c", "y")]);

    public static readonly InlineChoice Inline = new(
        "i", "First [[g1]], then [[g2]].", NoTags, Points.One, [new("g1", Options("ab"), "a"), new("g2", Options("abc"), "c")]);

    public static readonly Numeric Number = new("n", "stem", NoTags, Points.Of(2), [
        new NumericKey(6.5m, 0.1m), new NumericKey(6.5m, 0.5m, Weight: 0.5m), new NumericKey(-200, 0.05m, Relative: true, Weight: 0.25m)]);

    public static readonly ShortText Text = new("t", "stem", NoTags, Points.One, [new("time and distance"), new("distancia", 0.5m)], new TextRules());

    public static readonly ConstructedResponse Essay = new("e", "stem", NoTags, new Rubric([
        new("listening", "Listening", [new("interrupts", Points.Zero), new("lets finish", Points.One), new("reflects", Points.Of(3))]),
        new("options", "Options", [new("none", Points.Zero), new("one or more", Points.Of(2))])]));

    public static readonly Stimulus Story = new("story", "A man stands on a bridge.", NoTags, new Picture("bridge.png", "A man on the outer side of a railing"));

    public static readonly SituationalJudgement Judgement = new("j", "stem", NoTags, Points.Of(2), Options("abc"), [
        new(1, KeyMethod.Authored, new Dictionary<string, decimal> { ["a"] = 1, ["b"] = 0.5m, ["c"] = 0 })], null);

    public static readonly SituationalJudgement BestAndWorst = Judgement with { Identifier = "jw", Mode = JudgementMode.BestAndWorst };

    /// <summary>Three experts give a 5, 5, 4, b 3, 3, 3 and c 1, 2, 1 of five steps: means 14/3, 3 and 4/3.</summary>
    public static readonly SituationalJudgement Rated = new("jr", "stem", NoTags, Points.One, Options("abc"), [
        new(1, KeyMethod.MeanRating, new Dictionary<string, decimal> { ["a"] = 0.91666667m, ["b"] = 0.5m, ["c"] = 0.08333333m })], null)
    {
        Mode = JudgementMode.RateEach, Labels = ["very poor", "poor", "fair", "good", "very good"],
    };

    /// <summary>
    /// start: talk (+2, safe) → calm, shout (+0, unsafe) → tense. calm: wait (+3, safe) → good, rush (+1, unsafe) → bad.
    /// tense: back off (+1, safe) → good, grab (+0, unsafe) → bad. Best: talk, wait = 5.
    /// </summary>
    public static readonly Scenario Bridge = new("s", "stem", NoTags with { Ability = Ability.Skill }, "start", [
        new("start", "He shouts.", null, [Choice("talk", 2, true, "calm"), Choice("shout", 0, false, "tense")]),
        new("calm", "He listens.", null, [Choice("wait", 3, true, "good"), Choice("rush", 1, false, "bad")]),
        new("tense", "He leans out.", null, [Choice("back-off", 1, true, "good"), Choice("grab", 0, false, "bad")]),
        new("good", "He climbs back.", null, [], EndsSafely: true),
        new("bad", "He falls.", null, [], EndsSafely: false)]);

    public static IReadOnlyList<Item> All { get; } =
    [
        new SingleChoice("q", "stem", NoTags, Points.One, Options("abcde"), "c"),
        new MultipleChoice("q", "stem", NoTags, Points.One, Options("abcde"), ["a", "d"]),
        new TrueFalse("q", "stem", NoTags, Points.One, false),
        new Likert("q", "stem", NoTags, ["1", "2", "3", "4", "5"], true),
        new Indicator("q", "stem", NoTags),
        Weighted, Order, Match, Inline, Number, Text, Essay, Story, BestAndWorst, Rated, Judgement, Bridge,
    ];

    public static Option[] Options(string letters) => [.. letters.Select(letter => new Option(letter.ToString(), letter.ToString().ToUpperInvariant()))];

    private static ScenarioChoice Choice(string identifier, double points, bool safe, string next) =>
        new(identifier, identifier, Points.Of(points), safe, next);
}
