namespace Assessment.Statistics.Agreement;

/// <summary>How the distance of two codes counts.</summary>
public enum CodeMetric
{
    /// <summary>Equal or not.</summary>
    Nominal,

    /// <summary>By how many ranks lie between.</summary>
    Ordinal,

    /// <summary>Squared difference.</summary>
    Interval,

    /// <summary>Squared difference relative to the sum.</summary>
    Ratio,
}

/// <summary>
/// Agreement of any number of raters with missing codes (Krippendorff 2011), from the coincidence matrix. Units with fewer
/// than two codes are left out.
/// </summary>
public sealed class KrippendorffAlpha
{
    private readonly double[] values;
    private readonly double[,] coincidences;
    private readonly double[] totals;

    private KrippendorffAlpha(double[] values, double[,] coincidences, int units)
    {
        (this.values, this.coincidences, Units) = (values, coincidences, units);
        totals = new double[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            for (var j = 0; j < values.Length; j++) totals[i] += coincidences[i, j];
        }
    }

    /// <summary>Units with at least two codes.</summary>
    public int Units { get; }

    /// <summary>Codes in those units.</summary>
    public double PairableValues => totals.Sum();

    /// <summary>Reads codes. Equals R's <c>irr::kripp.alpha(t(M), method)</c>.</summary>
    /// <param name="units">For each unit the raters' codes, null where a rater gave none.</param>
    public static KrippendorffAlpha Of(IReadOnlyList<IReadOnlyList<double?>> units)
    {
        ArgumentNullException.ThrowIfNull(units);
        var coded = units.Select(u => u.Where(c => c is not null).Select(c => c!.Value).ToArray()).Where(u => u.Length > 1).ToArray();
        var values = coded.SelectMany(u => u).Distinct().Order().ToArray();
        var coincidences = new double[values.Length, values.Length];
        foreach (var unit in coded)
        {
            var counts = values.Select(v => unit.Count(c => c == v)).ToArray();
            for (var i = 0; i < values.Length; i++)
            {
                for (var j = 0; j < values.Length && counts[i] > 0; j++)
                {
                    coincidences[i, j] += (counts[i] * (double)(i == j ? counts[j] - 1 : counts[j])) / (unit.Length - 1);
                }
            }
        }

        return new(values, coincidences, coded.Length);
    }

    /// <summary>1 − observed over expected disagreement; not estimable when all codes are the same.</summary>
    /// <param name="metric">How the distance of two codes counts.</param>
    public Estimation Alpha(CodeMetric metric)
    {
        double observed = 0, expected = 0, n = PairableValues;
        for (var i = 0; i < values.Length; i++)
        {
            for (var j = 0; j < values.Length; j++)
            {
                var distance = Distance(metric, i, j);
                observed += coincidences[i, j] * distance;
                expected += totals[i] * totals[j] * distance;
            }
        }

        return expected > 0
            ? EstimatorCatalog.KrippendorffAlpha.Of(1 - (observed / n / (expected / (n * (n - 1)))), Units, "units")
            : EstimatorCatalog.KrippendorffAlpha.No(Units == 0 ? "no unit has two codes" : "all codes are the same", Units);
    }

    private double Distance(CodeMetric metric, int i, int j)
    {
        if (i == j) return 0;
        var difference = metric switch
        {
            CodeMetric.Nominal => 1,
            CodeMetric.Ordinal => totals[Math.Min(i, j)..(Math.Max(i, j) + 1)].Sum() - ((totals[i] + totals[j]) / 2),
            CodeMetric.Interval => values[i] - values[j],
            _ => (values[i] - values[j]) / (values[i] + values[j]),
        };
        return difference * difference;
    }
}
