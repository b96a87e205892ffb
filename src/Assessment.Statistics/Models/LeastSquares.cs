using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.Models;

/// <summary>Ordinary least squares by QR with what robust standard errors need.</summary>
internal sealed class LeastSquares
{
    private const double SmallestTrustedPivot = 1e-9;

    private LeastSquares(double[][] rows, double[] coefficients, double[] residuals, double[][] gram) =>
        (Rows, Coefficients, Residuals, InverseGram) = (rows, coefficients, residuals, gram);

    /// <summary>Design, one row per observation.</summary>
    public double[][] Rows { get; }

    public double[] Coefficients { get; }

    public double[] Residuals { get; }

    /// <summary>(X'X)⁻¹.</summary>
    public double[][] InverseGram { get; }

    public int Df => Rows.Length - Coefficients.Length;

    public double ResidualSquares => Residuals.Sum(e => e * e);

    public double Sigma => Math.Sqrt(ResidualSquares / Df);

    /// <summary>Fits y on the columns of the rows; null when they are linearly dependent or more than the rows.</summary>
    public static LeastSquares? Fit(double[][] rows, double[] y)
    {
        int n = rows.Length, k = n == 0 ? 0 : rows[0].Length;
        if (n < k || k == 0) return null;
        var columns = Enumerable.Range(0, k).Select(j => rows.Select(row => new Single64(row[j])).ToArray()).ToArray();
        var qr = new HouseholderQr<Single64>(columns);
        if (qr.SmallestPivot < SmallestTrustedPivot) return null;
        var (coefficients, residuals) = qr.Solve([.. y.Select(v => new Single64(v))]);
        var gram = qr.InverseGram().Select(row => row.Select(v => v.Value).ToArray()).ToArray();
        return new(rows, [.. coefficients.Select(c => c.Value)], [.. residuals.Select(e => e.Value)], gram);
    }

    public double StandardError(int j) => Sigma * Math.Sqrt(InverseGram[j][j]);

    /// <summary>Leverage h_i of a row.</summary>
    public double Leverage(int row) => Quadratic(Rows[row], Rows[row]);

    /// <summary>Heteroscedasticity-consistent HC3 variance of a coefficient (MacKinnon and White 1985); null when a row fits itself alone.</summary>
    public double? Hc3(int j)
    {
        double sum = 0;
        for (var i = 0; i < Rows.Length; i++)
        {
            var free = 1 - Leverage(i);
            if (!(free > 1e-10)) return null;
            var influence = Quadratic(InverseUnit(j), Rows[i]) * Residuals[i] / free;
            sum += influence * influence;
        }

        return sum;
    }

    /// <summary>a'(X'X)⁻¹b.</summary>
    public double Quadratic(double[] a, double[] b)
    {
        double sum = 0;
        for (var i = 0; i < a.Length; i++)
        {
            for (var j = 0; j < b.Length; j++) sum += a[i] * InverseGram[i][j] * b[j];
        }

        return sum;
    }

    private double[] InverseUnit(int j)
    {
        var unit = new double[Coefficients.Length];
        unit[j] = 1;
        return unit;
    }
}
