namespace Assessment.Statistics.Multiplicity;

/// <summary>
/// P values of several tests, raised so that together they keep an error rate. Missing p values stay missing and do not
/// count. Equals R's <c>p.adjust</c>.
/// </summary>
/// <param name="Bonferroni">min(1, m·p): the chance of any false finding.</param>
/// <param name="Holm">The same error rate by steps downward (Holm 1979), never larger than Bonferroni.</param>
/// <param name="Hochberg">The same by steps upward, for independent tests (Hochberg 1988).</param>
/// <param name="BenjaminiHochberg">Expected share of false among all findings (Benjamini and Hochberg 1995).</param>
/// <param name="BenjaminiYekutieli">The same under any dependence (Benjamini and Yekutieli 2001).</param>
public sealed record AdjustedP(
    IReadOnlyList<double?> Bonferroni,
    IReadOnlyList<double?> Holm,
    IReadOnlyList<double?> Hochberg,
    IReadOnlyList<double?> BenjaminiHochberg,
    IReadOnlyList<double?> BenjaminiYekutieli)
{
    /// <summary>Adjusts p values; results are in input order.</summary>
    /// <param name="p">P values in [0, 1]; null where there was no test.</param>
    /// <exception cref="ArgumentOutOfRangeException">A p value is not in [0, 1].</exception>
    public static AdjustedP Of(IReadOnlyList<double?> p)
    {
        ArgumentNullException.ThrowIfNull(p);
        if (p.Any(x => x is not (null or (>= 0 and <= 1)))) throw new ArgumentOutOfRangeException(nameof(p), "A p value lies between 0 and 1.");
        var order = Enumerable.Range(0, p.Count).Where(i => p[i] is not null).OrderBy(i => p[i]).ToArray();
        var m = order.Length;
        var harmonic = Enumerable.Range(1, m).Sum(i => 1.0 / i);
        return new(
            Steps(p, order, _ => m, down: true, running: false),
            Steps(p, order, rank => m - rank + 1, down: true, running: true),
            Steps(p, order, rank => m - rank + 1, down: false, running: true),
            Steps(p, order, rank => (double)m / rank, down: false, running: true),
            Steps(p, order, rank => harmonic * m / rank, down: false, running: true));
    }

    // Downward the running maximum, upward the running minimum of factor(rank)·p.
    private static double?[] Steps(IReadOnlyList<double?> p, int[] order, Func<int, double> factor, bool down, bool running)
    {
        var adjusted = new double?[p.Count];
        var extreme = down ? 0.0 : 1.0;
        for (var step = 0; step < order.Length; step++)
        {
            var rank = down ? step + 1 : order.Length - step;
            var index = order[rank - 1];
            var value = Math.Min(1, factor(rank) * p[index]!.Value);
            if (running) value = extreme = down ? Math.Max(extreme, value) : Math.Min(extreme, value);
            adjusted[index] = value;
        }

        return adjusted;
    }
}
