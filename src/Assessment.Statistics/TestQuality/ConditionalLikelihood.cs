using MathNet.Numerics.LinearAlgebra;

namespace Assessment.Statistics.TestQuality;

/// <summary>The likelihood of answers given raw scores under the Rasch model, by item difficulties.</summary>
/// <param name="right">People right on each item among those who inform.</param>
/// <param name="counts">People by raw score 0 to k; none at 0 and k.</param>
internal sealed class ConditionalLikelihood(double[] right, double[] counts)
{
    private const int MostSteps = 100;
    private const double LargestStep = 2, Converged = 1e-13;
    private readonly int k = right.Length;

    /// <summary>The maximum by Newton's method; null when it is not reached.</summary>
    public RaschModel? Maximum(int n)
    {
        var b = Vector<double>.Build.Dense(k, j => Math.Log((n - right[j]) / right[j]));
        b -= b.Average();
        for (var step = 0; step < MostSteps; step++)
        {
            var (gradient, information) = Derivatives(b);
            var move = Bordered(information).Solve(gradient);
            var longest = move.AbsoluteMaximum();
            b += longest > LargestStep ? LargestStep * move / longest : move;
            if (longest < Converged) return Result(b, n);
        }

        return null;
    }

    /// <summary>
    /// Solved chances of an item, and of two items together, given the raw score (Fischer 1974, equations 14.3.5 and 14.3.6): gradient and
    /// information of difficulties.
    /// </summary>
    public (Vector<double> Gradient, Matrix<double> Information) Derivatives(Vector<double> b)
    {
        double[] e = [.. b.Select(x => Math.Exp(-x))], gamma = ElementarySymmetric.Of(e);
        // People at a raw score over its γ; chances[i, r] is the chance of item i there.
        double[] weights = [.. counts.Select((count, r) => count / gamma[r])];
        var chances = new double[k, k];
        ElementarySymmetric.WithoutEach(e, 0, -1, (i, without) =>
        {
            for (var r = 1; r < k; r++) chances[i, r] = e[i] * without[r - 1] / gamma[r];
        });
        var expected = Vector<double>.Build.Dense(k, i => Weighted(r => chances[i, r]));
        var information = Matrix<double>.Build.Dense(k, k, (i, j) => -Weighted(r => chances[i, r] * chances[j, r]));
        for (var i = 0; i < k; i++) AddJoint(information, e, weights, i);
        for (var i = 0; i < k; i++) information[i, i] += expected[i];
        return (expected - Vector<double>.Build.Dense(right), information);
    }

    private double Weighted(Func<int, double> at)
    {
        double sum = 0;
        for (var r = 1; r < k; r++) sum += counts[r] * at(r);
        return sum;
    }

    private void AddJoint(Matrix<double> information, double[] e, double[] weights, int i) => ElementarySymmetric.WithoutEach(e, i + 1, i, (j, without) =>
    {
        double joint = 0;
        for (var r = 2; r < k; r++) joint += weights[r] * without[r - 2];
        joint *= e[i] * e[j];
        information[i, j] += joint;
        information[j, i] += joint;
    });

    // The information does not see a common shift: adding it makes a regular matrix with the same steps.
    private Matrix<double> Bordered(Matrix<double> information) => information + (1.0 / k);

    private RaschModel Result(Vector<double> b, int n)
    {
        var variances = Bordered(Derivatives(b).Information).Inverse().Diagonal() - (1.0 / k);
        var gamma = ElementarySymmetric.Of([.. b.Select(x => Math.Exp(-x))]);
        var likelihood = -Enumerable.Range(0, k).Sum(j => right[j] * b[j]) - Enumerable.Range(0, k + 1).Where(r => counts[r] > 0).Sum(r => counts[r] * Math.Log(gamma[r]));
        return new() { N = n, Difficulties = [.. b], StandardErrors = [.. variances.Select(v => Math.Sqrt(v))], LogLikelihood = likelihood };
    }
}
