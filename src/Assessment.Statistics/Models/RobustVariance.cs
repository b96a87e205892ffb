namespace Assessment.Statistics.Models;

/// <summary>
/// Sandwich variances of one linear combination c'β̂ from the influence ψ_i = c'(X'WX)⁻¹x_i·s_i of every row, s_i the row's score:
/// every robust variance is a quadratic form in them (Zeileis 2006, <i>J. Stat. Softw.</i> 16(9)).
/// </summary>
internal static class RobustVariance
{
    /// <summary>Σψ², HC0.</summary>
    public static double Independent(double[] influence) => influence.Sum(x => x * x);

    /// <summary>Σψ²/(1 − h)^power: HC2 for 1, HC3 for 2; null when a row fits itself alone.</summary>
    public static double? Leveraged(double[] influence, double[] leverage, int power)
    {
        double sum = 0;
        for (var i = 0; i < influence.Length; i++)
        {
            var free = 1 - leverage[i];
            if (!(free > 1e-10)) return null;
            sum += influence[i] * influence[i] / (power == 1 ? free : free * free);
        }

        return sum;
    }

    /// <summary>Σ over clusters of (Σψ)², without a correction for their number.</summary>
    public static double Clustered(double[] influence, int[] clusters)
    {
        var sums = new Dictionary<int, double>();
        for (var i = 0; i < influence.Length;)
        {
            // Rows of a cluster mostly stand together.
            var (cluster, sum) = (clusters[i], 0.0);
            for (; i < influence.Length && clusters[i] == cluster; i++) sum += influence[i];
            sums[cluster] = sums.GetValueOrDefault(cluster) + sum;
        }

        return sums.Values.Sum(x => x * x);
    }

    /// <summary>Newey and West's (1987) variance of rows in order of time: Bartlett weights 1 − l/(L + 1).</summary>
    public static double Serial(double[] influence, int lag)
    {
        var sum = Independent(influence);
        for (var l = 1; l <= lag; l++)
        {
            double product = 0;
            for (var i = l; i < influence.Length; i++) product += influence[i] * influence[i - l];
            sum += 2 * (1 - (l / (lag + 1.0))) * product;
        }

        return Math.Max(0, sum);
    }
}
