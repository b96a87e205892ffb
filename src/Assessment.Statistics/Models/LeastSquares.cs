using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.Models;

/// <summary>Ordinary least squares by QR with what robust standard errors need.</summary>
internal sealed class LeastSquares
{
    private const double SmallestTrustedPivot = 1e-9;

    private readonly HouseholderQr<Single64> qr;
    private readonly Lazy<double[][]> inverseGram;

    private LeastSquares(double[][] rows, HouseholderQr<Single64> qr, Lazy<double[][]> inverseGram, double[] y)
    {
        (Rows, this.qr, this.inverseGram) = (rows, qr, inverseGram);
        var (coefficients, residuals) = qr.Solve(Array.ConvertAll(y, Single64.From));
        (Coefficients, Residuals) = ([.. coefficients.Select(c => c.Value)], [.. residuals.Select(e => e.Value)]);
    }

    /// <summary>Design, one row per observation.</summary>
    public double[][] Rows { get; }

    public double[] Coefficients { get; }

    public double[] Residuals { get; }

    /// <summary>(X'X)⁻¹.</summary>
    public double[][] InverseGram => inverseGram.Value;

    /// <summary>A root of (X'X)⁻¹ by columns, so that X times it has orthonormal columns.</summary>
    public double[][] InverseRoot => [.. qr.InverseRoot().Select(column => Array.ConvertAll(column, v => v.Value))];

    public int Df => Rows.Length - Coefficients.Length;

    public double ResidualSquares => Residuals.Sum(e => e * e);

    public double Sigma => Math.Sqrt(ResidualSquares / Df);

    /// <summary>Fits y on the columns of the rows; null when they are linearly dependent or more than the rows.</summary>
    public static LeastSquares? Fit(double[][] rows, double[] y) => Fit(rows, y, out _);

    /// <summary>The same, telling which column depends on those before it; −1 when none does.</summary>
    public static LeastSquares? Fit(double[][] rows, double[] y, out int dependent)
    {
        int n = rows.Length, k = n == 0 ? 0 : rows[0].Length;
        dependent = Math.Min(n, Math.Max(0, k - 1));
        if (n < k || k == 0) return null;
        var columns = new Single64[k][];
        for (var j = 0; j < k; j++) columns[j] = Array.ConvertAll(rows, row => new Single64(row[j]));
        var qr = new HouseholderQr<Single64>(columns);
        dependent = qr.FirstPivotBelow(SmallestTrustedPivot);
        return dependent >= 0 ? null : new(rows, qr, new(() => [.. qr.InverseGram().Select(row => Array.ConvertAll(row, v => v.Value))]), y);
    }

    /// <summary>The same columns fitted to another response.</summary>
    public LeastSquares With(double[] y) => new(Rows, qr, inverseGram, y);

    /// <summary>Coefficients of another response.</summary>
    public double[] Solve(double[] y) => Array.ConvertAll(qr.Solve(Array.ConvertAll(y, Single64.From)).Coefficients, c => c.Value);

    public double StandardError(int j) => Sigma * Math.Sqrt(InverseGram[j][j]);

    /// <summary>Leverage h_i of a row.</summary>
    public double Leverage(int row) => Quadratic(Rows[row], Rows[row]);

    /// <summary>Heteroscedasticity-consistent HC3 variance of a coefficient; null when a row fits itself alone.</summary>
    public double? Hc3(int j) =>
        RobustVariance.Leveraged(Influence(InverseGram[j]), [.. Enumerable.Range(0, Rows.Length).Select(Leverage)], 2);

    /// <summary>Influence of every row on a combination of the coefficients whose (X'X)⁻¹c is given.</summary>
    public double[] Influence(double[] direction) =>
        [.. Rows.Select((row, i) => row.Zip(direction, (x, v) => x * v).Sum() * Residuals[i])];

    /// <summary>a'(X'X)⁻¹b.</summary>
    public double Quadratic(double[] a, double[] b)
    {
        double sum = 0;
        var gram = InverseGram;
        for (var i = 0; i < a.Length; i++)
        {
            if (a[i] == 0) continue;
            for (var j = 0; j < b.Length; j++) sum += a[i] * gram[i][j] * b[j];
        }

        return sum;
    }
}
