using Assessment.Statistics.Models.Regression;

namespace Assessment.Statistics.Cases;

/// <summary>Methods field.glm, field.nb and field.ols.</summary>
internal static class RegressionCases
{
    public static OrderedDictionary<string, object?> Glm(CaseInput input)
    {
        var kind = Family(input);
        var (design, regression, options) = Read(input, kind);
        var m = CaseDesign.Required(GeneralizedLinearModel.Fit(regression, kind, options));
        var c = m.Coefficients;
        var results = new OrderedDictionary<string, object?>
        {
            ["n"] = m.N, ["k"] = m.Width, ["coef_names"] = Names(c), ["coef"] = Each(c, x => x.Value), ["se_model"] = Each(c, x => x.StandardError),
            ["z"] = Each(c, x => x.Ratio(x.StandardError)), ["p"] = Each(c, x => x.P), ["exp_coef"] = Each(c, x => Math.Exp(x.Value)),
            ["exp_ci_lower"] = Each(c, x => Exp(x.ModelInterval(input.Level)?.Lower)), ["exp_ci_upper"] = Each(c, x => Exp(x.ModelInterval(input.Level)?.Upper)),
            ["se_hc0"] = Each(c, x => x.Hc0), ["se_hc1"] = Each(c, x => x.Hc1), ["se_hc3"] = Each(c, x => x.Hc3), ["deviance"] = m.Deviance,
            ["null_deviance"] = m.NullDeviance, ["df_residual"] = m.Df, ["log_lik"] = m.LogLikelihood, ["aic"] = m.Aic, ["pearson_dispersion"] = m.Dispersion,
            ["se_quasi"] = Each(c, x => x.StandardError * Root(m.Dispersion)),
        };
        Clustered(results, "exp_ci_cr1", c, options, input.Level);
        if (options.Clusters is not null && options.Cr2) (results["se_cr2"], results["df_satt_cr2"], results["p_cr2"]) = (Each(c, x => x.Cr2), Each(c, x => x.Cr2Df), Each(c, x => x.PCr2));
        return Dropped(input, design, results);
    }

    public static OrderedDictionary<string, object?> NegativeBinomial(CaseInput input)
    {
        var (design, regression, options) = Read(input, ResponseKind.Poisson, CountTails.Largest);
        var m = CaseDesign.Required(NegativeBinomialModel.Fit(regression, options));
        var c = m.Coefficients;
        var results = new OrderedDictionary<string, object?>
        {
            ["n"] = m.N, ["k"] = m.Width, ["coef_names"] = Names(c), ["coef"] = Each(c, x => x.Value), ["se_model"] = Each(c, x => x.StandardError),
            ["irr"] = Each(c, x => Math.Exp(x.Value)), ["irr_ci_lower"] = Each(c, x => Exp(x.ModelInterval(input.Level)?.Lower)),
            ["irr_ci_upper"] = Each(c, x => Exp(x.ModelInterval(input.Level)?.Upper)), ["p"] = Each(c, x => x.P), ["theta"] = m.Theta,
            ["alpha_dispersion"] = m.Dispersion, ["se_theta"] = m.ThetaError, ["log_lik"] = m.LogLikelihood, ["aic"] = m.Aic,
            ["se_hc0"] = Each(c, x => x.Hc0), ["poisson_log_lik"] = m.PoissonLogLikelihood, ["lr_overdispersion"] = m.LikelihoodRatio, ["p_overdispersion"] = m.P,
        };
        Clustered(results, "irr_ci_cr1", c, options, input.Level);
        if (options.Clusters is not null) results["percent_change"] = Each(c, x => 100 * (Math.Exp(x.Value) - 1));
        return Dropped(input, design, results);
    }

