using Assessment.Statistics.Numerics;

namespace Assessment.Statistics.Descriptive;

/// <summary>How a series resembles itself one step later.</summary>
public static class Autocorrelation
{
    /// <summary>
    /// Lag-1 autocorrelation Σ(y_t − ȳ)(y_{t−1} − ȳ) / Σ(y_t − ȳ)², as certified by NIST StRD; null when the series does not vary.
    /// </summary>
    /// <param name="series">Finite values in time order.</param>
    /// <exception cref="ArgumentException">A value is not finite.</exception>
    public static double? Lag1(ReadOnlySpan<double> series)
    {
        Require.Finite(series);
        if (series.Length < 2) return null;
        var mean = Sums.Mean(series);
        double products = 0, squares = 0;
        for (var t = 0; t < series.Length; t++)
        {
            var deviation = series[t] - mean;
            squares += deviation * deviation;
            if (t > 0) products += deviation * (series[t - 1] - mean);
        }

        return squares > 0 ? products / squares : null;
    }
}
