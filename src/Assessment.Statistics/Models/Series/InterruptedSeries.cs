using Assessment.Statistics.Distributions;
using Assessment.Statistics.Models.Regression;

namespace Assessment.Statistics.Models.Series;

/// <summary>How a series is modelled.</summary>
/// <param name="Lag">Lags L of the Newey–West errors and of the test for autocorrelation; 0 or more.</param>
/// <param name="Season">Months of a season, such as 12; null for none.</param>
/// <param name="Harmonics">Pairs of sine and cosine; twice as many are fewer than the season.</param>
/// <param name="Horizon">Month, counted from 1, at which the effect is told; the last when null.</param>
/// <param name="Level">Confidence level in (0, 1).</param>
public sealed record SeriesOptions(int Lag, double? Season = null, int Harmonics = 0, double? Horizon = null, double Level = 0.95);

/// <summary>Did a series change its level or slope when the training began? Segmented regression of one agency's months.</summary>
public sealed record InterruptedSeries
{
    /// <summary>Months n.</summary>
    public required int N { get; init; }

    /// <summary>Intercept, t, level, trend and the seasonal terms; <see cref="RegressionCoefficient.StandardError"/> is that of least squares.</summary>
    public required IReadOnlyList<RegressionCoefficient> Coefficients { get; init; }

    /// <summary>Newey–West errors without small-sample factor, in the same order.</summary>
    public required IReadOnlyList<double> UnadjustedErrors { get; init; }

    /// <summary>The same times √(n/(n − k)); null without residual degrees of freedom.</summary>
    public required IReadOnlyList<double?> Errors { get; init; }

    /// <summary>Degrees of freedom n − k.</summary>
    public int Df => N - Coefficients.Count;

    /// <summary>Durbin and Watson's (1950) statistic; null for a perfect fit.</summary>
    public double? DurbinWatson { get; init; }

    /// <summary>Breusch and Godfrey's LM statistic of order L; null at lag 0 or for a perfect fit.</summary>
    public double? BreuschGodfrey { get; init; }

    /// <summary>Its upper tail on L degrees of freedom.</summary>
    public double? BreuschGodfreyP { get; init; }

    /// <summary>Change against the series continued, at the horizon: level + trend·(horizon − start), with its Newey–West t interval.</summary>
    public required Estimation Effect { get; init; }

    /// <summary>The change itself, even where it has no error.</summary>
    public required double EffectValue { get; init; }

