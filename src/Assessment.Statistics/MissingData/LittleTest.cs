using Assessment.Statistics.Distributions;
using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.MissingData;

/// <summary>
/// Little's (1988) test that values are missing completely at random: do the means of people with different gaps agree with one normal
/// distribution? d² with the maximum-likelihood covariance (divisor n).
/// </summary>
/// <param name="N">Rows with at least one value.</param>
/// <param name="Patterns">Different sets of gaps among them.</param>
/// <param name="D2">The statistic.</param>
/// <param name="Df">Observed columns summed over patterns − all columns.</param>
/// <param name="P">Upper tail of χ²; null when there is one pattern only and nothing to compare.</param>
/// <param name="Means">Maximum-likelihood means of the columns.</param>
public sealed record LittleTest(int N, int Patterns, double D2, int Df, double? P, IReadOnlyList<double> Means)
{
    /// <summary>
    /// Equals R's <c>naniar::mcar_test</c>. Null when the columns are linearly dependent or hold too little for their covariance.
    /// </summary>
    /// <param name="rows">People by columns, null where missing; every column has two different values.</param>
    /// <exception cref="ArgumentException">A column does not vary.</exception>
    public static LittleTest? Of(IReadOnlyList<double?[]> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var columns = rows.Count == 0 ? 0 : rows[0].Length;
        double[] means = new double[columns], sds = new double[columns];
        for (var j = 0; j < columns; j++)
        {
            double[] present = [.. rows.Where(row => row[j] is not null).Select(row => row[j]!.Value)];
            (means[j], sds[j]) = (Sums.Mean(present), Math.Sqrt(Sums.Variance(present)));
            if (!(sds[j] > 0)) throw new ArgumentException($"Column {j + 1} does not vary.");
        }

        var patterns = MissingPattern.Of([.. rows.Select(row => row.Select((x, j) => (x - means[j]) / sds[j]).ToArray())]);
        if (columns == 0 || IncompleteNormal.Fit(patterns, columns) is not { } fit) return null;
        double d2 = 0;
        foreach (var pattern in patterns)
        {
            var gap = (pattern.Sums / pattern.N) - fit.At(pattern.Observed);
            d2 += pattern.N * (gap * fit.Part(pattern.Observed, pattern.Observed).Solve(gap));
        }

        var df = patterns.Sum(p => p.Observed.Length) - columns;
        return new(patterns.Sum(p => p.N), patterns.Count, d2, df, df > 0 ? ChiSquared.Upper(d2, df) : null, [.. fit.Mean.Select((m, j) => means[j] + (sds[j] * m))]);
    }
}
