using Assessment.Statistics.Models.Mixed;
using MathNet.Numerics.LinearAlgebra;

namespace Assessment.Statistics.Tests.Models;

/// <summary>
/// The criterion and estimates of a mixed model written down as they are defined, with V in full: −2 log L = log |V| + r'V⁻¹r + n log 2π
/// (+ log |X'V⁻¹X| − p log 2π under REML). Slow, and without anything in common with the sparse solution.
/// </summary>
internal sealed class DenseMixedModel
{
    private readonly Matrix<double> x;
    private readonly Vector<double> y;
    private readonly IReadOnlyList<RandomTerm> terms;

    public DenseMixedModel(MixedModelDesign design)
    {
        x = Matrix<double>.Build.DenseOfColumnArrays(design.Fixed);
        y = Vector<double>.Build.DenseOfArray(design.Response);
        terms = design.Random;
    }

    /// <summary>V for covariances by term (in the order of the design) and σ².</summary>
    public Matrix<double> Covariance(IReadOnlyList<double[,]> g, double variance)
    {
        var v = Matrix<double>.Build.DenseIdentity(y.Count) * variance;
        for (var k = 0; k < terms.Count; k++)
        {
            for (var i = 0; i < y.Count; i++)
            {
                for (var j = 0; j < y.Count; j++) v[i, j] += terms[k].Levels[i] == terms[k].Levels[j] ? Pair(terms[k], g[k], i, j) : 0;
            }
        }

        return v;
    }

    /// <summary>Log-likelihood and generalized least squares at given covariances.</summary>
    public (double LogLikelihood, double[] Coefficients, double[] Errors) At(IReadOnlyList<double[,]> g, double variance, bool reml)
    {
        var v = Covariance(g, variance);
        var inverse = v.Inverse();
        var information = x.TransposeThisAndMultiply(inverse * x);
        var b = information.Solve(x.TransposeThisAndMultiply(inverse * y));
        var r = y - (x * b);
        var df = reml ? y.Count - x.ColumnCount : y.Count;
        var deviance = v.Cholesky().DeterminantLn + (r * (inverse * r)) + (df * Math.Log(2 * Math.PI)) + (reml ? information.Cholesky().DeterminantLn : 0);
        return (-deviance / 2, [.. b], [.. information.Inverse().Diagonal().Select(Math.Sqrt)]);
    }

    private static double Pair(RandomTerm term, double[,] g, int i, int j)
    {
        double sum = 0;
        for (var a = 0; a < term.Columns.Count; a++)
        {
            for (var b = 0; b < term.Columns.Count; b++) sum += term.Columns[a][i] * g[a, b] * term.Columns[b][j];
        }

        return sum;
    }
}