    /// <summary>
    /// Least squares on t = 1..n, level = 1 from the start on, trend = months since the start. Equals R's <c>lm</c> with
    /// <c>sandwich::NeweyWest(lag = L, prewhite = FALSE, adjust = TRUE)</c>, <c>lmtest::dwtest</c> and <c>lmtest::bgtest(order = L)</c>.
    /// </summary>
    /// <param name="series">One finite value a month, in order and without gaps.</param>
    /// <param name="after">Whether the month lies in the time of the intervention; both occur.</param>
    /// <param name="options">Lags, season, horizon.</param>
    /// <param name="column">Column of the series, for messages.</param>
    /// <returns>The model, or the reason why the months do not determine it.</returns>
    /// <exception cref="ArgumentException">Lengths differ or the intervention has no month before or after.</exception>
    public static ModelFit<InterruptedSeries> Fit(double[] series, bool[] after, SeriesOptions options, string column = "response")
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(options);
        Require.SameLength(series.Length, after.Length);
        Require.Level(options.Level);
        var start = Array.IndexOf(after, true);
        if (start < 0 || Array.TrueForAll(after, a => a)) throw new ArgumentException("The intervention needs months before and after its start.");
        var design = new RegressionDesign(series, [.. Terms(after, start, options)], column: column);
        if (series.Length < design.Width) return new ModelFit<InterruptedSeries>.NotEstimable("empty-group", $"Column '{column}': {series.Length} months do not determine {design.Width} coefficients.");
        double[] ones = [.. series.Select(_ => 1.0)];
        var fit = LeastSquares.Fit(design.Expand(ones), series, out var dependent);
        return fit is null ? MeanFit.Dependent(design, dependent).Other<InterruptedSeries>() : new ModelFit<InterruptedSeries>.Fitted(Of(design, fit, start, options));
    }

    private static IEnumerable<RegressionTerm> Terms(bool[] after, int start, SeriesOptions options)
    {
        double[] Each(Func<int, double> of) => [.. Enumerable.Range(0, after.Length).Select(of)];
        yield return RegressionTerm.Number("t", Each(i => i + 1));
        yield return RegressionTerm.Number("level", Each(i => after[i] ? 1 : 0));
        yield return RegressionTerm.Number("trend", Each(i => after[i] ? i - start : 0));
        for (var h = 1; options.Season is { } season && h <= options.Harmonics; h++)
        {
            var angle = 2 * Math.PI * h / season;
            yield return RegressionTerm.Number($"sin{h}", Each(i => Math.Sin(angle * (i + 1))));
            yield return RegressionTerm.Number($"cos{h}", Each(i => Math.Cos(angle * (i + 1))));
        }
    }

    private static InterruptedSeries Of(RegressionDesign design, LeastSquares fit, int start, SeriesOptions options)
    {
        int n = design.Rows, k = design.Width;
        double total = fit.Residuals.Sum(e => e * e);
        var perfect = total <= 1e-26 * design.Response.Sum(y => y * y);
        double? Adjusted(double variance) => n > k ? Math.Sqrt(variance * n / (n - k)) : null;
        double Variance(double[] contrast) => RobustVariance.Serial(fit.Influence([.. fit.InverseGram.Select(row => row.Zip(contrast, (a, c) => a * c).Sum())]), options.Lag);
        double[] variances = [.. Enumerable.Range(0, k).Select(j => Variance(design.Unit(j)))];
        var ahead = (options.Horizon ?? n) - (start + 1);
        double[] contrast = [0, 0, 1, ahead, .. new double[k - 4]];
        var effect = fit.Coefficients[2] + (ahead * fit.Coefficients[3]);
        var godfrey = perfect || options.Lag == 0 ? null : Godfrey(design, fit, options.Lag);
        return new()
        {
            N = n,
            Coefficients = [.. design.Names.Select((name, j) => new RegressionCoefficient(name, fit.Coefficients[j], n) { StandardError = n > k ? fit.StandardError(j) : null })],
            UnadjustedErrors = [.. variances.Select(Math.Sqrt)],
            Errors = [.. variances.Select(Adjusted)],
            DurbinWatson = perfect ? null : fit.Residuals.Skip(1).Zip(fit.Residuals, (now, before) => (now - before) * (now - before)).Sum() / total,
            BreuschGodfrey = godfrey,
            BreuschGodfreyP = godfrey is { } lm ? ChiSquared.Upper(lm, options.Lag) : null,
            Effect = EffectOf(effect, perfect ? null : Adjusted(Variance(contrast)), n - k, n, options.Level),
            EffectValue = effect,
        };
    }

    // n·R² of the residuals on the design and their own lags, 0 before the first month (Godfrey 1978).
    private static double? Godfrey(RegressionDesign design, LeastSquares fit, int lag)
    {
        double[] e = fit.Residuals;
        double[][] rows = [.. fit.Rows.Select((row, i) => (double[])[.. row, .. Enumerable.Range(1, lag).Select(l => i >= l ? e[i - l] : 0)])];
        return LeastSquares.Fit(rows, e) is { } auxiliary ? Math.Max(0, design.Rows * (1 - (auxiliary.ResidualSquares / e.Sum(x => x * x)))) : null;
    }

    private static Estimation EffectOf(double effect, double? error, int df, int n, double level)
    {
        if (error is not > 0) return EstimatorCatalog.SeriesEffect.No("the series leaves no residual variance", n);
        var half = StudentT.Critical(level, df) * error.Value;
        return EstimatorCatalog.SeriesEffect.Of(effect, n, "months", new(effect - half, effect + half, level, "Newey–West, t"), error, df);
    }
}
