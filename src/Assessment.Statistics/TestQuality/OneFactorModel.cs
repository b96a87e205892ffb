using Assessment.Statistics.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace Assessment.Statistics.TestQuality;

/// <summary>
/// One factor behind all items, by maximum likelihood of the covariance matrix (Lawley and Maxwell 1971, chapter 4), and McDonald's
/// omega: the share of the total's variance that the factor makes.
/// </summary>
/// <param name="Omega">ω = (Σλ)²/((Σλ)² + Σψ) (McDonald 1999, equation 6.20b).</param>
/// <param name="Items">Number of items.</param>
/// <param name="StandardizedLoadings">λ/√(λ² + ψ) in item order; null when there is no proper solution.</param>
public sealed record OneFactorModel(Estimation Omega, int Items, IReadOnlyList<double>? StandardizedLoadings)
{
    private const int Warmup = 500;

    /// <summary>
    /// Equals R's <c>lavaan::cfa("f =~ ...", std.lv = TRUE)</c>. Not estimable with fewer than three items, an item without variance, or when
    /// the likelihood has no proper maximum (Heywood case).
    /// </summary>
    /// <param name="scores">Complete item scores.</param>
    public static OneFactorModel Of(ScoreMatrix scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        int n = scores.Persons, k = scores.Items;
        OneFactorModel No(string reason) => new(EstimatorCatalog.McDonaldOmega.No(reason, n), k, null);
        if (n < 2) return No($"n = {n}");
        if (k < 3) return No("there are fewer than three items");
        var s = Covariances(scores);
        if (s.Diagonal().Any(v => v == 0)) return No("an item has no variance");
        var start = Expectation(s);
        var point = start is null ? null : StationaryPoint.Near(start, at => Gradient(at, s));
        if (point is null) return No("the one-factor model has no proper solution");
        var lambda = Vector<double>.Build.Dense(k, j => point[j]);
        if (lambda.Sum() < 0) lambda = -lambda;
        var psi = Vector<double>.Build.Dense(k, j => Math.Exp(point[k + j]));
        var common = lambda.Sum() * lambda.Sum();
        var omega = EstimatorCatalog.McDonaldOmega.Of(common / (common + psi.Sum()), n, "people");
        return new(omega, k, [.. Enumerable.Range(0, k).Select(j => lambda[j] / Math.Sqrt((lambda[j] * lambda[j]) + psi[j]))]);
    }

    private static Matrix<double> Covariances(ScoreMatrix scores)
    {
        var columns = Enumerable.Range(0, scores.Items).Select(scores.Column).ToArray();
        return Matrix<double>.Build.Dense(scores.Items, scores.Items, (i, j) => Sums.Covariance(columns[i], columns[j]));
    }

    // EM of Rubin and Thayer (1982) brings the start near; null when a unique variance vanishes.
    private static double[]? Expectation(Matrix<double> s)
    {
        var variances = s.Diagonal();
        Vector<double> lambda = s.RowSums() / Math.Sqrt(s.RowSums().Sum()), psi = variances - lambda.PointwiseMultiply(lambda);
        psi = psi.PointwiseMaximum(variances * 0.05);
        for (var step = 0; step < Warmup; step++)
        {
            var weights = lambda.PointwiseDivide(psi);
            weights /= 1 + (lambda * weights);
            var cross = s * weights;
            lambda = cross / (1 - (weights * lambda) + (weights * cross));
            psi = variances - lambda.PointwiseMultiply(cross);
            if (psi.PointwiseDivide(variances).Minimum() < 1e-6) return null;
        }

        return [.. lambda, .. psi.Select(v => Math.Log(v))];
    }

    // Of log|Σ| + tr(SΣ⁻¹) in λ and log ψ.
    private static double[] Gradient(double[] at, Matrix<double> s)
    {
        var k = at.Length / 2;
        var lambda = Vector<double>.Build.Dense(k, j => at[j]);
        var psi = Vector<double>.Build.Dense(k, j => Math.Exp(at[k + j]));
        var inverse = (lambda.OuterProduct(lambda) + Matrix<double>.Build.DiagonalOfDiagonalVector(psi)).Inverse();
        var w = inverse - (inverse * s * inverse);
        return [.. 2 * (w * lambda), .. w.Diagonal().PointwiseMultiply(psi)];
    }
}
