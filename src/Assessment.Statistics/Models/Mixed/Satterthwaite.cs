using MathNet.Numerics.LinearAlgebra;

namespace Assessment.Statistics.Models.Mixed;

/// <summary>
/// Satterthwaite's degrees of freedom 2v²/(g'Ag): v the variance of a coefficient, g its gradient in the variance parameters and A their
/// asymptotic covariance 2H⁻¹ with H the observed second derivatives of the criterion (Kuznetsova, Brockhoff and Christensen 2017, eqs. 4–7).
/// The quotient is the same in θ and log σ², in which it is computed.
/// </summary>
internal static class Satterthwaite
{
    /// <summary>One a coefficient; null where the second derivatives give none.</summary>
    public static double?[] Df(PreparedModel model, double[] theta)
    {
        var criterion = model.Criterion;
        criterion.Value(theta);
        var (r, df) = (criterion.ResidualSquares, criterion.Df);
        var variances = FixedEffects.RelativeVariances(criterion.System, model.Basis);
        var k = theta.Length;
        var hessian = Matrix<double>.Build.Dense(k + 1, k + 1);
        var slopes = Matrix<double>.Build.Dense(variances.Length, k + 1);
        for (var j = 0; j < k; j++)
        {
            var h = 1e-4 * (1 + Math.Abs(theta[j]));
            var (up, down) = (At(model, theta, j, h), At(model, theta, j, -h));
            for (var i = 0; i < k; i++) hessian[i, j] = (up.Determinant[i] - down.Determinant[i] + (df / r * (up.Residual[i] - down.Residual[i]))) / (2 * h);
            for (var i = 0; i < variances.Length; i++) slopes[i, j] = (up.Variances[i] - down.Variances[i]) / (2 * h);
        }

        criterion.Value(theta);
        criterion.Gradient(theta);
        for (var j = 0; j < k; j++) hessian[j, k] = hessian[k, j] = -df / r * criterion.ResidualGradient[j];
        hessian[k, k] = df;
        slopes.SetColumn(k, variances);
        return Quotients(hessian, slopes, variances, k);
    }

    private static double?[] Quotients(Matrix<double> hessian, Matrix<double> slopes, double[] variances, int k)
    {
        var block = hessian.SubMatrix(0, k, 0, k);
        hessian.SetSubMatrix(0, 0, (block + block.Transpose()) / 2);
        var solved = hessian.Solve(slopes.Transpose());
        return [.. variances.Select((v, i) => v * v / slopes.Row(i).DotProduct(solved.Column(i))).Select(d => double.IsFinite(d) && d > 0 ? d : (double?)null)];
    }

    private static (double[] Determinant, double[] Residual, double[] Variances) At(PreparedModel model, double[] theta, int j, double h)
    {
        double[] moved = [.. theta];
        moved[j] += h;
        var criterion = model.Criterion;
        criterion.Value(moved);
        criterion.Gradient(moved);
        return (criterion.DeterminantGradient, criterion.ResidualGradient, FixedEffects.RelativeVariances(criterion.System, model.Basis));
    }
}
