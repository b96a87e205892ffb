using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.Models;

/// <summary>Logistic regression by iteratively reweighted least squares, each step by QR (McCullagh and Nelder 1989, section 2.5).</summary>
internal sealed record LogisticRegression(double[] Coefficients, double[] StandardErrors, double Deviance)
{
    private const int MaximumSteps = 100;

    // Where groups are separated, chances run to 0 and 1 until they round and steps end: √(p(1 − p)) is then about 1e-8.
    private const double Separated = 1e-7;

    /// <summary>Fits 0/1 responses; null when the columns are dependent or the groups are separated, so that no maximum exists.</summary>
    public static LogisticRegression? Fit(double[][] rows, double[] y)
    {
        var b = new double[rows[0].Length];
        for (var step = 0; step < MaximumSteps; step++)
        {
            var (fit, scale) = Weighted(rows, y, b);
            if (fit is null) return null;
            var change = fit.Coefficients.Zip(b, (next, now) => Math.Abs(next - now)).Max();
            b = fit.Coefficients;
            if (change > 1e-13 * (1 + b.Max(Math.Abs)) && step < MaximumSteps - 1) continue;
            return change < 1e-8 * (1 + b.Max(Math.Abs)) && scale > Separated ? Result(rows, y, b) : null;
        }

        return null;
    }

    private static (LeastSquares? Fit, double SmallestWeight) Weighted(double[][] rows, double[] y, double[] b)
    {
        var weighted = new double[rows.Length][];
        var working = new double[rows.Length];
        var smallest = 1.0;
        for (var i = 0; i < rows.Length; i++)
        {
            double eta = Dot(rows[i], b), p = Elementary.Logistic(eta), root = Math.Sqrt(p * Elementary.Logistic(-eta));
            smallest = Math.Min(smallest, root);
            weighted[i] = [.. rows[i].Select(x => x * root)];
            working[i] = root > 0 ? (eta * root) + ((y[i] - p) / root) : 0;
        }

        return (LeastSquares.Fit(weighted, working), smallest);
    }

    private static LogisticRegression Result(double[][] rows, double[] y, double[] b)
    {
        double deviance = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            var eta = Dot(rows[i], b);
            deviance += 2 * Elementary.Softplus(y[i] > 0.5 ? -eta : eta);
        }

        var gram = Weighted(rows, y, b).Fit!.InverseGram;
        return new(b, [.. b.Select((_, j) => Math.Sqrt(gram[j][j]))], deviance);
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (var i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }
}
