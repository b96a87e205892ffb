using System.Globalization;
using Assessment.Domain.Instruments;

namespace Assessment.Domain.Scoring;

/// <summary>
/// A response in its one stored spelling, per item type:
/// single choice, an option identifier; situational judgement, an option identifier, or "best:option" and "worst:option" joined
/// by '|', or "option:step" joined by '|' in the item's option order; multiple choice, identifiers joined by '|' in the item's option
/// order; true-false, "true" or "false"; likert, a step "1"…"n"; indicator, its word; ordering, all identifiers joined by '|' in
/// the answered order; matching, "source:target" joined by '|' in the order of sources; inline choice, "gap:option" joined by '|'
/// in the order of gaps; numeric, the number as <see cref="NumberText.Write"/>; short text and constructed response, the text in
/// Unicode normal form C without white space at its ends; scenario, "node:choice:milliseconds" joined by '|' in the order taken.
/// A stimulus takes none. The empty text is a cleared answer. No spelling is longer than <see cref="MaxLength"/>.
/// </summary>
public static class ItemResponse
{
    /// <summary>The longest stored spelling of any type, in UTF-16 code units: that of a constructed response.</summary>
    public const int MaxLength = 10_000;

    /// <summary>The longest short text, in UTF-16 code units.</summary>
    public const int MaxShortText = 1_000;

    private const int MsPerDay = 86_400_000;

