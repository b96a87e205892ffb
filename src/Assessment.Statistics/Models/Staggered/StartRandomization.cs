using Assessment.Statistics.Models.Regression;

namespace Assessment.Statistics.Models.Staggered;

/// <summary>How the starts are dealt anew.</summary>
/// <param name="Strata">Stratum of every unit within which starts were drawn; one for all when null.</param>
/// <param name="Replicates">Random allocations where there are too many to make all.</param>
/// <param name="Seed">Seed of the random allocations.</param>
/// <param name="Level">Confidence level in (0, 1).</param>
public sealed record RandomizationOptions(int[]? Strata = null, int Replicates = 1999, ulong Seed = 1, double Level = 0.95);

/// <summary>
/// Could the order of starts alone have made this difference? A test of the training that rests on how the starting periods were drawn, not
/// on a model of the counts, for stepped wedges with few agencies.
/// </summary>
public sealed record StartRandomization
{
    /// <summary>With fewer units than this it is the analysis to read first: cluster-robust errors need more.</summary>
    public const int PrimaryBelow = 40;

    /// <summary>Up to so many allocations are all made.</summary>
    public const int MostExact = 20_000;

    private const int MaximumDoublings = 7;
    private const int Bisections = 32;

    /// <summary>Units, those without events among them.</summary>
    public required int Units { get; init; }

    /// <summary>Different allocations that the design allows.</summary>
    public required double Allocations { get; init; }

    /// <summary>Whether all of them were made.</summary>
    public required bool IsExact { get; init; }

    /// <summary>Allocations looked at.</summary>
    public required int Replicates { get; init; }

    /// <summary>Score Σ(y − μ̂)/(1 + μ̂/θ̂) of the trained months under no effect, less its mean over the allocations; negative for fewer events.</summary>
    public required double Statistic { get; init; }

    /// <summary>Two-sided p: the share of allocations with a statistic at least as far from 0, in a sample (1 + count)/(1 + replicates).</summary>
    public required double P { get; init; }

    /// <summary>Log rate ratio of the negative-binomial model; null where it has none.</summary>
    public double? LogRatio { get; init; }

    /// <summary>Rate ratio with the interval of all ratios that the test does not reject; without one where the allocations are too few for the level.</summary>
    public required Estimation Ratio { get; init; }

    /// <summary>Model-based p of the same coefficient, to see beside it.</summary>
    public double? ModelP { get; init; }

    /// <summary>Cluster-robust CR1 p of the same coefficient, to see beside it.</summary>
    public double? ClusterP { get; init; }

    /// <summary>Whether it is the analysis to read first.</summary>
    public bool IsPrimary => Units < PrimaryBelow;

    /// <summary>
    /// The score statistic of the negative-binomial model with unit and period effects, over allocations of the starts (Braun and Feng 2001;
    /// Wang and De Gruttola 2017). Exact under no effect at all; for another ratio the model's offset carries the effect.
    /// </summary>
    /// <param name="panel">Counts.</param>
    /// <param name="options">Strata, replicates, seed, level.</param>
    /// <returns>The test, or the reason why there is none.</returns>
    /// <exception cref="ArgumentException">An outcome is not a count from 0 to 1,000,000.</exception>
    public static ModelFit<StartRandomization> Of(StaggeredPanel panel, RandomizationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(panel);
        options ??= new();
        Require.Level(options.Level);
        if (!Array.TrueForAll(panel.Outcome, CountTails.IsCount)) throw new ArgumentException("An outcome is not a count from 0 to 1,000,000.");
        int[] strata = options.Strata ?? new int[panel.UnitCount], rows = panel.RowsWithEvents();
        var allocations = StartAllocations.Of(panel.Starts, strata, MostExact, options.Replicates, options.Seed);
        if (allocations.Count < 2) return new ModelFit<StartRandomization>.NotEstimable("ill-conditioned", $"Column '{panel.Columns.Trained}': all units start in the same period, or each has its own stratum.");
        if (rows.Length == 0) return new ModelFit<StartRandomization>.NotEstimable("ill-conditioned", $"Column '{panel.Columns.Response}': there are no events.");
        var test = new Permutation(panel, rows, strata, allocations);
        return test.At(0).Select(at => Of(panel, rows, test, at, options));
    }

    /// <summary>Statistic and p of the hypothesis that trained months have exp(<paramref name="delta"/>) times the rate.</summary>
    internal static ModelFit<(double Statistic, double P)> At(StaggeredPanel panel, double delta, RandomizationOptions options)
    {
        var strata = options.Strata ?? new int[panel.UnitCount];
        return new Permutation(panel, panel.RowsWithEvents(), strata, StartAllocations.Of(panel.Starts, strata, MostExact, options.Replicates, options.Seed)).At(delta);
    }

