using Assessment.Statistics.Distributions;

namespace Assessment.Statistics.Rates;

/// <summary>Events per unit of exposure: uses of force per 1,000 calls, injuries per officer and year.</summary>
public static class IncidenceRate
{
    /// <summary>
    /// The rate with the exact interval of Garwood (1936): gamma quantiles Γ(α/2; x) and Γ(1 − α/2; x + 1) over the exposure. Equals R's
    /// <c>poisson.test(events, exposure)$conf.int</c>. Without events the lower limit is 0.
    /// </summary>
    /// <param name="events">Count, at least 0.</param>
    /// <param name="exposure">Calls, officer-months or the like, above 0.</param>
    /// <param name="per">Units of exposure the rate is told for.</param>
    /// <param name="level">Confidence level in (0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative, or the exposure or unit is not positive.</exception>
    public static Estimate Of(int events, double exposure, double per = 1, double level = 0.95)
    {
        Require.Level(level);
        ArgumentOutOfRangeException.ThrowIfNegative(events);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(exposure);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(per);
        double tail = (1 - level) / 2, scale = per / exposure;
        var lower = events == 0 ? 0 : GammaDistribution.Quantile(tail, events);
        var upper = GammaDistribution.Quantile(1 - tail, events + 1.0);
        return EstimatorCatalog.IncidenceRate.Of(scale * events, events, "events", new(scale * lower, scale * upper, level, "Garwood"));
    }
}
