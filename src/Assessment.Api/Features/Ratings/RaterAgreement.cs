using Assessment.Domain.Instruments;
using Assessment.Domain.Scoring;
using Assessment.Statistics;
using Assessment.Statistics.Agreement;
using Assessment.Statistics.Distributions;
using Assessment.Statistics.TestQuality;

namespace Assessment.Api.Features.Ratings;

/// <summary>How far the first and the second rating of the same responses agree. Pure.</summary>
internal static class RaterAgreement
{
    private const double Level = 0.95;

    /// <summary>A coefficient, or why there is none.</summary>
    /// <param name="Estimator">Which, such as cohens-kappa.</param>
    /// <param name="N">Responses rated twice.</param>
    /// <param name="Value">The coefficient; null when not estimable.</param>
    /// <param name="Lower">Lower limit at 95 %, not below what the coefficient can be; null when there is none.</param>
    /// <param name="Upper">Upper limit.</param>
    /// <param name="Reason">Why there is no value; null when there is one.</param>
    internal sealed record Figure(string Estimator, int N, double? Value, double? Lower, double? Upper, string? Reason);

    /// <param name="Identifier">The criterion.</param>
    /// <param name="Levels">How many levels it has.</param>
    /// <param name="PercentAgreement">Share of responses with the same level, 0 to 1.</param>
    /// <param name="Kappa">Cohen's kappa.</param>
    /// <param name="WeightedKappa">Kappa with quadratic weights, for ordered levels.</param>
    internal sealed record OfCriterion(string Identifier, int Levels, Figure PercentAgreement, Figure Kappa, Figure WeightedKappa);

    /// <param name="Criteria">Agreement on levels, per criterion.</param>
    /// <param name="Points">ICC(1,1) of the points of the whole rating: other raters per response, one rating each.</param>
    internal sealed record OfItem(IReadOnlyList<OfCriterion> Criteria, Figure Points);

    /// <summary>Agreement on one item.</summary>
    /// <param name="rubric">Its rubric.</param>
    /// <param name="pairs">First and second whole rating of each response rated twice.</param>
    public static OfItem Of(Rubric rubric, IReadOnlyList<(RubricRating First, RubricRating Second)> pairs) =>
        new([.. rubric.Criteria.Select(criterion => OnLevels(criterion, pairs))], OnPoints(rubric, pairs));

    private static OfCriterion OnLevels(Criterion criterion, IReadOnlyList<(RubricRating First, RubricRating Second)> pairs)
    {
        int[] first = [.. pairs.Select(pair => pair.First.Levels[criterion.Identifier] - 1)];
        int[] second = [.. pairs.Select(pair => pair.Second.Levels[criterion.Identifier] - 1)];
        var kappa = Kappa.Of(first, second, criterion.Levels.Count, Level);
        var reason = (kappa.Cohen as NotEstimable)?.Reason ?? "chance agreement is complete";
        return new OfCriterion(
            criterion.Identifier,
            criterion.Levels.Count,
            new Figure("percent-agreement", pairs.Count, pairs.Count > 0 ? kappa.Agreement : null, null, null, pairs.Count > 0 ? null : "n = 0"),
            Coefficient("cohens-kappa", pairs.Count, kappa.Unweighted, reason),
            Coefficient("weighted-kappa-quadratic", pairs.Count, kappa.Quadratic, reason));
    }

    private static Figure Coefficient(string estimator, int n, WeightedKappa kappa, string reason)
    {
        if (kappa.Value is not { } value)
        {
            return new Figure(estimator, n, null, null, null, reason);
        }

        var half = Normal.Critical(Level) * kappa.StandardError;
        return new Figure(estimator, n, value, half is { } low ? Math.Max(-1, value - low) : null, half is { } high ? Math.Min(1, value + high) : null, null);
    }

    private static Figure OnPoints(Rubric rubric, IReadOnlyList<(RubricRating First, RubricRating Second)> pairs)
    {
        const string Estimator = "icc-1";
        if (pairs.Count < 2)
        {
            return new Figure(Estimator, pairs.Count, null, null, null, $"n = {pairs.Count}");
        }

        double[] points = [.. pairs.SelectMany(pair => new[] { pair.First, pair.Second }).Select(rating => RubricScoring.Score(rubric, [rating]).Value!.Value.Value)];
        return IntraclassCorrelation.Of(new ScoreMatrix(pairs.Count, 2, points), Level).Icc1 switch
        {
            Estimate estimate => new Figure(Estimator, pairs.Count, estimate.Value, estimate.Interval?.Lower, estimate.Interval?.Upper, null),
            NotEstimable none => new Figure(Estimator, pairs.Count, null, null, null, none.Reason),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is no estimation."),
        };
    }
}
