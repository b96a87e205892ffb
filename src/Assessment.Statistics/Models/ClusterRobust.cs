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

    public ClusterRobust(LeastSquares fit, ReadOnlySpan<int> cluster)
    {
        this.fit = fit;
        codes = cluster.ToArray();
        clusters = [.. codes.Select((c, i) => (c, i)).GroupBy(p => p.c, p => p.i).Select(g => g.ToArray())];
        gram = Matrix<double>.Build.DenseOfRowArrays(fit.InverseGram);
        parts = new(() => Parts());
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

    private Part[] Parts()
    {
        var root = gram.Cholesky().Factor;
        return [.. clusters.Select(members => Part.Of(
            Matrix<double>.Build.DenseOfRowArrays(members.Select(i => fit.Rows[i])),
            Vector<double>.Build.DenseOfEnumerable(members.Select(i => fit.Residuals[i])), root))];
    }

    // A cluster's rows with the eigenvectors of U'U, where UU' = X(X'X)⁻¹X' of the cluster.
    private sealed record Part(Matrix<double> X, Vector<double> Residuals, Matrix<double> U, Matrix<double> Vectors, Vector<double> Factors)
    {
        public static Part Of(Matrix<double> x, Vector<double> residuals, Matrix<double> root)
        {
            var u = x * root;
            var eigen = u.TransposeThisAndMultiply(u).Evd(Symmetricity.Symmetric);
            return new(x, residuals, u, eigen.EigenVectors, eigen.EigenValues.Map(value => Factor(value.Real)));
        }

        // (I − UU')^(−1/2) v; directions wholly fitted (eigenvalue 1) are dropped as in a pseudo-inverse.
        public Vector<double> Adjust(Vector<double> v) =>
            v + (U * (Vectors * Factors.PointwiseMultiply(Vectors.TransposeThisAndMultiply(U.TransposeThisAndMultiply(v)))));

        private static double Factor(double s) => s < 1e-12 ? 0.5 : s > 1 - 1e-10 ? -1 / s : ((1 / Math.Sqrt(1 - s)) - 1) / s;
    }
}