    /// <summary>The stored spelling of what a device sent, or why it does not fit the item.</summary>
    /// <param name="item">The item answered.</param>
    /// <param name="values">What was chosen or entered; empty clears the answer. Pairs and turns are spelled as they are stored.</param>
    public static Result<string> Read(Item item, IReadOnlyList<string> values)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count == 0 || (values.Count == 1 && values[0].Length == 0))
        {
            return "";
        }

        var text = item switch
        {
            SingleChoice single => One(values, Identifiers(single.Options)),
            MultipleChoice multiple => Several(values, multiple.Options),
            TrueFalse => One(values, ["true", "false"]),
            Likert likert => One(values, Enumerable.Range(1, likert.Steps).Select(step => step.ToString(CultureInfo.InvariantCulture))),
            Indicator => One(values, [Indicator.Shown, Indicator.NotShown, Indicator.NoOpportunity]),
            Ordering ordering => All(values, ordering.Options),
            Matching matching => Paired(values, matching.Sources.ToDictionary(source => source.Identifier, _ => matching.Targets)),
            InlineChoice inline => Paired(values, inline.Gaps.ToDictionary(gap => gap.Identifier, gap => gap.Options)),
            Numeric => Number(values),
            ShortText => ResponseText.Read(values, MaxShortText, ResponseText.OneLine),
            ConstructedResponse => ResponseText.Read(values, MaxLength, ResponseText.Lines),
            SituationalJudgement judgement => Judged(values, judgement),
            Scenario scenario => Followed(values, scenario),
            Stimulus => null,
            _ => throw new InvalidOperationException($"Item type {item.Type} has no reading of responses."),
        };

        return text is null || text.Length > MaxLength
            ? Refusals.ResponseInvalid.Because($"Item {item.Identifier} is {item.Type}; it takes {Expectation(item)}.")
            : text;
    }

    /// <summary>The values that <see cref="Read"/> makes a stored spelling from.</summary>
    public static IReadOnlyList<string> Values(Item item, string stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        return item is ShortText or ConstructedResponse ? [stored] : stored.Split('|');
    }

    /// <summary>Option by gap, target by source, or what a judgement pairs, of a stored spelling.</summary>
    public static IReadOnlyDictionary<string, string> Pairs(string stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        return stored.Split('|').Select(pair => pair.Split(':')).ToDictionary(pair => pair[0], pair => pair[1]);
    }

    /// <summary>The turns of a stored path through a scenario.</summary>
    public static IReadOnlyList<PathTurn> Path(string stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        return stored.Split('|').Select(turn => turn.Split(':'))
            .Select(parts => new PathTurn(parts[0], parts[1], int.Parse(parts[2], CultureInfo.InvariantCulture))).ToList();
    }

    private static IEnumerable<string> Identifiers(IReadOnlyList<Option> options) => options.Select(option => option.Identifier);

    private static string? One(IReadOnlyList<string> values, IEnumerable<string> allowed) =>
        values.Count == 1 && allowed.Contains(values[0]) ? values[0] : null;

    private static string? Several(IReadOnlyList<string> values, IReadOnlyList<Option> options)
    {
        var chosen = values.ToHashSet();
        var known = Identifiers(options).Where(chosen.Contains).ToList();
        return known.Count == values.Count ? string.Join('|', known) : null;
    }

    private static string? All(IReadOnlyList<string> values, IReadOnlyList<Option> options) =>
        values.Count == options.Count && values.ToHashSet().SetEquals(Identifiers(options)) ? string.Join('|', values) : null;

    private static string? Paired(IReadOnlyList<string> values, Dictionary<string, IReadOnlyList<Option>> allowed)
    {
        var pairs = new Dictionary<string, string>();
        foreach (var value in values)
        {
            var parts = value.Split(':');
            if (parts.Length != 2 || !allowed.TryGetValue(parts[0], out var options)
                || !Identifiers(options).Contains(parts[1]) || !pairs.TryAdd(parts[0], value))
            {
                return null;
            }
        }

        return string.Join('|', allowed.Keys.Where(pairs.ContainsKey).Select(left => pairs[left]));
    }

    private static string? Judged(IReadOnlyList<string> values, SituationalJudgement item) => item.Mode switch
    {
        JudgementMode.BestAndWorst => BestAndWorst(values, item.Options),
        JudgementMode.RateEach => Paired(values, item.Options.ToDictionary(option => option.Identifier, _ => Steps(item))),
        _ => One(values, Identifiers(item.Options)),
    };

    /// <summary>One option cannot be both.</summary>
    private static string? BestAndWorst(IReadOnlyList<string> values, IReadOnlyList<Option> options)
    {
        var picks = Paired(values, new() { [JudgementScoring.BestWord] = options, [JudgementScoring.WorstWord] = options });
        return picks is not null && Pairs(picks).Values.Distinct().Count() == values.Count ? picks : null;
    }

    private static IReadOnlyList<Option> Steps(SituationalJudgement item) =>
        [.. item.Labels.Select((label, i) => new Option((i + 1).ToString(CultureInfo.InvariantCulture), label))];

    private static string? Number(IReadOnlyList<string> values) =>
        values.Count == 1 && NumberText.Read(values[0]) is { } number ? NumberText.Write(number) : null;

    /// <summary>Each turn is a choice of the node that the turn before led to; the path may stop before an end.</summary>
    private static string? Followed(IReadOnlyList<string> values, Scenario scenario)
    {
        var node = scenario.Node(scenario.Start);
        foreach (var value in values)
        {
            var parts = value.Split(':');
            if (parts.Length != 3 || parts[0] != node.Identifier || !IsTime(parts[2])
                || node.Choices.FirstOrDefault(choice => choice.Identifier == parts[1]) is not { } choice)
            {
                return null;
            }

            node = scenario.Node(choice.Next);
        }

        return string.Join('|', values);
    }

    private static bool IsTime(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ms) && ms <= MsPerDay
        && ms.ToString(CultureInfo.InvariantCulture) == text;

    private static string Expectation(Item item) => item switch
    {
        SingleChoice or SituationalJudgement { Mode: JudgementMode.Best } => "the identifier of one of its options",
        SituationalJudgement { Mode: JudgementMode.BestAndWorst } => "a list of \"best:option\" and \"worst:option\", two different options",
        SituationalJudgement judgement => $"a list of \"option:step\", each option at most once, steps from 1 to {judgement.Labels.Count}",
        MultipleChoice => "a list of identifiers of its options, each at most once",
        TrueFalse => "true or false",
        Likert likert => $"a whole number from 1 to {likert.Steps}",
        Ordering => "a list of the identifiers of all its options, each once",
        Matching => "a list of \"source:target\", each source at most once",
        InlineChoice => "a list of \"gap:option\", each gap at most once",
        Numeric => "one number",
        ShortText => $"a text of up to {MaxShortText} characters",
        ConstructedResponse => $"a text of up to {MaxLength} characters",
        Scenario => "a list of \"node:choice:milliseconds\" along a path from its start",
        Stimulus => "no response",
        _ => $"\"{Indicator.Shown}\", \"{Indicator.NotShown}\" or \"{Indicator.NoOpportunity}\"",
    };
}
