namespace Assessment.Statistics.Agreement;

/// <summary>Joint shares of two raters' codes and the chance-corrected coefficients of any weights.</summary>
internal sealed class AgreementTable
{
    private readonly double[,] shares;
    private readonly int n;
    private readonly int levels;
    private readonly double[] rows;
    private readonly double[] columns;

    public AgreementTable(double[,] counts, int n)
    {
        (this.n, levels) = (n, counts.GetLength(0));
        shares = new double[levels, levels];
        rows = new double[levels];
        columns = new double[levels];
        for (var i = 0; i < levels; i++)
        {
            for (var j = 0; j < levels; j++)
            {
                rows[i] += counts[i, j] / n;
                columns[j] += counts[i, j] / n;
                shares[i, j] = counts[i, j] / n;
            }
        }
    }

    /// <summary>Mean share of a code over both raters.</summary>
    public double Mean(int code) => (rows[code] + columns[code]) / 2;

    /// <summary>Weighted observed agreement.</summary>
    public double Observed(Func<int, int, double> weight) => Sum((i, j) => weight(i, j) * shares[i, j]);

    public WeightedKappa Kappa(Func<int, int, double> weight)
    {
        double observed = Observed(weight), chance = Sum((i, j) => weight(i, j) * rows[i] * columns[j]);
        if (chance >= 1) return new(null, null, null);
        var kappa = (observed - chance) / (1 - chance);
        var rowWeights = Enumerable.Range(0, levels).Select(i => Enumerable.Range(0, levels).Sum(j => weight(i, j) * columns[j])).ToArray();
        var columnWeights = Enumerable.Range(0, levels).Select(j => Enumerable.Range(0, levels).Sum(i => weight(i, j) * rows[i])).ToArray();
        double Excess(int i, int j, double by) => weight(i, j) - ((rowWeights[i] + columnWeights[j]) * by);
        var spread = Sum((i, j) => shares[i, j] * Math.Pow(Excess(i, j, 1 - kappa), 2)) - Math.Pow(kappa - (chance * (1 - kappa)), 2);
        var spreadNull = Sum((i, j) => rows[i] * columns[j] * Math.Pow(Excess(i, j, 1), 2)) - (chance * chance);
        var scale = n * (1 - chance) * (1 - chance);
        return new(kappa, Math.Sqrt(Math.Max(0, spread / scale)), Math.Sqrt(Math.Max(0, spreadNull / scale)));
    }

    private double Sum(Func<int, int, double> of)
    {
        double sum = 0;
        for (var i = 0; i < levels; i++)
        {
            for (var j = 0; j < levels; j++) sum += of(i, j);
        }

        return sum;
    }
}
