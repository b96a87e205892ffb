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
    private readonly Matrix<double> gram;

    public ClusterRobust(LeastSquares fit, ReadOnlySpan<int> cluster)
    {
        this.fit = fit;
        clusters = [.. cluster.ToArray().Select((c, i) => (c, i)).GroupBy(p => p.c, p => p.i).Select(g => g.ToArray())];
        gram = Matrix<double>.Build.DenseOfRowArrays(fit.InverseGram);
    }

    public int Count => clusters.Length;

    /// <summary>CR1 standard error of a coefficient with factor G/(G − 1) · (N − 1)/(N − K).</summary>
    public double Cr1(int j)
    {
        double sum = 0, g = Count, n = fit.Rows.Length;
        foreach (var members in clusters)
        {
            var score = (gram * Score(members))[j];
            sum += score * score;
        }

        return Math.Sqrt(sum * (g / (g - 1)) * ((n - 1) / (n - fit.Coefficients.Length)));
    }

    /// <summary>CR2 standard error of a coefficient and its Satterthwaite df under independent equal errors.</summary>
    public (double StandardError, double Df) Cr2(int j)
    {
        var direction = gram.Column(j);
        var root = gram.Cholesky().Factor;
        double variance = 0, trace = 0, squares = 0;
        var spread = Matrix<double>.Build.Dense(gram.RowCount, gram.RowCount);
        foreach (var members in clusters)
        {
            var x = Matrix<double>.Build.DenseOfRowArrays(members.Select(i => fit.Rows[i]));
            var e = Vector<double>.Build.DenseOfEnumerable(members.Select(i => fit.Residuals[i]));
            var q = Adjust(x * root, x * direction);
            var t = x.TransposeThisAndMultiply(q);
            double own = q * q, shared = t * (gram * t), influence = q * e;
            variance += influence * influence;
            trace += own - shared;
            squares += (own * own) - (2 * own * shared);
            spread += t.OuterProduct(t);
        }

        var product = gram * spread;
        return (Math.Sqrt(variance), trace * trace / (squares + (product * product).Trace()));
    }

    // (I − UU')^(−1/2) v by the eigenvectors of U'U; directions wholly fitted (eigenvalue 1) are dropped as in a pseudo-inverse.
    private static Vector<double> Adjust(Matrix<double> u, Vector<double> v)
    {
        var eigen = u.TransposeThisAndMultiply(u).Evd(Symmetricity.Symmetric);
        var projected = eigen.EigenVectors.TransposeThisAndMultiply(u.TransposeThisAndMultiply(v));
        for (var i = 0; i < projected.Count; i++)
        {
            var s = eigen.EigenValues[i].Real;
            projected[i] *= s < 1e-12 ? 0.5 : s > 1 - 1e-10 ? -1 / s : ((1 / Math.Sqrt(1 - s)) - 1) / s;
        }

        return v + (u * (eigen.EigenVectors * projected));
    }

    private Vector<double> Score(int[] members)
    {
        var score = Vector<double>.Build.Dense(gram.RowCount);
        foreach (var i in members)
        {
            for (var j = 0; j < score.Count; j++) score[j] += fit.Rows[i][j] * fit.Residuals[i];
        }

        return score;
    }
}
