using System.Globalization;
using Assessment.Domain.Instruments;

namespace Assessment.Domain.Scoring;

/// <summary>Points of situational judgement items under a version of their key: one pure function per way of answering.</summary>
public static class JudgementScoring
{
    /// <summary>The words under which a response names the best and the worst option.</summary>
    public const string BestWord = "best", WorstWord = "worst";

    /// <summary>Weight of the chosen option times the item's points; 0 for an option without weight.</summary>
    public static Points Best(SituationalJudgement item, PanelKey key, string option)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(key);
        return item.MaxPoints.Weighted(key.Weights.GetValueOrDefault(option));
    }

    /// <summary>
    /// Half the points for each of the two picks. With w(o) the weight of an option, stretched so that the least is 0 and the most 1:
    /// (w(best) + 1 − w(worst)) ÷ 2; a pick not made earns nothing. With weights 1, ½, …, ½, 0 it is (s + 2) ÷ 4 for the score s from
    /// −2 to +2 of Motowidlo, Dunnette and Carter 1990 (J. Appl. Psychol. 75:640): +1 for each pick that the key makes too, −1 for
    /// each that the key makes the other way round.
    /// </summary>
    /// <param name="item">The item.</param>
    /// <param name="key">A version of its key that tells options apart.</param>
    /// <param name="picks">Option by <see cref="BestWord"/> and <see cref="WorstWord"/>.</param>
    public static Points BestAndWorst(SituationalJudgement item, PanelKey key, IReadOnlyDictionary<string, string> picks)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(picks);
        var (least, most) = (key.Weights.Values.Min(), key.Weights.Values.Max());
        decimal Stretched(string option) => (key.Weights.GetValueOrDefault(option) - least) / (most - least);
        var best = picks.TryGetValue(BestWord, out var first) ? Stretched(first) : 0;
        var worst = picks.TryGetValue(WorstWord, out var last) ? 1 - Stretched(last) : 0;
        return item.MaxPoints.Weighted((best + worst) / 2);
    }

    /// <summary>
    /// Closeness to the panel, option by option. With x(o) the step that the participant gives option o and m(o) the panel's mean,
    /// d(o) = (x(o) − m(o))² is the squared distance of raw consensus scoring (McDaniel, Psotka, Legree, Yost and Weekley 2011,
    /// J. Appl. Psychol. 96:327; Weng, Yang, Lievens and McDaniel 2018, J. Vocat. Behav. 104:199). It is turned round and rescaled so
    /// that the nearest steps earn all points and the farthest none: Σ (f(o) − d(o)) ÷ Σ (f(o) − n(o)), f(o) and n(o) being d at the
    /// farthest and at the nearest step. An option not rated counts as the farthest.
    /// </summary>
    /// <param name="item">The item; its labels are the steps, three at least.</param>
    /// <param name="key">A version of its key: place of each option's mean on the scale, 0 for the lowest step and 1 for the highest.</param>
    /// <param name="steps">Step by option.</param>
    public static Points RateEach(SituationalJudgement item, PanelKey key, IReadOnlyDictionary<string, string> steps)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(steps);
        var intervals = item.Labels.Count - 1;
        var (earned, possible) = (0m, 0m);
        foreach (var option in item.Options.Select(option => option.Identifier))
        {
            var mean = key.Weights.GetValueOrDefault(option);
            var farthest = Square(Math.Max(mean, 1 - mean));
            possible += farthest - Square(mean - (Math.Round(mean * intervals) / intervals));
            if (steps.TryGetValue(option, out var step))
            {
                earned += farthest - Square(((decimal.Parse(step, CultureInfo.InvariantCulture) - 1) / intervals) - mean);
            }
        }

        return item.MaxPoints.Weighted(earned / possible);
    }

    private static decimal Square(decimal number) => number * number;
}
