using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.Models;

/// <summary>Do groups differ in their means? One-way analysis of variance.</summary>
/// <param name="BetweenDf">Groups − 1.</param>
/// <param name="WithinDf">Values − groups.</param>
/// <param name="BetweenSquares">Sum of squares between the groups.</param>
/// <param name="WithinSquares">Sum of squares within the groups.</param>
public sealed record OneWayAnova(int BetweenDf, int WithinDf, double BetweenSquares, double WithinSquares)
{
    /// <summary>Mean square between; null with one group.</summary>
    public double? BetweenMeanSquare => BetweenDf > 0 ? BetweenSquares / BetweenDf : null;

    /// <summary>Mean square within; null without replication.</summary>
    public double? WithinMeanSquare => WithinDf > 0 ? WithinSquares / WithinDf : null;

    /// <summary>F ratio; null where not estimable.</summary>
    public double? F => WithinMeanSquare > 0 ? BetweenMeanSquare / WithinMeanSquare : null;

    /// <summary>Share of the sum of squares that lies between groups; null without variance.</summary>
    public double? RSquared => BetweenSquares + WithinSquares > 0 ? BetweenSquares / (BetweenSquares + WithinSquares) : null;

    /// <summary>Square root of the mean square within.</summary>
    public double? ResidualSd => WithinMeanSquare is { } ms ? Math.Sqrt(ms) : null;

    /// <summary>
    /// Analyses values by group. Equals R's <c>anova(lm(y ~ factor(group)))</c>. The first value is taken off first, which is exact
    /// for data whose leading digits are constant.
    /// </summary>
    /// <param name="values">Finite values.</param>
    /// <param name="groups">Group of each value; any integers.</param>
    /// <exception cref="ArgumentException">Lengths differ, a value is not finite, or there is none.</exception>
    public static OneWayAnova Of(ReadOnlySpan<double> values, ReadOnlySpan<int> groups)
    {
        Require.SameLength(values.Length, groups.Length);
        Require.Finite(values);
        if (values.IsEmpty) throw new ArgumentException("There are no values.");
        var byGroup = new SortedDictionary<int, List<double>>();
        for (var i = 0; i < values.Length; i++)
        {
            if (!byGroup.TryGetValue(groups[i], out var members)) byGroup[groups[i]] = members = [];
            members.Add(values[i] - values[0]);
        }

        var cells = byGroup.Values.Select(g => g.ToArray()).ToArray();
        var grand = Sums.Mean([.. cells.SelectMany(c => c)]);
        return new(
            cells.Length - 1,
            values.Length - cells.Length,
            cells.Sum(c => c.Length * Math.Pow(Sums.Mean(c) - grand, 2)),
            cells.Sum(c => Sums.SquaredDeviations(c)));
    }
}