    public static OrderedDictionary<string, object?> Ols(CaseInput input)
    {
        var design = new CaseDesign(input);
        var regression = design.Design();
        var options = design.Options(regression) with { Cr2 = true };
        var m = CaseDesign.Required(OrdinaryLeastSquares.Fit(regression, options));
        var c = m.Coefficients;
        var results = new OrderedDictionary<string, object?>
        {
            ["n"] = m.N, ["coef_names"] = Names(c), ["coef"] = Each(c, x => x.Value), ["se"] = Each(c, x => x.StandardError), ["sigma"] = m.Sigma,
            ["r2"] = m.RSquared, ["adj_r2"] = m.AdjustedRSquared, ["f"] = m.F, ["se_hc0"] = Each(c, x => x.Hc0), ["se_hc1"] = Each(c, x => x.Hc1),
            ["se_hc2"] = Each(c, x => x.Hc2), ["se_hc3"] = Each(c, x => x.Hc3),
        };
        if (options.Clusters is null) return results;
        (results["n_clusters"], results["se_cr1"], results["se_cr2"]) = (Groups(options), Each(c, x => x.Cr1), Each(c, x => x.Cr2));
        results["df_satt_cr2"] = Each(c, x => x.Cr2Df);
        return results;
    }

    /// <summary>The argument <c>family</c>.</summary>
    public static ResponseKind Family(CaseInput input) => input.Text("family") switch
    {
        "poisson" => ResponseKind.Poisson,
        "binomial" => ResponseKind.Binomial,
        "gaussian" => ResponseKind.Gaussian,
        _ => throw CaseInput.Invalid("family", "is poisson, binomial or gaussian"),
    };

    /// <summary>Rows whose response is of the kind.</summary>
    public static CaseDesign Rows(CaseInput input, ResponseKind kind, double most = CaseTable.Largest) => kind switch
    {
        ResponseKind.Poisson => new(input, y => CaseDesign.IsCount(y) && y <= most, most < CaseTable.Largest ? $"a count from 0 to {most}" : "a count (0, 1, 2 …)"),
        ResponseKind.Binomial => new(input, CaseDesign.IsEvent, "0 or 1"),
        _ => new(input),
    };

    public static string[] Names(IReadOnlyList<RegressionCoefficient> coefficients) => [.. coefficients.Select(c => c.Name)];

    /// <summary>A number of each coefficient, null where it is none.</summary>
    public static double?[] Each(IReadOnlyList<RegressionCoefficient> coefficients, Func<RegressionCoefficient, double?> of) => [.. coefficients.Select(c => Finite(of(c)))];

    public static double? Exp(double? x) => x is { } value ? Finite(Math.Exp(value)) : null;

    public static double? Finite(double? x) => x is { } value && double.IsFinite(value) ? x : null;

    private static (CaseDesign Rows, RegressionDesign Design, RegressionOptions Options) Read(CaseInput input, ResponseKind kind, double most = CaseTable.Largest)
    {
        var rows = Rows(input, kind, most);
        var design = rows.Design();
        return (rows, design, rows.Options(design));
    }

    private static void Clustered(OrderedDictionary<string, object?> results, string interval, IReadOnlyList<RegressionCoefficient> c, RegressionOptions options, double level)
    {
        if (options.Clusters is null) return;
        (results["n_clusters"], results["se_cr0_g"], results["se_cr1"]) = (Groups(options), Each(c, x => x.Cr0), Each(c, x => x.Cr1));
        results[$"{interval}_lower"] = Each(c, x => Exp(x.Cr1Interval(level)?.Lower));
        results[$"{interval}_upper"] = Each(c, x => Exp(x.Cr1Interval(level)?.Upper));
        results["p_cr1"] = Each(c, x => x.PCr1);
    }

    private static OrderedDictionary<string, object?> Dropped(CaseInput input, CaseDesign design, OrderedDictionary<string, object?> results)
    {
        if (input.Has("drop_zero_units")) results["n_units_dropped"] = design.DroppedUnits;
        return results;
    }

    private static int Groups(RegressionOptions options) => options.Clusters!.Distinct().Count();

    private static double? Root(double? x) => x is { } value ? Math.Sqrt(value) : null;
}
