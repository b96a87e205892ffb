using Assessment.Statistics.Distributions;
using Assessment.Statistics.Models.Regression;
using MathNet.Numerics.LinearAlgebra;

namespace Assessment.Statistics.Models.Staggered;

/// <summary>
/// Did the outcome already move before the start, and how did the effect grow after it? Leads and lags of the start beside unit and period
/// effects; the period before the start is the reference.
/// </summary>
public sealed record EventStudy
{
    /// <summary>Rows n.</summary>
    public required int N { get; init; }

    /// <summary>Units left out, for counts, because they have no event.</summary>
    public required int DroppedUnits { get; init; }

    /// <summary>Periods since the start, in order, −1 not among them; the outermost hold everything beyond.</summary>
    public required IReadOnlyList<int> Times { get; init; }

    /// <summary>Their coefficients with errors clustered by unit; logs of rate ratios for counts.</summary>
    public required IReadOnlyList<RegressionCoefficient> Coefficients { get; init; }

    /// <summary>F that all leads are 0, from their cluster-robust covariance; null without leads or with no more units than leads.</summary>
    public double? LeadsF { get; init; }

    /// <summary>Upper tail of <see cref="LeadsF"/> on (leads, G − 1) degrees of freedom.</summary>
    public double? LeadsP { get; init; }

    /// <summary>Number of leads tested.</summary>
    public int Leads => Times.Count(time => time < 0);

    /// <summary>
    /// Equals R's <c>glm(y ~ leads and lags + factor(unit) + factor(period), family)</c> with <c>sandwich::vcovCL(cluster = unit)</c>. Where effects
    /// differ between groups of starters, leads and lags mix them (Sun and Abraham 2021): read group-time effects beside it.
    /// </summary>
    /// <param name="panel">Outcomes; counts for Poisson.</param>
    /// <param name="leads">Periods before the start, at least 1; 1 is the reference alone.</param>
    /// <param name="lags">Periods after the starting period, 0 or more.</param>
    /// <param name="kind">Poisson or Gaussian.</param>
    /// <returns>The model, or the reason why the data do not determine it.</returns>
    public static ModelFit<EventStudy> Fit(StaggeredPanel panel, int leads, int lags, ResponseKind kind)
    {
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentOutOfRangeException.ThrowIfLessThan(leads, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(lags);
        int[] rows = kind == ResponseKind.Poisson ? panel.RowsWithEvents() : [.. Enumerable.Range(0, panel.Outcome.Length)];
        if (rows.Length == 0) return new ModelFit<EventStudy>.NotEstimable("ill-conditioned", $"Column '{panel.Columns.Response}': there are no events.");
        int[] times = [.. Enumerable.Range(-leads, leads + lags + 1).Where(time => time != -1)];
        double At(int i, int time) => panel.Starts[panel.Units[i]] < panel.PeriodCount && Math.Clamp(panel.Periods[i] - panel.Starts[panel.Units[i]], -leads, lags) == time ? 1 : 0;
        if (times.FirstOrDefault(time => rows.All(i => At(i, time) == 0), int.MaxValue) is not int.MaxValue and var empty)
        {
            return new ModelFit<EventStudy>.NotEstimable("empty-group", $"Column '{panel.Columns.Trained}': no row lies {empty} periods from a start.");
        }

        var design = panel.Design(rows, times.Select(time => ($"{time}", (Func<int, double>)(i => At(i, time)))));
        return MeanFit.Of(design, GeneralizedLinearModel.FamilyOf(kind)).Select(fit => Of(panel, rows, times, fit, kind));
    }

    private static EventStudy Of(StaggeredPanel panel, int[] rows, int[] times, MeanFit fit, ResponseKind kind)
    {
        int[] clusters = [.. rows.Select(i => panel.Units[i])];
        var information = Information.Final(fit.Design, fit.Weights);
        double n = rows.Length, k = fit.Design.Width;
        double? dispersion = kind == ResponseKind.Poisson ? 1 : n > k ? fit.Deviance / (n - k) : null;
        var coefficients = CoefficientTable.Of(fit.Design, fit.Coefficients, (information, fit.Scores, dispersion, null), new([.. times.Select(time => $"{time}")], clusters));
        var f = Leading(fit, information, clusters, times.Count(time => time < 0));
        return new()
        {
            N = rows.Length,
            DroppedUnits = panel.UnitCount - clusters.Distinct().Count(),
            Times = times,
            Coefficients = coefficients,
            LeadsF = f,
            LeadsP = f is { } value ? FisherF.Upper(value, times.Count(time => time < 0), clusters.Distinct().Count() - 1) : null,
        };
    }

    // Leads stand first, after the intercept.
    private static double? Leading(MeanFit fit, Information information, int[] clusters, int leads)
    {
        double g = clusters.Distinct().Count(), n = fit.Design.Rows, k = fit.Design.Width;
        if (leads == 0 || leads >= g - 1 || n <= k) return null;
        var scores = fit.Scores;
        double[][] influences = [.. Enumerable.Range(1, leads).Select(j => fit.Design.Times(information.Direction(fit.Design.Unit(j))).Zip(scores, (x, s) => x * s).ToArray())];
        var sums = Matrix<double>.Build.Dense(leads, (int)g);
        var columns = clusters.Distinct().Select((c, column) => (c, column)).ToDictionary(p => p.c, p => p.column);
        for (var i = 0; i < clusters.Length; i++)
        {
            for (var j = 0; j < leads; j++) sums[j, columns[clusters[i]]] += influences[j][i];
        }

        var covariance = sums.TransposeAndMultiply(sums) * (g / (g - 1) * (n - 1) / (n - k));
        var b = Vector<double>.Build.DenseOfArray(fit.Coefficients[1..(leads + 1)]);
        var wald = b * covariance.Solve(b);
        return double.IsFinite(wald) && wald >= 0 ? wald / leads : null;
    }
}
