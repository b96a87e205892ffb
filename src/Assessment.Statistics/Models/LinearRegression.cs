using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.Models;

/// <summary>
/// Least squares in doubled precision, for designs as badly conditioned as powers of x. What double input can no longer
/// determine is refused rather than guessed.
/// </summary>
public sealed record LinearRegression
{
    // Columns of length 1 whose part beside the others is below this are rounding of the input.
    private const double SmallestTrustedPivot = 1e-13;

    /// <summary>Coefficients in column order.</summary>
    public required IReadOnlyList<double> Coefficients { get; init; }

    /// <summary>Their standard errors; null without residual degrees of freedom.</summary>
    public required IReadOnlyList<double?> StandardErrors { get; init; }

    /// <summary>Residual standard deviation; null without residual degrees of freedom.</summary>
    public double? ResidualSd { get; init; }

    /// <summary>1 − RSS/TSS, TSS about the mean with an intercept and about 0 without; null when y does not vary.</summary>
    public double? RSquared { get; init; }

    /// <summary>F of all columns but the intercept; null for a perfect fit.</summary>
    public double? F { get; init; }

    /// <summary>Residual degrees of freedom.</summary>
    public int Df { get; init; }

    /// <summary>
    /// Fits y on columns. Equals R's <c>lm</c>. Null when the columns are linearly dependent to the precision of the input.
    /// </summary>
    /// <param name="y">Responses.</param>
    /// <param name="columns">Regressors of the same length, without the intercept.</param>
    /// <param name="intercept">Whether a constant column comes first.</param>
    /// <param name="powers">Each column is raised to 1..powers, in doubled precision.</param>
    /// <exception cref="ArgumentException">Lengths differ, values are not finite, or there are more coefficients than rows.</exception>
    public static LinearRegression? Of(double[] y, IReadOnlyList<double[]> columns, bool intercept = true, int powers = 1)
    {
        ArgumentNullException.ThrowIfNull(y);
        ArgumentNullException.ThrowIfNull(columns);
        Require.Finite(y);
        var design = Design(y.Length, columns, intercept, powers);
        if (design.Length > y.Length || design.Length == 0) throw new ArgumentException("There are more coefficients than rows.");
        var qr = new HouseholderQr<Double128>(design);
        return qr.SmallestPivot < SmallestTrustedPivot ? null : Fit(qr, [.. y.Select(Double128.From)], design.Length, intercept);
    }

    private static LinearRegression Fit(HouseholderQr<Double128> qr, Double128[] y, int k, bool intercept)
    {
        var (coefficients, residuals) = qr.Solve(y);
        var df = y.Length - k;
        var center = intercept ? Sum(y) / Double128.From(y.Length) : default;
        Double128 rss = SquaresAbout(residuals, default), tss = SquaresAbout(y, center);
        double? variance = df > 0 ? rss.Value / df : null;
        var gram = qr.InverseGram();
        var df1 = intercept ? k - 1 : k;
        var perfect = rss.Value <= 1e-28 * tss.Value;
        return new()
        {
            Coefficients = [.. coefficients.Select(c => c.Value)],
            StandardErrors = [.. Enumerable.Range(0, k).Select(j => variance is { } v ? Math.Sqrt(v * gram[j][j].Value) : (double?)null)],
            ResidualSd = variance is { } s ? Math.Sqrt(s) : null,
            RSquared = tss.Value > 0 ? 1 - (rss / tss).Value : null,
            F = df > 0 && df1 > 0 && !perfect ? (tss - rss).Value / df1 / (rss.Value / df) : null,
            Df = df,
        };
    }

    private static Double128[][] Design(int n, IReadOnlyList<double[]> columns, bool intercept, int powers)
    {
        var design = new List<Double128[]>();
        if (intercept) design.Add([.. Enumerable.Repeat(Double128.From(1), n)]);
        foreach (var column in columns)
        {
            Require.SameLength(n, column.Length);
            Require.Finite(column);
            var power = column.Select(Double128.From).ToArray();
            for (var p = 1; p <= powers; p++)
            {
                design.Add([.. power]);
                for (var i = 0; i < n; i++) power[i] *= Double128.From(column[i]);
            }
        }

        return [.. design];
    }

    private static Double128 Sum(Double128[] values) => values.Aggregate(default(Double128), (sum, v) => sum + v);

    private static Double128 SquaresAbout(Double128[] values, Double128 center) =>
        Sum([.. values.Select(v => (v - center) * (v - center))]);
}
