using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.TestQuality;

/// <summary>
/// Which score on one form is worth which on another, from randomly equivalent groups (Kolen and Brennan 2014, equations 2.14 to 2.19).
/// </summary>
public sealed record RandomGroupsEquating
{
    private const double Flat = 1e-14;

    /// <summary>Mean of the new scale − mean of the old: add it for mean equating.</summary>
    public required double MeanShift { get; init; }

    /// <summary>Slope of linear equating, ratio of population SDs; null when the old form does not vary.</summary>
    public double? Slope { get; init; }

    /// <summary>Intercept of linear equating.</summary>
    public double? Intercept { get; init; }

    /// <summary>Linear equivalents of 0..max; nulls when the old form does not vary.</summary>
    public required IReadOnlyList<double?> Linear { get; init; }

    /// <summary>Percentile ranks of 0..max on the old form.</summary>
    public required IReadOnlyList<double> PercentileRanks { get; init; }

    /// <summary>Equipercentile equivalents of 0..max, unsmoothed; the mean of upper and lower inverse where a score was not seen.</summary>
    public required IReadOnlyList<double> Equipercentile { get; init; }

    /// <summary>Equals R's <c>equate::equate(freqtab(x), freqtab(y), type = "linear" | "equipercentile")</c>.</summary>
    /// <param name="from">Whole scores on the old form, 0 to <paramref name="max"/>; not empty.</param>
    /// <param name="to">Whole scores on the form whose scale is wanted; not empty.</param>
    /// <param name="max">Largest possible score of both.</param>
    /// <exception cref="ArgumentException">A group is empty or a score is not a whole number in range.</exception>
    public static RandomGroupsEquating Of(double[] from, double[] to, int max)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        double[] f = Cumulative(from, max), g = Cumulative(to, max), scores = [.. Enumerable.Range(0, max + 1).Select(x => (double)x)];
        double mx = Sums.Mean(from), my = Sums.Mean(to), sx = PopulationSd(from), sy = PopulationSd(to);
        double? slope = sx > 0 ? sy / sx : null;
        double[] ranks = [.. scores.Select(x => f[(int)x] + (0.5 * (f[(int)x + 1] - f[(int)x])))];
        return new()
        {
            MeanShift = my - mx,
            Slope = slope,
            Intercept = my - (slope * mx),
            Linear = [.. scores.Select(x => my + (slope * (x - mx)))],
            PercentileRanks = [.. ranks.Select(p => 100 * p)],
            Equipercentile = [.. ranks.Select(p => (Upper(p, g) + Lower(p, g)) / 2)],
        };
    }

    private static double PopulationSd(double[] values) => Math.Sqrt(Sums.SquaredDeviations(values) / values.Length);

    // Share below each score, from 0 to 1, one longer than the scores.
    private static double[] Cumulative(double[] values, int max)
    {
        if (values.Length == 0) throw new ArgumentException("A group is empty.");
        if (values.Any(v => v != Math.Floor(v) || v < 0 || v > max)) throw new ArgumentException("Scores must be whole numbers from 0 to max.");
        var counts = new int[max + 1];
        foreach (var value in values) counts[(int)value]++;
        var shares = new double[max + 2];
        var sum = 0;
        for (var x = 0; x <= max; x++) shares[x + 1] = (double)(sum += counts[x]) / values.Length;
        return shares;
    }

    // Kolen and Brennan (2014), equation 2.18: from the smallest score whose share is above p.
    private static double Upper(double p, double[] g)
    {
        if (p >= 1 - Flat) return g.Length - 1.5;
        var u = 0;
        while (g[u + 1] <= p + Flat) u++;
        return Inside(p, g, u);
    }

    // Equation 2.19: from the largest score whose share below is under p.
    private static double Lower(double p, double[] g)
    {
        if (p <= Flat) return -0.5;
        var l = g.Length - 2;
        while (g[l] >= p - Flat) l--;
        return Inside(p, g, l);
    }

    private static double Inside(double p, double[] g, int score) => ((p - g[score]) / (g[score + 1] - g[score])) + score - 0.5;
}
