namespace Assessment.Statistics.Distributions;

/// <summary>
/// Null distribution of a sum of ranks with random signs, exact by counting. Ranks may be tied: half ranks are held as integers.
/// </summary>
public sealed class SignedRank
{
    private readonly double[] probabilities;

    private SignedRank(double[] probabilities) => this.probabilities = probabilities;

    /// <summary>The signed-rank statistic of n pairs without ties. Equals R's <c>psignrank</c> and <c>qsignrank</c>.</summary>
    /// <param name="n">Number of pairs, 1 to 1000.</param>
    public static SignedRank Of(int n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(n, 1000);
        return Of([.. Enumerable.Range(1, n)]);
    }

    /// <summary>P(V ≤ v); v counts in the units of the weights.</summary>
    /// <param name="v">Any integer.</param>
    public double Cdf(int v)
    {
        double sum = 0;
        for (var i = 0; i <= Math.Min(v, probabilities.Length - 1); i++) sum += probabilities[i];
        return Math.Min(1, sum);
    }

    /// <summary>P(V ≥ v).</summary>
    /// <param name="v">Any integer.</param>
    public double Upper(int v) => Cdf(probabilities.Length - 1 - v);

    /// <summary>Smallest v with P(V ≤ v) ≥ p.</summary>
    /// <param name="p">Probability in (0, 1).</param>
    public int Quantile(double p) => ExactQuantile.Of(probabilities, p);

    /// <summary>Sum of the given whole weights, each counted with probability ½ (sign-flip distribution of tied ranks × 2).</summary>
    internal static SignedRank Of(int[] weights)
    {
        var p = new double[weights.Sum() + 1];
        p[0] = 1;
        var reach = 0;
        foreach (var weight in weights)
        {
            reach += weight;
            for (var s = reach; s >= 0; s--) p[s] = 0.5 * (p[s] + (s >= weight ? p[s - weight] : 0));
        }

        return new(p);
    }
}
