using MathNet.Numerics.LinearAlgebra;

namespace Assessment.Statistics.TestQuality;

/// <summary>
/// The Rasch model by conditional maximum likelihood (Andersen 1972): item difficulties that do not depend on who took the test, summing to
/// 0, in logits.
/// </summary>
public sealed record RaschModel
{
    /// <summary>People who were neither all right nor all wrong: only they inform.</summary>
    public required int N { get; init; }

    /// <summary>Difficulty of each item.</summary>
    public required IReadOnlyList<double> Difficulties { get; init; }

    /// <summary>Standard errors from the conditional information.</summary>
    public required IReadOnlyList<double> StandardErrors { get; init; }

    /// <summary>Conditional log-likelihood at its maximum.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>
    /// Equals R's <c>eRm::RM(X, sum0 = TRUE)</c> with difficulty = −betapar. Null when an item was answered alike by all who inform, or nobody does.
    /// </summary>
    /// <param name="scores">Complete answers, 1 right and 0 wrong.</param>
    /// <exception cref="ArgumentException">A score is neither 0 nor 1.</exception>
    public static RaschModel? Of(ScoreMatrix scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        if (!scores.IsDichotomous) throw new ArgumentException("The Rasch model takes scores of 0 and 1.");
        var totals = scores.Totals();
        var used = Enumerable.Range(0, scores.Persons).Where(i => totals[i] > 0 && totals[i] < scores.Items).ToArray();
        double[] right = [.. Enumerable.Range(0, scores.Items).Select(j => used.Sum(i => scores[i, j]))];
        if (used.Length == 0 || right.Any(s => s == 0 || s == used.Length)) return null;
        var counts = new double[scores.Items + 1];
        foreach (var i in used) counts[(int)totals[i]]++;
        return new ConditionalLikelihood(right, counts).Maximum(used.Length);
    }

    private sealed class ConditionalLikelihood(double[] right, double[] counts)
    {
        private readonly int k = right.Length;

        public RaschModel? Maximum(int n)
        {
            var b = Vector<double>.Build.Dense(k, j => Math.Log((n - right[j]) / right[j]));
            b -= b.Average();
            for (var step = 0; step < 100; step++)
            {
                var (gradient, information) = Derivatives(b);
                var move = Bordered(information).Solve(gradient);
                b += move.AbsoluteMaximum() > 2 ? 2 * move / move.AbsoluteMaximum() : move;
                if (move.AbsoluteMaximum() < 1e-13) return Result(b, n);
            }

            return null;
        }

        // The information does not see a common shift: adding it makes a regular matrix with the same steps.
        private Matrix<double> Bordered(Matrix<double> information) => information + (1.0 / k);

        private RaschModel Result(Vector<double> b, int n)
        {
            var variances = Bordered(Derivatives(b).Information).Inverse().Diagonal() - (1.0 / k);
            var gamma = ElementarySymmetric.Of([.. b.Select(x => Math.Exp(-x))]);
            var likelihood = -Enumerable.Range(0, k).Sum(j => right[j] * b[j]) - Enumerable.Range(0, k + 1).Where(r => counts[r] > 0).Sum(r => counts[r] * Math.Log(gamma[r]));
            return new() { N = n, Difficulties = [.. b], StandardErrors = [.. variances.Select(v => Math.Sqrt(v))], LogLikelihood = likelihood };
        }

        // Solved chances of an item, and of two items together, given the raw score (Fischer 1974, equations 14.3.5 and 14.3.6).
        private (Vector<double> Gradient, Matrix<double> Information) Derivatives(Vector<double> b)
        {
            double[] e = [.. b.Select(x => Math.Exp(-x))], gamma = ElementarySymmetric.Of(e);
            double[][] without = [.. Enumerable.Range(0, k).Select(i => ElementarySymmetric.Without(e, i))];
            var gradient = Vector<double>.Build.Dense(k, i => -right[i]);
            var information = Matrix<double>.Build.Dense(k, k);
            for (var i = 0; i < k; i++)
            {
                for (var j = i; j < k; j++)
                {
                    var both = i == j ? null : ElementarySymmetric.Without(e, i, j);
                    for (var r = 1; r < k; r++)
                    {
                        double pi = e[i] * without[i][r - 1] / gamma[r], pj = e[j] * without[j][r - 1] / gamma[r];
                        if (both is null) gradient[i] += counts[r] * pi;
                        var joint = both is null ? pi : r > 1 ? e[i] * e[j] * both[r - 2] / gamma[r] : 0;
                        information[i, j] += counts[r] * (joint - (pi * pj));
                    }

                    information[j, i] = information[i, j];
                }
            }

            return (gradient, information);
        }
    }
}
