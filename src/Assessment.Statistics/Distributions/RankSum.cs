namespace Assessment.Statistics.Distributions;

/// <summary>Null distribution of the Mann–Whitney statistic U of two groups without ties, exact by counting (Mann and Whitney 1947).</summary>
public sealed class RankSum
{
    private readonly double[] probabilities;

    private RankSum(double[] probabilities) => this.probabilities = probabilities;

    /// <summary>The statistic of groups of m and n. Equals R's <c>pwilcox</c> and <c>qwilcox</c>.</summary>
    /// <param name="m">Size of one group, at least 1.</param>
    /// <param name="n">Size of the other, at least 1; together at most 400.</param>
    public static RankSum Of(int m, int n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(m, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(m + n, 400);
        var counts = Counts(Math.Min(m, n), Math.Max(m, n));
        var total = counts.Sum();
        return new([.. counts.Select(c => c / total)]);
    }

    /// <summary>P(U ≤ u).</summary>
    /// <param name="u">Any integer.</param>
    public double Cdf(int u)
    {
        double sum = 0;
        for (var i = 0; i <= Math.Min(u, probabilities.Length - 1); i++) sum += probabilities[i];
        return Math.Min(1, sum);
    }

    /// <summary>Smallest u with P(U ≤ u) ≥ p.</summary>
    /// <param name="p">Probability in (0, 1).</param>
    public int Quantile(double p) => ExactQuantile.Of(probabilities, p);

    // Ways(j of one group, i of the other, u) = Ways(j − 1, i, u − i) + Ways(j, i − 1, u), all j at once for growing i.
    private static double[] Counts(int m, int n)
    {
        var ways = new double[m + 1][];
        for (var j = 0; j <= m; j++)
        {
            ways[j] = new double[(j * n) + 1];
            ways[j][0] = 1;
        }

        for (var i = 1; i <= n; i++)
        {
            for (var j = 1; j <= m; j++)
            {
                double[] fewer = ways[j - 1], these = ways[j];
                for (var u = i; u <= j * i; u++) these[u] += u - i < fewer.Length && u - i <= (j - 1) * i ? fewer[u - i] : 0;
            }
        }

        return ways[m];
    }
}
