using System.Globalization;
using Assessment.Domain.Instruments;

namespace Assessment.Domain.Scoring;

/// <summary>Points of one response: one pure function per item type.</summary>
public static class ItemScoring
{
    /// <summary>
    /// Points of a stored response, or null where there is nothing to score: no answer, an indicator without opportunity, a
    /// stimulus, or a constructed response, whose points come from raters (<see cref="RubricScoring"/>).
    /// Whether a blank counts as wrong (a test) or as missing (a scale) is decided where scores are summed.
    /// </summary>
    /// <param name="item">The item.</param>
    /// <param name="response">Its stored spelling (<see cref="ItemResponse"/>); null or empty for no answer.</param>
    public static Points? Score(Item item, string? response)
    {
        ArgumentNullException.ThrowIfNull(item);
        return string.IsNullOrEmpty(response)
            ? null
            : item switch
            {
                SingleChoice single => Single(single, response),
                MultipleChoice multiple => Multiple(multiple, response),
                TrueFalse statement => WhenKeyed(statement.MaxPoints, response == (statement.Key ? "true" : "false")),
                Likert likert => Step(likert, response),
                Indicator => Shown(response),
                Ordering ordering => ArrangementScoring.Ordering(ordering, response.Split('|')),
                Matching matching => ArrangementScoring.Matching(matching, ItemResponse.Pairs(response)),
                InlineChoice inline => ArrangementScoring.InlineChoice(inline, ItemResponse.Pairs(response)),
                Numeric numeric => EntryScoring.Numeric(numeric, decimal.Parse(response, CultureInfo.InvariantCulture)),
                ShortText text => EntryScoring.ShortText(text, response),
                SituationalJudgement judgement => Judged(judgement, judgement.Key, response),
                Scenario scenario => ScenarioOutcome.Of(scenario, ItemResponse.Path(response)).Earned,
                ConstructedResponse or Stimulus => null,
                _ => throw new InvalidOperationException($"Item type {item.Type} has no scoring function."),
            };
    }

    /// <summary>Points of a judgement under a version of the key (<see cref="JudgementScoring"/>).</summary>
    /// <param name="item">The item; it says how it is answered.</param>
    /// <param name="key">Its newest key, or an older one to score again under it.</param>
    /// <param name="response">Its stored spelling.</param>
    public static Points Judged(SituationalJudgement item, PanelKey key, string response)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Mode switch
        {
            JudgementMode.BestAndWorst => JudgementScoring.BestAndWorst(item, key, ItemResponse.Pairs(response)),
            JudgementMode.RateEach => JudgementScoring.RateEach(item, key, ItemResponse.Pairs(response)),
            _ => JudgementScoring.Best(item, key, response),
        };
    }

    /// <summary>Weight of the chosen option times the item's points; an option without weight gives all when it is the key, else nothing.</summary>
    private static Points Single(SingleChoice item, string response)
    {
        var weight = item.Options.FirstOrDefault(option => option.Identifier == response)?.Weight;
        return weight is { } part ? item.MaxPoints.Weighted(part) : WhenKeyed(item.MaxPoints, response == item.Key);
    }

    private static Points WhenKeyed(Points points, bool right) => right ? points : Points.Zero;

    /// <summary>max(0, hits − false choices) ÷ keys: choosing everything earns nothing when wrong options are as many as keys.</summary>
    private static Points Multiple(MultipleChoice item, string response)
    {
        var chosen = response.Split('|');
        var hits = chosen.Count(item.Key.Contains);
        var net = Math.Max(0, hits - (chosen.Length - hits));
        return item.MaxPoints.Part(net, item.Key.Count);
    }

    private static Points Step(Likert item, string response)
    {
        var step = int.Parse(response, CultureInfo.InvariantCulture);
        return new Points((item.Reversed ? item.Steps + 1 - step : step) * Points.TicksPerPoint);
    }

    private static Points? Shown(string response) => response switch
    {
        Indicator.Shown => Points.One,
        Indicator.NotShown => Points.Zero,
        _ => null,
    };
}
