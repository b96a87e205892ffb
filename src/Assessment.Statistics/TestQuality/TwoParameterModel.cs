using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.TestQuality;

/// <summary>
/// The two-parameter logistic model P = logistic(aθ + d) by marginal maximum likelihood (Bock and Aitkin 1981), θ ~ N(0, 1) on 61 equally
/// spaced nodes in [−6, 6]. A missing answer is skipped.
/// </summary>
public sealed record TwoParameterModel
{
    /// <summary>Number of people.</summary>
    public required int N { get; init; }

    /// <summary>Discriminations a.</summary>
    public required IReadOnlyList<double> Discriminations { get; init; }

    /// <summary>Intercepts d.</summary>
    public required IReadOnlyList<double> Intercepts { get; init; }

    /// <summary>Standard errors of a from the observed information.</summary>
    public required IReadOnlyList<double> DiscriminationErrors { get; init; }

    /// <summary>Standard errors of the difficulties by the delta method.</summary>
    public required IReadOnlyList<double> DifficultyErrors { get; init; }

    /// <summary>Log-likelihood at its maximum.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>Difficulties b = −d/a.</summary>
    public IReadOnlyList<double> Difficulties => [.. Intercepts.Zip(Discriminations, (d, a) => -d / a)];

    /// <summary>
    /// Equals R's <c>mirt::mirt(X, 1, "2PL", quadpts = 61, technical = list(theta_lim = c(-6, 6)))</c>. Null when an item was answered alike by all
    /// or the likelihood has no maximum.
    /// </summary>
    /// <param name="answers">Per person the answers, 1 right, 0 wrong, null missing; all of the same length.</param>
    public static TwoParameterModel? Of(IReadOnlyList<double?[]> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var k = answers.Count == 0 ? 0 : answers[0].Length;
        var shares = Enumerable.Range(0, k).Select(j => answers.Where(a => a[j] is not null).Select(a => a[j]!.Value).DefaultIfEmpty(0).Average()).ToArray();
        if (k == 0 || shares.Any(p => p is 0 or 1)) return null;
        var likelihood = new MarginalLikelihood(answers, k);
        var start = likelihood.Expectation([.. Enumerable.Repeat(1.0, k), .. shares.Select(p => Math.Log(p / (1 - p)))]);
        var point = StationaryPoint.Near(start, likelihood.Gradient);
        return point is null ? null : Result(point, likelihood, answers.Count, k);
    }

    private static TwoParameterModel Result(double[] point, MarginalLikelihood likelihood, int n, int k)
    {
        var covariance = (-StationaryPoint.Jacobian(point, likelihood.Gradient)).Inverse();
        double DifficultyError(int j)
        {
            double a = point[j], d = point[k + j], byA = d / (a * a), byD = -1 / a;
            return Math.Sqrt((byA * byA * covariance[j, j]) + (2 * byA * byD * covariance[j, k + j]) + (byD * byD * covariance[k + j, k + j]));
        }

        return new()
        {
            N = n,
            Discriminations = point[..k],
            Intercepts = point[k..],
            DiscriminationErrors = [.. Enumerable.Range(0, k).Select(j => Math.Sqrt(covariance[j, j]))],
            DifficultyErrors = [.. Enumerable.Range(0, k).Select(DifficultyError)],
            LogLikelihood = likelihood.Value(point),
        };
    }
}
