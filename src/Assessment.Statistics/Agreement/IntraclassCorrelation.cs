using Assessment.Statistics.Distributions;
using Assessment.Statistics.TestQuality;
using static Assessment.Statistics.Numerics.Elementary;

namespace Assessment.Statistics.Agreement;

/// <summary>
/// How far ratings on a scale depend on what is rated and not on who rates (Shrout and Fleiss 1979). Form 1: each target has
/// other raters; 2: the same raters, drawn from many; 3: these raters only. k: the mean of all raters.
/// </summary>
public sealed record IntraclassCorrelation
{
    /// <summary>Targets rated by all raters.</summary>
    public required int N { get; init; }

    /// <summary>Number of raters.</summary>
    public required int Raters { get; init; }

    /// <summary>Mean squares between targets, between raters, of the residual, and within targets; null where not estimable.</summary>
    public required (double? Targets, double? Raters, double? Error, double? Within) MeanSquares { get; init; }

    /// <summary>ICC(1,1) with F interval.</summary>
    public required Estimation Icc1 { get; init; }

    /// <summary>ICC(2,1), absolute agreement, with Satterthwaite interval.</summary>
    public required Estimation Icc2 { get; init; }

    /// <summary>ICC(3,1), consistency, with F interval.</summary>
    public required Estimation Icc3 { get; init; }

    /// <summary>ICC(1,k).</summary>
    public double? Icc1K { get; init; }

    /// <summary>ICC(2,k), its interval by Spearman–Brown of the limits of ICC(2,1).</summary>
    public required Estimation Icc2K { get; init; }

    /// <summary>ICC(3,k).</summary>
    public double? Icc3K { get; init; }

    /// <summary>F of targets against the residual; infinite when raters agree but for their level.</summary>
    public double? F { get; init; }

    /// <summary>Upper tail of <see cref="F"/>.</summary>
    public double? P { get; init; }

    /// <summary>Standard error of measurement for agreement, in points of the scale.</summary>
    public double? StandardErrorOfMeasurement { get; init; }

    /// <summary>Equals R's <c>psych::ICC(M, lmer = FALSE)</c>.</summary>
    /// <param name="ratings">Complete ratings, targets × raters.</param>
    /// <param name="level">Confidence level in (0, 1).</param>
    public static IntraclassCorrelation Of(ScoreMatrix ratings, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        Require.Level(level);
        return new Workings(ratings, level).Result();
    }

    private sealed class Workings
    {
        private readonly double n;
        private readonly double k;
        private readonly double level;
        private readonly double targets;
        private readonly double raters;
        private readonly double error;
        private readonly double within;

        public Workings(ScoreMatrix ratings, double level)
        {
            (n, k, this.level) = (ratings.Persons, ratings.Items, level);
            var moments = ItemMoments.Of(ratings);
            double grand = moments.MeanTotal / k, total = 0;
            for (var i = 0; i < ratings.Persons; i++)
            {
                foreach (var rating in ratings.Row(i)) total += (rating - grand) * (rating - grand);
            }

            double between = ratings.Totals().Sum(t => Math.Pow((t / k) - grand, 2)) * k, byRater = n * moments.Means.Sum(m => (m - grand) * (m - grand));
            targets = between / (n - 1);
            raters = byRater / (k - 1);
            error = Math.Max(0, total - between - byRater) / ((n - 1) * (k - 1));
            within = Math.Max(0, total - between) / (n * (k - 1));
        }

        private double Tail => 1 - ((1 - level) / 2);

        public IntraclassCorrelation Result()
        {
            double df3 = (n - 1) * (k - 1), f = targets / error;
            var icc2 = (targets - error) / (targets + ((k - 1) * error) + (k * (raters - error) / n));
            var limits2 = AgreementLimits(icc2, df3);
            return new()
            {
                N = (int)n,
                Raters = (int)k,
                MeanSquares = (OrNull(targets), OrNull(raters), OrNull(error), OrNull(within)),
                Icc1 = Of(EstimatorCatalog.Icc1, (targets - within) / (targets + ((k - 1) * within)), ConsistencyLimits(targets / within, n * (k - 1)), "F"),
                Icc2 = Of(EstimatorCatalog.Icc2, icc2, limits2, "Satterthwaite F"),
                Icc3 = Of(EstimatorCatalog.Icc3, (targets - error) / (targets + ((k - 1) * error)), ConsistencyLimits(f, df3), "F"),
                Icc1K = OrNull((targets - within) / targets),
                Icc2K = Of(EstimatorCatalog.Icc2K, (targets - error) / (targets + ((raters - error) / n)), (StepUp(limits2.Lower), StepUp(limits2.Upper)), "Satterthwaite F, Spearman–Brown"),
                Icc3K = OrNull((targets - error) / targets),
                F = OrNull(f),
                P = double.IsNaN(f) ? null : FisherF.Upper(f, n - 1, df3),
                StandardErrorOfMeasurement = OrNull(Math.Sqrt(Math.Max(0, (raters - error) / n) + error)),
            };
        }

        // Spearman–Brown has a pole at −1/(k − 1): a limit at or below it has no image, so none is given.
        private double StepUp(double r) => r <= -1 / (k - 1) ? double.NegativeInfinity : k * r / (1 + ((k - 1) * r));

        private (double Lower, double Upper) ConsistencyLimits(double f, double df)
        {
            double lower = f / FisherF.Quantile(Tail, n - 1, df), upper = f * FisherF.Quantile(Tail, df, n - 1);
            return ((lower - 1) / (lower + k - 1), (upper - 1) / (upper + k - 1));
        }

        // Satterthwaite df of Shrout and Fleiss (1979), as in McGraw and Wong (1996), table 7.
        private (double Lower, double Upper) AgreementLimits(double icc, double df3)
        {
            double f = raters / error, rest = (n * (1 + ((k - 1) * icc))) - (k * icc);
            var df = df3 * Math.Pow((k * icc * f) + rest, 2) / (((n - 1) * k * k * icc * icc * f * f) + (rest * rest));
            double up = FisherF.Quantile(Tail, n - 1, df), down = FisherF.Quantile(Tail, df, n - 1), spread = (k * raters) + (((k * n) - k - n) * error);
            return (n * (targets - (up * error)) / ((up * spread) + (n * targets)), n * ((down * targets) - error) / (spread + (n * down * targets)));
        }

        private Estimation Of(Estimator estimator, double value, (double Lower, double Upper) limits, string method)
        {
            if (!double.IsFinite(value)) return estimator.No(n < 2 ? $"n = {n}" : "the ratings have no variance", (int)n);
            var interval = double.IsNaN(limits.Lower + limits.Upper) ? null : new Interval(limits.Lower, limits.Upper, level, method);
            return estimator.Of(value, (int)n, "targets", interval);
        }
    }
}
