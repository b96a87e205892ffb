using Assessment.Statistics.Numerics;
using MathNet.Numerics;

namespace Assessment.Statistics.Models.Regression;

/// <summary>
/// What the NB2 likelihood needs of the counts beside their means: how many exceed j, for every j. Differences of log-gamma, digamma and
/// trigamma functions are then finite sums, Γ(y + θ)/Γ(θ) = Π_{j&lt;y}(θ + j), exact at any θ.
/// </summary>
internal sealed class CountTails
{
    /// <summary>Larger counts are not of this kind.</summary>
    public const int Largest = 1_000_000;

    private readonly int[] above;
    private readonly double factorials;

    public CountTails(double[] counts)
    {
        above = new int[(int)counts.Max()];
        foreach (var count in counts)
        {
            if (count > 0) above[(int)count - 1]++;
        }

        for (var j = above.Length - 2; j >= 0; j--) above[j] += above[j + 1];
        factorials = counts.Sum(count => SpecialFunctions.GammaLn(count + 1));
    }

    /// <summary>Whether a number is a count of this kind.</summary>
    public static bool IsCount(double y) => y >= 0 && y == Math.Floor(y) && y <= Largest;

    /// <summary>Log-likelihood at η, given log(1 + μ/θ) of every row.</summary>
    public double LogLikelihood(double[] counts, double[] eta, double[] logs, double theta)
    {
        double sum = -factorials, lost = 0;
        for (var j = 0; j < above.Length; j++) sum += above[j] * Elementary.Log1p(j / theta);
        for (var i = 0; i < counts.Length; i++)
        {
            // Compensated: the steps near the maximum are told apart by their last digits.
            double term = (counts[i] * eta[i]) - ((counts[i] + theta) * logs[i]), next = sum + term;
            lost += Math.Abs(sum) >= Math.Abs(term) ? (sum - next) + term : (term - next) + sum;
            sum = next;
        }

        return sum + lost;
    }

    /// <summary>First and second derivative by θ at given means, given log(1 + μ/θ) of every row.</summary>
    public (double Slope, double Curvature) Derivatives(double[] counts, double[] means, double[] logs, double theta)
    {
        double slope = 0, curvature = 0;
        for (var j = 0; j < above.Length; j++)
        {
            var inverse = 1 / (theta + j);
            slope += above[j] * inverse;
            curvature -= above[j] * inverse * inverse;
        }

        for (var i = 0; i < counts.Length; i++)
        {
            double sum = theta + means[i];
            slope += ((means[i] - counts[i]) / sum) - logs[i];
            curvature += ((means[i] * means[i]) + (theta * counts[i])) / (theta * sum * sum);
        }

        return (slope, curvature);
    }
}
