using Assessment.Statistics.Distributions;
using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.Rates;

/// <summary>
/// How many times as frequent are the events in group 1 as in group 0, per unit of exposure? Given x₁ + x₀ events, x₁ is binomial with odds
/// ratio × t₁ / t₀ (Przyborowski and Wilenski 1940; Lehmann and Romano 2005, section 4.5); the exact and mid-p answers rest on that alone.
/// </summary>
public sealed record RateRatio
{
    /// <summary>Events per unit of exposure in group 1.</summary>
    public required double Rate1 { get; init; }

    /// <summary>Events per unit of exposure in group 0.</summary>
    public required double Rate0 { get; init; }

    /// <summary>Rate 1 over rate 0; infinite when only group 0 has no events, null when neither has any.</summary>
    public double? Ratio { get; init; }

    /// <summary>Exact conditional interval by Clopper and Pearson (1934); never covers too little. Null without events.</summary>
    public Interval? ExactInterval { get; init; }

    /// <summary>Conditional interval by mid-p tails (Berry and Armitage 1995); covers near its level. Null without events.</summary>
    public Interval? MidPInterval { get; init; }

    /// <summary>exp(log ratio ± z √(1/x₁ + 1/x₀)); null when a group has no events.</summary>
    public Interval? WaldInterval { get; init; }

    /// <summary>Two-sided exact p: all splits not more likely than the observed one.</summary>
    public required double PMinimumLikelihood { get; init; }

    /// <summary>Two-sided exact p: twice the smaller tail.</summary>
    public required double PCentral { get; init; }

    /// <summary>Twice the smaller tail with half of the observed split in it.</summary>
    public required double PMid { get; init; }

    /// <summary>Rate 1 − rate 0 with Wald interval ± z √(x₁/t₁² + x₀/t₀²).</summary>
    public required Estimate Difference { get; init; }

    /// <summary>
    /// Equals R's <c>poisson.test(c(x1, x0), c(t1, t0))</c> (ratio, exact interval, minimum-likelihood p) and
    /// <c>epitools::rateratio.midp</c>.
    /// </summary>
    /// <param name="events1">Count of group 1, at least 0.</param>
    /// <param name="exposure1">Its exposure, above 0.</param>
    /// <param name="events0">Count of group 0.</param>
    /// <param name="exposure0">Its exposure, in the same unit.</param>
    /// <param name="level">Confidence level in (0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative or an exposure not positive.</exception>
    public static RateRatio Of(int events1, double exposure1, int events0, double exposure0, double level = 0.95)
    {
        Require.Level(level);
        ArgumentOutOfRangeException.ThrowIfNegative(events1);
        ArgumentOutOfRangeException.ThrowIfNegative(events0);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(exposure1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(exposure0);
        double x1 = events1, x0 = events0, rate1 = x1 / exposure1, rate0 = x0 / exposure0;
        var scale = exposure0 / exposure1;
        var none = x1 + x0 == 0;
        double p = exposure1 / (exposure1 + exposure0), q = exposure0 / (exposure1 + exposure0);
        return new()
        {
            Rate1 = rate1,
            Rate0 = rate0,
            Ratio = none ? null : rate1 / rate0,
            ExactInterval = none ? null : Scaled(Exact(x1, x0, (1 - level) / 2), scale, level, "Clopper–Pearson, conditional"),
            MidPInterval = none ? null : Scaled(MidP(x1, x0, (1 - level) / 2), scale, level, "mid-p, conditional"),
            WaldInterval = x1 == 0 || x0 == 0 ? null : Wald(rate1 / rate0, Normal.Critical(level) * Math.Sqrt((1 / x1) + (1 / x0)), level),
            PMinimumLikelihood = LikelihoodP(x1, x1 + x0, p, q),
            PCentral = Math.Min(1, 2 * Math.Min(Binomial.AtMost(x1, x1 + x0, p, q), Binomial.AtLeast(x1, x1 + x0, p, q))),
            PMid = none ? 1 : Math.Min(1, 2 * Math.Min(MidTail(x1, x0, p, q), MidTail(x0, x1, q, p))),
            Difference = DifferenceOf(rate1, rate0, Math.Sqrt((rate1 / exposure1) + (rate0 / exposure0)), events1, events0, level),
        };
    }

    // Log odds of the split at which x₁ is in the outer tails.
    private static (double Lower, double Upper) Exact(double x1, double x0, double tail) =>
        (x1 == 0 ? double.NegativeInfinity : IncompleteBeta.LogitQuantile(tail, x1, x0 + 1),
         x0 == 0 ? double.PositiveInfinity : -IncompleteBeta.LogitQuantile(tail, x0, x1 + 1));

    private static (double Lower, double Upper) MidP(double x1, double x0, double tail) =>
        (x1 == 0 ? double.NegativeInfinity : -MidPLimit(x0, x1, tail), x0 == 0 ? double.PositiveInfinity : MidPLimit(x1, x0, tail));

    // The log odds at which P(X < x) + P(X = x)/2 falls to the tail; the tail falls as the odds rise.
    private static double MidPLimit(double x, double rest, double tail)
    {
        double Excess(double logit)
        {
            var (p, q) = IncompleteBeta.FromLogit(logit);
            var mid = MidTail(x, rest, p, q);
            return mid > 0 ? Math.Log(tail) - Math.Log(mid) : 1e4 + logit;
        }

        double start = Math.Log((x + 0.5) / (rest + 0.5)), width = 3 * Math.Sqrt((1 / (x + 0.5)) + (1 / (rest + 0.5)));
        return Roots.BrentAround(Excess, start, width);
    }

    private static double MidTail(double x, double rest, double p, double q) =>
        Binomial.AtMost(x - 1, x + rest, p, q) + (0.5 * Math.Exp(Binomial.LogProbability(x, x + rest, p, q)));

    private static double LikelihoodP(double x, double n, double p, double q) => MinimumLikelihood.P(
        x, (0, Math.Min(n, Math.Floor((n + 1) * p)), n), i => Binomial.LogProbability(i, n, p, q), i => Binomial.AtMost(i, n, p, q), i => Binomial.AtLeast(i, n, p, q));

    private static Interval Scaled((double Lower, double Upper) logOdds, double scale, double level, string method) =>
        new(Math.Exp(logOdds.Lower) * scale, Math.Exp(logOdds.Upper) * scale, level, method);

    private static Interval Wald(double ratio, double half, double level) => new(ratio * Math.Exp(-half), ratio * Math.Exp(half), level, "Wald, log");

    private static Estimate DifferenceOf(double rate1, double rate0, double error, int events1, int events0, double level)
    {
        double difference = rate1 - rate0, half = Normal.Critical(level) * error;
        var n = (int)Math.Min(int.MaxValue, (long)events1 + events0);
        return EstimatorCatalog.RateDifference.Of(difference, n, "events", new(difference - half, difference + half, level, "Wald"), error);
    }
}
