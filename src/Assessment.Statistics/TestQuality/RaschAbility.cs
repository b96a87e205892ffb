using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.TestQuality;

/// <summary>Ability in logits that belongs to a raw score under the Rasch model.</summary>
/// <param name="Score">Raw score.</param>
/// <param name="MaximumLikelihood">Maximum likelihood estimate; null for none or all right, where it is infinite.</param>
/// <param name="MaximumLikelihoodError">Its standard error.</param>
/// <param name="Weighted">Warm's weighted likelihood estimate (Warm 1989, equation 8), finite for every score.</param>
/// <param name="WeightedError">Its standard error.</param>
public sealed record RaschAbility(int Score, double? MaximumLikelihood, double? MaximumLikelihoodError, double Weighted, double WeightedError)
{
    /// <summary>Abilities of the raw scores 0 to k.</summary>
    /// <param name="difficulties">Item difficulties in logits; at least one.</param>
    public static IReadOnlyList<RaschAbility> Of(IReadOnlyList<double> difficulties)
    {
        ArgumentNullException.ThrowIfNull(difficulties);
        return [.. Enumerable.Range(0, difficulties.Count + 1).Select(score => At(score, difficulties))];
    }

    private static RaschAbility At(int score, IReadOnlyList<double> b)
    {
        double? likely = score > 0 && score < b.Count ? Roots.BrentAround(t => Curve(t, b).Expected - score, 0, 4) : null;
        var weighted = Roots.BrentAround(
            t =>
            {
                var (expected, information, skew) = Curve(t, b);
                return expected - score - (skew / (2 * information));
            },
            0,
            4);
        return new(score, likely, likely is { } t ? Error(t, b) : null, weighted, Error(weighted, b));
    }

    private static double Error(double t, IReadOnlyList<double> b) => 1 / Math.Sqrt(Curve(t, b).Information);

    private static (double Expected, double Information, double Skew) Curve(double t, IReadOnlyList<double> b)
    {
        double expected = 0, information = 0, skew = 0;
        foreach (var difficulty in b)
        {
            double p = Elementary.Logistic(t - difficulty), q = Elementary.Logistic(difficulty - t);
            expected += p;
            information += p * q;
            skew += p * q * (q - p);
        }

        return (expected, information, skew);
    }
}