    private static StartRandomization Of(StaggeredPanel panel, int[] rows, Permutation test, (double Statistic, double P) at, RandomizationOptions options)
    {
        var design = panel.Design(rows, [(panel.Columns.Trained, i => panel.Trained[i] ? 1 : 0)]);
        var model = NegativeBinomialModel.Fit(design, new([panel.Columns.Trained], [.. rows.Select(i => panel.Units[i])])) as ModelFit<NegativeBinomialModel>.Fitted;
        var coefficient = model?.Model.Coefficients[0];
        double width = Math.Clamp(coefficient?.StandardError ?? 1, 0.02, 1), alpha = (1 - options.Level) * (1 + 1e-9);
        double? Limit(int side) => coefficient is null ? null : Edge(delta => test.At(delta) is ModelFit<(double, double P)>.Fitted { Model.P: var p } && p > alpha, coefficient.Value, side * width);
        return new()
        {
            Units = panel.UnitCount,
            Allocations = test.Allocations.Count,
            IsExact = test.Allocations.IsExact,
            Replicates = test.Allocations.Drawn.Length,
            Statistic = at.Statistic,
            P = at.P,
            LogRatio = coefficient?.Value,
            Ratio = RatioOf(coefficient?.Value, Limit(-1), Limit(1), panel.UnitCount, options.Level),
            ModelP = coefficient?.P,
            ClusterP = coefficient?.PCr1,
        };
    }

    private static Estimation RatioOf(double? log, double? lower, double? upper, int units, double level)
    {
        var estimator = EstimatorCatalog.RandomizationRateRatio;
        if (log is not { } value) return estimator.No("the model has no finite rate ratio", units);
        Interval? interval = lower is { } from && upper is { } to ? new(Math.Exp(from), Math.Exp(to), level, "randomization, by inversion") : null;
        return estimator.Of(Math.Exp(value), units, "agencies", interval);
    }

    // Where the test begins to reject on one side of the estimate; null when it never does.
    private static double? Edge(Func<double, bool> accepted, double center, double step)
    {
        var (inside, outside) = (center, center + step);
        for (var doubling = 0; accepted(outside); doubling++)
        {
            if (doubling == MaximumDoublings) return null;
            step *= 2;
            (inside, outside) = (outside, center + step);
        }

        for (var i = 0; i < Bisections; i++)
        {
            var middle = inside + ((outside - inside) / 2);
            if (accepted(middle)) inside = middle;
            else outside = middle;
        }

        return inside;
    }

    private sealed class Permutation(StaggeredPanel panel, int[] rows, int[] strata, StartAllocations allocations)
    {
        public StartAllocations Allocations => allocations;

        // Statistic and p of the hypothesis that trained months have exp(delta) times the rate.
        public ModelFit<(double Statistic, double P)> At(double delta) =>
            MeanFit.Of(panel.Design(rows, [], delta), ResponseFamily.Poisson).Select(fit => Against(NegativeBinomialFit.From(fit).Scores));

        private (double Statistic, double P) Against(double[] scores)
        {
            var tails = new double[panel.UnitCount][];
            for (var u = 0; u < tails.Length; u++) tails[u] = new double[panel.PeriodCount + 1];
            for (var r = 0; r < rows.Length; r++) tails[panel.Units[rows[r]]][panel.Periods[rows[r]]] += scores[r];
            foreach (var tail in tails)
            {
                for (var t = tail.Length - 2; t >= 0; t--) tail[t] += tail[t + 1];
            }

            double Sum(int[] starts)
            {
                double sum = 0;
                for (var u = 0; u < tails.Length; u++) sum += tails[u][starts[u]];
                return sum;
            }

            var mean = Mean(tails);
            double observed = Sum(panel.Starts) - mean, least = Math.Abs(observed) * (1 - 1e-9), extreme = allocations.Drawn.Count(starts => Math.Abs(Sum(starts) - mean) >= least);
            return (observed, allocations.IsExact ? extreme / allocations.Drawn.Length : (1 + extreme) / (1 + allocations.Drawn.Length));
        }

        // A unit meets every start of its stratum equally often.
        private double Mean(double[][] tails)
        {
            double sum = 0;
            foreach (var stratum in strata.Select((s, u) => (s, u)).GroupBy(p => p.s, p => p.u))
            {
                int[] units = [.. stratum];
                sum += units.Sum(u => units.Average(other => tails[u][panel.Starts[other]]));
            }

            return sum;
        }
    }
}
