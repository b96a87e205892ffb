using Assessment.Statistics.Distributions;
using Assessment.Statistics.Gains;
using Assessment.Statistics.Rates;
using static Assessment.Statistics.Tests.Coverage.CoverageClaim;

namespace Assessment.Statistics.Tests.Coverage;

/// <summary>The populations on which coverage is measured. All are normal, counts of a threshold on a normal, or Poisson, so that the truth is known.</summary>
internal static class CoverageGrids
{
    private static readonly int[] Sizes = [10, 20, 50, 200];

    public static IReadOnlyList<CoverageGrid> All { get; } = [Paired(), Independent(), Proportions(), PassRates(), Normalized(), Retained(), Clustered(), Rates()];

    private static CoverageGrid Paired() => new(
        "Gains of pairs", "n × ρ 0.3, 0.6, 0.9 × δ_av 0, 0.5, 1, 2 × SD after / before 1, 1.5", "pairs", 5000,
        [
            AtLeast("`mean-gain`, t", "paired-gain"), AtLeast("`d-z`, noncentral t", "effect-sizes-paired"), Near("`g-z`, d_z × J", "effect-sizes-paired"),
            Near("`d-av`, d_z rescaled", "effect-sizes-paired"), Near("`g-av`, d_av × J", "effect-sizes-paired"),
        ],
        [
            .. from n in Sizes from rho in (double[])[0.3, 0.6, 0.9] from delta in (double[])[0, 0.5, 1, 2] from ratio in (double[])[1, 1.5]
               select PairedPoint(n, rho, delta, ratio),
        ]);

    private static CoveragePoint PairedPoint(int n, double rho, double delta, double ratio)
    {
        double average = Math.Sqrt((1 + (ratio * ratio)) / 2), gain = delta * average, dz = gain / Math.Sqrt(1 + (ratio * ratio) - (2 * rho * ratio));
        return new($"n = {n}, ρ = {rho}, δ = {delta}, SDs 1 and {ratio}", n, [gain, dz, dz, delta, delta], draws =>
        {
            var (pre, post) = draws.Pairs(n, (0, 1), (gain, ratio), rho);
            var sizes = PairedEffectSizes.Of(pre, post);
            return Of(PairedGain.Of(pre, post).Gain, sizes.CohensDz, sizes.HedgesGz, sizes.CohensDav, sizes.HedgesGav);
        });
    }

    private static CoverageGrid Independent() => new(
        "Two groups", "n trained × 1, 2 times as many in comparison × δ 0, 0.5, 1, 2 × SD trained / comparison 1, 1.5", "trained", 5000,
        [AtLeast("`mean-difference`, Welch", "effect-sizes-independent"), Near("`cohens-d`, noncentral t", "effect-sizes-independent"), Near("`hedges-g`, d × J", "effect-sizes-independent")],
        [
            .. from n in Sizes from times in (int[])[1, 2] from delta in (double[])[0, 0.5, 1, 2] from ratio in (double[])[1, 1.5]
               select IndependentPoint(n, times * n, delta, ratio),
        ]);

    private static CoveragePoint IndependentPoint(int m, int n, double delta, double ratio)
    {
        var pooled = Math.Sqrt((((m - 1) * ratio * ratio) + n - 1) / (m + n - 2));
        return new($"n = {m} and {n}, δ = {delta}, SDs {ratio} and 1", m, [delta * pooled, delta, delta], draws =>
        {
            var sizes = IndependentEffectSizes.Of(draws.Normals(m, delta * pooled, ratio), draws.Normals(n, 0, 1));
            return Of(sizes.Welch.Difference, sizes.CohensD, sizes.HedgesG);
        });
    }

    private static CoverageGrid Proportions() => new(
        "A share of people", "n × p 0.05, 0.10, …, 0.95", "people", 20_000,
        [Near("`proportion`, Wilson", "proportion"), AtLeast("`proportion`, Clopper–Pearson", "proportion"), Told("`proportion`, Agresti–Coull", "proportion")],
        [.. from n in Sizes from p in Enumerable.Range(1, 19).Select(i => i / 20.0) select ProportionPoint(n, p)]);

    private static CoveragePoint ProportionPoint(int n, double p) => new($"n = {n}, p = {p}", n, [p, p, p], draws =>
    {
        var x = 0;
        for (var i = 0; i < n; i++) x += draws.Uniform() < p ? 1 : 0;
        var share = Proportion.Of(x, n);
        return Of(share.Wilson, share.ClopperPearson, share.AgrestiCoull);
    });

    private static CoverageGrid PassRates() => new(
        "Change of the pass rate", "n × p before 0.3, 0.5, 0.7 × p after 0.5, 0.7, 0.9 × ρ of the scores behind 0.3, 0.6, 0.9", "pairs", 10_000,
        [Told("`pass-rate-difference`, Newcombe", "pass-rate-change")],
        [
            .. from n in Sizes from before in (double[])[0.3, 0.5, 0.7] from after in (double[])[0.5, 0.7, 0.9] from rho in (double[])[0.3, 0.6, 0.9]
               select PassRatePoint(n, before, after, rho),
        ]);

