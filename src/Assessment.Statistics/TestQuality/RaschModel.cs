using Assessment.Statistics.Streaming;

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
        return Of(ItemTotalCounts.Of(scores) ?? throw new ArgumentException("The Rasch model takes scores of 0 and 1."));
    }

    /// <summary>The same from a merged state, all groups together.</summary>
    /// <param name="counts">State of the people.</param>
    /// <exception cref="OverflowException">There are more than 2³¹ − 1 people.</exception>
    public static RaschModel? Of(ItemTotalCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        double[] people = [.. counts.PeopleByTotal()], right = [.. counts.RightBetween(1, counts.Items - 1)];
        (people[0], people[^1]) = (0, 0);
        var n = checked((int)people.Sum());
        return n == 0 || right.Any(s => s == 0 || s == n) ? null : new ConditionalLikelihood(right, people).Maximum(n);
    }
}
