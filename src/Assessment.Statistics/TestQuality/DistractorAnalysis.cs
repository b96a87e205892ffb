using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.TestQuality;

/// <summary>One option of an item: who chose it.</summary>
/// <param name="Count">People who chose it.</param>
/// <param name="Upper">Of them in the upper 27 % group.</param>
/// <param name="Middle">Of them in neither group (people in both groups count in both).</param>
/// <param name="Lower">Of them in the lower 27 % group.</param>
/// <param name="MeanRest">Mean score on the other items of those who chose it; null when nobody did.</param>
/// <param name="OptionRest">Correlation of choosing it with the score on the other items; null when it does not vary.</param>
public sealed record OptionStatistics(int Count, int Upper, int Middle, int Lower, double? MeanRest, double? OptionRest);

/// <summary>Do the wrong options draw those who know less, and is the key chosen by those who know more?</summary>
public static class DistractorAnalysis
{
    private const double GroupShare = 0.27;

    /// <summary>One line per option. Equals R's <c>table(option, group)</c> and <c>cor(option == o, total - item)</c>.</summary>
    /// <param name="chosen">Option of each person, 0 to <paramref name="options"/> − 1.</param>
    /// <param name="options">Number of options; omitted is an option of its own.</param>
    /// <param name="totals">Total scores.</param>
    /// <param name="itemScores">Score of each person on this item.</param>
    /// <exception cref="ArgumentException">Lengths differ.</exception>
    public static IReadOnlyList<OptionStatistics> Of(int[] chosen, int options, double[] totals, double[] itemScores)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        ArgumentNullException.ThrowIfNull(totals);
        ArgumentNullException.ThrowIfNull(itemScores);
        Require.SameLength(chosen.Length, totals.Length);
        Require.SameLength(chosen.Length, itemScores.Length);
        var groups = ScoreGroups.Of(totals, GroupShare);
        var rest = totals.Zip(itemScores, (t, s) => t - s).ToArray();
        return [.. Enumerable.Range(0, options).Select(option => Of(option, chosen, groups, rest))];
    }

    private static OptionStatistics Of(int option, int[] chosen, ScoreGroups groups, double[] rest)
    {
        int Among(IEnumerable<int> people) => people.Count(i => chosen[i] == option);
        var outside = Enumerable.Range(0, chosen.Length).Except(groups.Upper).Except(groups.Lower);
        double[] choosers = [.. rest.Where((_, i) => chosen[i] == option)];
        return new(
            choosers.Length, Among(groups.Upper), Among(outside), Among(groups.Lower),
            choosers.Length > 0 ? Sums.Mean(choosers) : null,
            Sums.Correlation([.. chosen.Select(c => c == option ? 1.0 : 0)], rest));
    }
}