    private static CoveragePoint PassRatePoint(int n, double before, double after, double rho)
    {
        double cutBefore = Normal.Quantile(before), cutAfter = Normal.Quantile(after);
        return new($"n = {n}, p = {before} and {after}, ρ = {rho}", n, [after - before], draws =>
        {
            var counts = new int[4];
            for (var i = 0; i < n; i++)
            {
                var z = draws.Normal();
                counts[(z < cutBefore ? 0 : 2) + (draws.Beside(z, rho) < cutAfter ? 0 : 1)]++;
            }

            return Of(McNemar.Of(counts[0], counts[1], counts[2], counts[3]).Difference);
        });
    }

    private static CoverageGrid Normalized() => new(
        "Normalized gain of a class", "n × ρ 0.3, 0.6, 0.9 × ⟨g⟩ before the ceiling 0.2, 0.5 × mean before 15, 24 of 30 points, SD 4, cut off at 30", "pairs", 10_000,
        [Told("`hake-class-gain`, delta method", "hake-gain")],
        [
            .. from n in Sizes from rho in (double[])[0.3, 0.6, 0.9] from share in (double[])[0.2, 0.5] from before in (double[])[15, 24]
               select NormalizedPoint(n, rho, share, before),
        ]);

    private static CoveragePoint NormalizedPoint(int n, double rho, double share, double before)
    {
        const double Max = 30, Sd = 4;
        var after = before + (share * (Max - before));
        double preMean = CutMean(before, Sd, Max), truth = (CutMean(after, Sd, Max) - preMean) / (Max - preMean);
        return new($"n = {n}, ρ = {rho}, means {before} and {after}", n, [truth], draws =>
        {
            var (pre, post) = draws.Pairs(n, (before, Sd), (after, Sd), rho);
            return Of(HakeGain.Of([.. pre.Select(x => Math.Min(Max, x))], [.. post.Select(x => Math.Min(Max, x))], Max).ClassGain);
        });
    }

    // E min(X, c) of a normal X.
    private static double CutMean(double mean, double sd, double cut)
    {
        var z = (cut - mean) / sd;
        return (mean * Normal.Cdf(z)) - (sd * Normal.Density(z)) + (cut * Normal.Upper(z));
    }

    private static CoverageGrid Retained() => new(
        "Share of the gain retained", "n × ρ between waves 0.3, 0.6, 0.9 × gain 0.5, 1 SD × retained 0.3, 0.6, 1", "people", 10_000,
        [Told("`gain-retained`, Fieller", "retention")],
        [
            .. from n in Sizes from rho in (double[])[0.3, 0.6, 0.9] from gain in (double[])[0.5, 1] from kept in (double[])[0.3, 0.6, 1]
               select RetainedPoint(n, rho, gain, kept),
        ]);

    private static CoveragePoint RetainedPoint(int n, double rho, double gain, double kept) => new($"n = {n}, ρ = {rho}, gain {gain}, retained {kept}", n, [kept], draws =>
    {
        // A person's common part makes the correlation ρ between any two waves.
        var common = draws.Normals(n, 0, Math.Sqrt(rho));
        double[] Wave(double mean) => [.. draws.Normals(n, mean, Math.Sqrt(1 - rho)).Zip(common, (own, shared) => own + shared)];
        return Of(Retention.Of(Wave(0), Wave(gain), Wave(gain * kept)).Retained);
    });

    private static CoverageGrid Clustered() => new(
        "Mean gain of people in classes", "classes × ICC 0, 0.05, 0.2 × sizes all 12, or 4 and 20 in turn", "classes", 10_000,
        [Told("`clustered-mean`, CR1 and t", "clustered-mean")],
        [.. from m in (int[])[3, 5, 10, 20, 40] from icc in (double[])[0, 0.05, 0.2] from even in (bool[])[true, false] select ClusteredPoint(m, icc, even)]);

    private static CoveragePoint ClusteredPoint(int m, double icc, bool even)
    {
        int[] clusters = [.. Enumerable.Range(0, m).SelectMany(c => Enumerable.Repeat(c, even ? 12 : c % 2 == 0 ? 4 : 20))];
        return new($"{m} classes of {(even ? "12" : "4 and 20")}, ICC = {icc}", m, [0], draws =>
        {
            var shared = draws.Normals(m, 0, Math.Sqrt(icc));
            var own = draws.Normals(clusters.Length, 0, Math.Sqrt(1 - icc));
            return Of(ClusteredMean.Of([.. own.Select((e, i) => e + shared[clusters[i]])], clusters).Mean);
        });
    }

    private static CoverageGrid Rates() => new(
        "Ratio of two rates", "events expected in the comparison × rate ratio 0.5, 0.8, 1, 2 × exposure of the trained 1, 3 times the comparison's", "expected events", 10_000,
        [AtLeast("`rate-ratio`, exact", "rates"), Near("`rate-ratio`, mid-p", "rates"), Told("`rate-ratio`, Wald", "rates")],
        [.. from mean in (int[])[5, 10, 20, 50, 200] from ratio in (double[])[0.5, 0.8, 1, 2] from times in (int[])[1, 3] select RatePoint(mean, ratio, times)]);

    private static CoveragePoint RatePoint(int mean, double ratio, int times) => new($"{mean} events, ratio {ratio}, exposure {times}", mean, [ratio, ratio, ratio], draws =>
    {
        var r = RateRatio.Of(draws.Poisson(mean * ratio * times), times, draws.Poisson(mean), 1);
        return [r.ExactInterval, r.MidPInterval, r.WaldInterval];
    });

    private static Interval?[] Of(params Estimation[] estimations) => [.. estimations.Select(e => (e as Estimate)?.Interval)];
}
