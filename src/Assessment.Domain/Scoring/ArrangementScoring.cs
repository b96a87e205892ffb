using Assessment.Domain.Instruments;

namespace Assessment.Domain.Scoring;

/// <summary>Points of options that were put in order, matched, or filled into gaps.</summary>
public static class ArrangementScoring
{
    /// <summary>
    /// max(0, C − D) ÷ (C + D), with C the pairs of options that stand in the right order and D those that do not: Kendall's tau-a
    /// (Kendall 1938, Biometrika 30:81), negative values as 0. A random order has tau 0 on average, as a multiple choice of
    /// everything earns nothing.
    /// </summary>
    /// <param name="item">The item.</param>
    /// <param name="order">Identifiers of all options in the answered order.</param>
    public static Points Ordering(Ordering item, IReadOnlyList<string> order)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(order);
        var places = item.Key.Select((option, i) => (option, i)).ToDictionary(one => one.option, one => one.i);
        var ranks = order.Select(option => places[option]).ToArray();
        var pairs = ranks.Length * (ranks.Length - 1) / 2;
        var right = ranks.Select((rank, i) => ranks.Skip(i + 1).Count(later => later > rank)).Sum();
        return item.MaxPoints.Part(Math.Max(0, right - (pairs - right)), pairs);
    }

    /// <summary>Sources with their right target ÷ all sources; a source without target counts as wrong.</summary>
    /// <param name="item">The item.</param>
    /// <param name="pairs">Target by source.</param>
    public static Points Matching(Matching item, IReadOnlyDictionary<string, string> pairs)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(pairs);
        return item.MaxPoints.Part(item.Key.Count(key => pairs.GetValueOrDefault(key.Source) == key.Target), item.Key.Count);
    }

    /// <summary>Gaps with their right option ÷ all gaps; an empty gap counts as wrong.</summary>
    /// <param name="item">The item.</param>
    /// <param name="choices">Option by gap.</param>
    public static Points InlineChoice(InlineChoice item, IReadOnlyDictionary<string, string> choices)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(choices);
        return item.MaxPoints.Part(item.Gaps.Count(gap => choices.GetValueOrDefault(gap.Identifier) == gap.Key), item.Gaps.Count);
    }
}
