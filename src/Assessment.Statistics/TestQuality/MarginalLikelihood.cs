using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.TestQuality;

/// <summary>The marginal likelihood of the two-parameter model over people with the same answers counted once; parameters are all a, then all d.</summary>
internal sealed class MarginalLikelihood
{
    private const int Nodes = 61;
    private const int Warmup = 200;
    private static readonly double[] Theta = [.. Enumerable.Range(0, Nodes).Select(q => -6 + (12.0 * q / (Nodes - 1)))];
    private static readonly double[] LogWeights = NormalWeights();
    private readonly (double?[] Answers, int Count)[] patterns;
    private readonly int k;

    public MarginalLikelihood(IReadOnlyList<double?[]> answers, int k)
    {
        this.k = k;
        patterns = [.. answers.GroupBy(a => string.Concat(a.Select(x => x is null ? "-" : x == 1 ? "1" : "0"))).Select(g => (g.First(), g.Count()))];
    }

    public double Value(double[] at) => Expected(at).LogLikelihood;

    /// <summary>Derivatives of the log-likelihood.</summary>
    public double[] Gradient(double[] at)
    {
        var (right, seen, _) = Expected(at);
        var gradient = new double[2 * k];
        for (var j = 0; j < k; j++)
        {
            for (var q = 0; q < Nodes; q++)
            {
                var excess = right[j, q] - (seen[j, q] * Elementary.Logistic((at[j] * Theta[q]) + at[k + j]));
                gradient[j] += excess * Theta[q];
                gradient[k + j] += excess;
            }
        }

        return gradient;
    }

    /// <summary>EM steps from a start: near enough for Newton.</summary>
    public double[] Expectation(double[] start)
    {
        double[] at = [.. start];
        for (var step = 0; step < Warmup; step++)
        {
            var (right, seen, _) = Expected(at);
            for (var j = 0; j < k; j++) Maximize(at, j, right, seen);
        }

        return at;
    }

    private static double[] NormalWeights()
    {
        var total = Theta.Sum(t => Math.Exp(-t * t / 2));
        return [.. Theta.Select(t => (-t * t / 2) - Math.Log(total))];
    }

    // One Newton step of the weighted logistic regression of an item on the nodes.
    private void Maximize(double[] at, int j, double[,] right, double[,] seen)
    {
        double ga = 0, gd = 0, aa = 0, ad = 0, dd = 0;
        for (var q = 0; q < Nodes; q++)
        {
            double p = Elementary.Logistic((at[j] * Theta[q]) + at[k + j]), excess = right[j, q] - (seen[j, q] * p), w = seen[j, q] * p * (1 - p);
            ga += excess * Theta[q];
            gd += excess;
            aa += w * Theta[q] * Theta[q];
            ad += w * Theta[q];
            dd += w;
        }

        var determinant = (aa * dd) - (ad * ad);
        at[j] += Math.Clamp(((dd * ga) - (ad * gd)) / determinant, -1, 1);
        at[k + j] += Math.Clamp(((aa * gd) - (ad * ga)) / determinant, -1, 1);
    }

    // Expected right answers and answers seen per item and node.
    private (double[,] Right, double[,] Seen, double LogLikelihood) Expected(double[] at)
    {
        double[,] right = new double[k, Nodes], seen = new double[k, Nodes], logRight = new double[k, Nodes], logWrong = new double[k, Nodes];
        for (var j = 0; j < k; j++)
        {
            for (var q = 0; q < Nodes; q++)
            {
                var eta = (at[j] * Theta[q]) + at[k + j];
                logRight[j, q] = -Elementary.Softplus(-eta);
                logWrong[j, q] = -Elementary.Softplus(eta);
            }
        }

        double logLikelihood = 0;
        var posterior = new double[Nodes];
        foreach (var (answers, count) in patterns)
        {
            logLikelihood += count * Posterior(answers, logRight, logWrong, posterior);
            for (var j = 0; j < k; j++)
            {
                for (var q = 0; q < Nodes && answers[j] is not null; q++)
                {
                    seen[j, q] += count * posterior[q];
                    if (answers[j] == 1) right[j, q] += count * posterior[q];
                }
            }
        }

        return (right, seen, logLikelihood);
    }

    private double Posterior(double?[] answers, double[,] logRight, double[,] logWrong, double[] posterior)
    {
        LogWeights.CopyTo(posterior, 0);
        for (var j = 0; j < k; j++)
        {
            for (var q = 0; q < Nodes && answers[j] is not null; q++) posterior[q] += answers[j] == 1 ? logRight[j, q] : logWrong[j, q];
        }

        double top = posterior.Max(), total = posterior.Sum(l => Math.Exp(l - top));
        for (var q = 0; q < Nodes; q++) posterior[q] = Math.Exp(posterior[q] - top) / total;
        return top + Math.Log(total);
    }
}
