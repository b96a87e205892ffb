using MathNet.Numerics.LinearAlgebra;

namespace Assessment.Statistics.Models;

/// <summary>
/// Cluster-robust standard errors of least squares: CR1 (Cameron and Miller 2015, equation 12) and the bias-reduced CR2 with
/// Satterthwaite df (Bell and McCaffrey 2002; Pustejovsky and Tipton 2018, equations 7 to 11), all in k × k matrices.
/// </summary>
internal sealed class ClusterRobust
{
    private readonly LeastSquares fit;
    private readonly int[][] clusters;
    private readonly int[] codes;
    private readonly Matrix<double> gram;
    private readonly Lazy<Part[]> parts;

    /// <param name="fit">Least squares, of weighted rows if need be.</param>
    /// <param name="cluster">Cluster of each row.</param>
    /// <param name="variances">Variance of each row's response under the model when the rows were weighted by its inverse; all equal when null.</param>
    public ClusterRobust(LeastSquares fit, ReadOnlySpan<int> cluster, double[]? variances = null)
    {
        this.fit = fit;
        codes = cluster.ToArray();
        clusters = [.. codes.Select((c, i) => (c, i)).GroupBy(p => p.c, p => p.i).Select(g => g.ToArray())];
        gram = Matrix<double>.Build.DenseOfRowArrays(fit.InverseGram);
        parts = new(() => Parts(variances));
    }

    public int Count => clusters.Length;

    /// <summary>CR1 standard error of a coefficient with factor G/(G − 1) · (N − 1)/(N − K).</summary>
    public double Cr1(int j)
    {
        double g = Count, n = fit.Rows.Length;
        return Math.Sqrt(RobustVariance.Clustered(fit.Influence(fit.InverseGram[j]), codes) * (g / (g - 1)) * ((n - 1) / (n - fit.Coefficients.Length)));
    }

    /// <summary>CR2 standard error of a coefficient and its Satterthwaite df under independent equal errors.</summary>
    public (double StandardError, double Df) Cr2(int j)
    {
        var direction = gram.Column(j);
        double variance = 0, trace = 0, squares = 0;
        var spread = Matrix<double>.Build.Dense(gram.RowCount, gram.RowCount);
        foreach (var part in parts.Value)
        {
            var q = part.Adjust(part.X * direction);
            var t = part.X.TransposeThisAndMultiply(q);
            double own = q * q, shared = t * (gram * t), influence = q * part.Residuals;
            variance += influence * influence;
            trace += own - shared;
            squares += (own * own) - (2 * own * shared);
            spread += t.OuterProduct(t);
        }

        var product = gram * spread;
        return (Math.Sqrt(variance), trace * trace / (squares + (product * product).Trace()));
    }

    private Part[] Parts(double[]? variances)
    {
        var root = Matrix<double>.Build.DenseOfColumnArrays(fit.InverseRoot);
        return [.. clusters.Select(members =>
        {
            var x = Matrix<double>.Build.DenseOfRowArrays(members.Select(i => fit.Rows[i]));
            var residuals = Vector<double>.Build.DenseOfEnumerable(members.Select(i => fit.Residuals[i]));
            return new Part(x, residuals, variances is null ? Equal(x * root) : Unequal(x * root, Vector<double>.Build.DenseOfEnumerable(members.Select(i => variances[i]))));
        })];
    }

    // (I − UU')^(−1/2)v by the eigenvectors of U'U; directions wholly fitted (eigenvalue 1) are dropped as in a pseudo-inverse.
    private static Func<Vector<double>, Vector<double>> Equal(Matrix<double> u)
    {
        var eigen = u.TransposeThisAndMultiply(u).Evd(Symmetricity.Symmetric);
        var (vectors, factors) = (eigen.EigenVectors, eigen.EigenValues.Map(value => value.Real)
            .Map(s => s < 1e-12 ? 0.5 : s > 1 - 1e-10 ? -1 / s : ((1 / Math.Sqrt(1 - s)) - 1) / s));
        return v => v + (u * (vectors * factors.PointwiseMultiply(vectors.TransposeThisAndMultiply(u.TransposeThisAndMultiply(v)))));
    }

    // V(V(I − UU')V)^(−1/2)v: the symmetric root is taken on the scale of the response, not of the weighted rows, as clubSandwich takes it.
    private static Func<Vector<double>, Vector<double>> Unequal(Matrix<double> u, Vector<double> variances)
    {
        var scaled = Matrix<double>.Build.DenseOfDiagonalVector(variances) * u;
        var left = Matrix<double>.Build.DenseOfDiagonalVector(variances.PointwiseMultiply(variances)) - scaled.TransposeAndMultiply(scaled);
        var eigen = left.Evd(Symmetricity.Symmetric);
        var values = eigen.EigenValues.Map(value => value.Real);
        var least = Math.Max(1e-12, 1e-13 * values.AbsoluteMaximum());
        var (vectors, factors) = (eigen.EigenVectors, values.Map(s => s > least ? 1 / Math.Sqrt(s) : 0));
        return v => variances.PointwiseMultiply(vectors * factors.PointwiseMultiply(vectors.TransposeThisAndMultiply(v)));
    }

    private sealed record Part(Matrix<double> X, Vector<double> Residuals, Func<Vector<double>, Vector<double>> Adjust);
}
